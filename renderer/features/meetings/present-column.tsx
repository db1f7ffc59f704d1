import { IconUserPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../db/entities/participant'
import type { Stance } from '../../../db/terms'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { foldText } from '../../ui/fold-text'
import { StanceMark } from '../../ui/stance-mark'
import type { MeetingModel, Present } from './use-meeting'

/** Stances by key, as on the map (interaction.md). */
const stanceKeys: Readonly<Record<string, Stance>> = {
  '0': 'unknown',
  '1': 'opponent',
  '2': 'non_supporter',
  '3': 'neutral',
  '4': 'supporter',
  '5': 'champion',
}
const nextAttendance = {
  unknown: 'attended',
  attended: 'absent',
  absent: 'unknown',
  remote: 'attended',
  walk_in: 'absent',
} as const satisfies Record<Participant['attendance'], Participant['attendance']>

/** The people as chips: a tap = came, number keys = stance; at the end the field for who just came in. */
export function PresentColumn({ model }: { readonly model: MeetingModel }) {
  const { t } = useTranslation()
  const { present } = model
  const came = present.filter(({ participant }) => isHere(participant)).length
  return (
    <aside
      className="present-column"
      aria-label={t('meetings.people')}
      data-testid="present-column"
    >
      <h2>
        {t('meetings.people')} <span className="muted tabular">{`${came}/${present.length}`}</span>
      </h2>
      <ul>
        {present.map((entry) => (
          <PresentChip key={entry.person.id} meetingId={model.meeting.id} entry={entry} />
        ))}
      </ul>
      <AddPerson model={model} />
      <p className="muted present-hint">{t('meetings.peopleHint')}</p>
    </aside>
  )
}

function isHere({ attendance }: Participant): boolean {
  return attendance === 'attended' || attendance === 'walk_in' || attendance === 'remote'
}

function PresentChip({
  meetingId,
  entry: { person, title, participant },
}: {
  readonly meetingId: string
  readonly entry: Present
}) {
  const { t } = useTranslation()
  const { attendance } = participant
  // Two quick taps are two steps, also before the first has come back from the store.
  const wanted = useRef(attendance)
  useEffect(() => {
    wanted.current = attendance
  }, [attendance])
  function setAttendance(next: Participant['attendance']): void {
    wanted.current = next
    void run(store.participant.set({ meetingId, personId: person.id, attendance: next }))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const stance = stanceKeys[event.key]
    if (stance) void run(store.opinions.setStance({ personIds: [person.id], stance, meetingId }))
    else if (event.key.toLowerCase() === 'm') setAttendance(nextAttendance[wanted.current])
    else if (event.key.toLowerCase() === 'r') setAttendance('remote')
    else return
    event.preventDefault()
  }

  return (
    <li>
      <button
        type="button"
        className={`present-chip ${attendance}`}
        aria-pressed={isHere(participant)}
        data-testid={`present-${person.name}`}
        data-attendance={attendance}
        title={t('meetings.chipHint', { name: person.name })}
        onClick={() => setAttendance(nextAttendance[wanted.current])}
        onKeyDown={onKeyDown}
      >
        <StanceMark stance={person.stance} label={t(`term.stance.${person.stance}`)} />
        <span className="present-chip-words">
          <span>{person.name}</span>
          <span className="muted">{title}</span>
        </span>
        <span className={attendance === 'unknown' ? 'visually-hidden' : 'present-chip-state'}>
          {t(`meetings.attendance.${attendance}`)}
        </span>
      </button>
    </li>
  )
}

/** Type a name: somebody known is added to the meeting, a new one comes onto the map at once. */
function AddPerson({ model }: { readonly model: MeetingModel }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { id: meetingId } = model.meeting
  const inRoom = new Set(model.present.map(({ person }) => person.id))
  const others = model.people.filter(({ id, status }) => !inRoom.has(id) && status === 'active')

  async function add(): Promise<void> {
    const [name = '', ...rest] = text.split(',')
    if (name.trim() === '') return
    const known = others.find((person) => foldText(person.name) === foldText(name.trim()))
    const title = rest.join(',').trim()
    const done = known
      ? await run(
          store.participant
            .set({ meetingId, personId: known.id, attendance: 'walk_in' })
            .then(() => true),
        )
      : await run(
          store.meetingLog
            .walkIn({ meetingId, name: name.trim(), ...(title ? { title } : {}) })
            .then(() => true),
        )
    if (done) setText('')
  }

  return (
    <form
      className="add-person"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <IconUserPlus size={16} />
      <input
        className="input"
        value={text}
        maxLength={400}
        list="meeting-others"
        placeholder={t('meetings.walkIn')}
        aria-label={t('meetings.walkIn')}
        data-testid="walk-in"
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id="meeting-others">
        {others.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </form>
  )
}
