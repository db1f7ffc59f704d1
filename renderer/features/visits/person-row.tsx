import { IconDeviceLaptop, IconMapPin, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attendee } from '../../../db/entities/attendee'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { StanceMark } from '../../ui/stance-mark'
import type { VisitPerson } from './visit-model'

/** One stakeholder: a switch for in and out, the answer, and how they take part. */
export function PersonRow({
  visitId,
  entry: { person, attendee, state },
}: {
  readonly visitId: string
  readonly entry: VisitPerson
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<string | null>(null)
  const isIn = state === 'in'

  async function invite(): Promise<void> {
    await run(store.attendee.invite({ visitId, personId: person.id, isInvited: 1 }))
  }

  async function leaveOut(): Promise<void> {
    if (reason === null || reason.trim() === '') return
    const args = { visitId, personId: person.id, isInvited: 0 as const, reason }
    const done = await run(store.attendee.invite(args))
    if (done !== undefined) setReason(null)
  }

  return (
    <li className={isIn ? 'person-row' : 'person-row is-out'} data-testid={`person-${person.name}`}>
      <label className="person-row-main">
        <input
          type="checkbox"
          checked={isIn && reason === null}
          aria-label={t(isIn ? 'visits.people.leaveOut' : 'visits.people.invite', {
            name: person.name,
          })}
          data-testid={`toggle-${person.name}`}
          onChange={() => (isIn ? setReason(reason === null ? '' : null) : void invite())}
        />
        <StanceMark stance={person.stance} label={t(`term.stance.${person.stance}`)} />
        <span className="person-row-name" title={person.title}>
          {person.name}
          {person.isTopFive && (
            <span className="top-five" title={t('visits.people.topFive')}>
              ★
            </span>
          )}
        </span>
      </label>
      {isIn && attendee && <PersonAnswer attendee={attendee} name={person.name} />}
      {state === 'out' && attendee?.leftOutReason && (
        <p className="person-row-reason">{attendee.leftOutReason}</p>
      )}
      {reason !== null && (
        <form
          className="person-row-form"
          onSubmit={(event) => {
            event.preventDefault()
            void leaveOut()
          }}
        >
          <input
            className="input"
            autoFocus
            value={reason}
            maxLength={400}
            placeholder={t('visits.people.reason')}
            aria-label={t('visits.people.reasonOf', { name: person.name })}
            data-testid={`reason-${person.name}`}
            onChange={(event) => setReason(event.target.value)}
            onBlur={() => reason.trim() === '' && setReason(null)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setReason(null)
            }}
          />
        </form>
      )}
    </li>
  )
}

const nextModality = { on_site: 'video', video: 'phone', phone: 'on_site' } as const
const modalityIcons = { on_site: IconMapPin, video: IconDeviceLaptop, phone: IconPhone } as const
const answerLook = {
  'NEEDS-ACTION': '',
  ACCEPTED: 'ok',
  TENTATIVE: 'warn',
  DECLINED: 'danger',
  DELEGATED: 'warn',
} as const

function PersonAnswer({ attendee, name }: { readonly attendee: Attendee; readonly name: string }) {
  const { t } = useTranslation()
  const { id, partstat, modality } = attendee
  const known = modality === 'video' || modality === 'phone' ? modality : 'on_site'
  const Icon = modalityIcons[known]
  const words = t(`term.modality.${known}`)
  return (
    <span className="person-row-end">
      <select
        className={`answer chip ${answerLook[partstat]}${attendee.isUnverified === 1 ? ' unverified' : ''}`}
        value={partstat}
        aria-label={t('visits.answer.of', { name })}
        data-testid={`answer-${name}`}
        title={
          [attendee.answerComment, attendee.isUnverified === 1 && t('visits.answers.mark')]
            .filter(Boolean)
            .join(' · ') || undefined
        }
        onChange={(event) => {
          const fields = {
            partstat: event.target.value as Attendee['partstat'],
            isUnverified: 0 as const,
          }
          void run(store.attendee.set({ id, fields }))
        }}
      >
        {(['NEEDS-ACTION', 'ACCEPTED', 'TENTATIVE', 'DECLINED', 'DELEGATED'] as const).map(
          (each) => (
            <option key={each} value={each}>
              {t(`visits.answer.${each}`)}
            </option>
          ),
        )}
      </select>
      <button
        type="button"
        className="modality"
        title={t('visits.people.modality', { how: words })}
        aria-label={t('visits.people.modality', { how: words })}
        onClick={() =>
          void run(store.attendee.set({ id, fields: { modality: nextModality[known] } }))
        }
      >
        <Icon size={14} />
      </button>
    </span>
  )
}
