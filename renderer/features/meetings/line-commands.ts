import { readNoteLine } from '../../../db/visit/note-syntax'
import type { NoteContext, NoteLine, NotePerson } from '../../../db/visit/note-syntax'
import { store } from '../../data/store'
import type { MeetingModel } from './use-meeting'

/** The people a line can name, and who writes. */
export function makeNoteContext(model: MeetingModel): NoteContext {
  const { people, members, self } = model
  const known: NotePerson[] = [
    ...people.filter(({ status }) => status === 'active').map((person) => toPerson(person, false)),
    ...members.filter(({ id }) => id !== self?.id).map((member) => toPerson(member, true)),
  ]
  return {
    people: known,
    self: { id: self?.id ?? '', name: self?.name ?? '', isMember: true },
    today: localDate(Date.now()),
  }
}

/** A finished line that becomes more than text, with the text that stays in its place. */
export interface FinishedLine {
  readonly shown: string
  save(): Promise<unknown>
}

/** What a line becomes when Enter ends it; null = it stays a line of notes. */
export function finishLine(typed: string, model: MeetingModel): FinishedLine | null {
  const walkIn = readWalkIn(typed)
  const { id: meetingId } = model.meeting
  if (walkIn) {
    const shown = `+ ${[walkIn.name, walkIn.title].filter(Boolean).join(', ')} ✓`
    return { shown, save: () => store.meetingLog.walkIn({ meetingId, ...walkIn }) }
  }
  const line = readNoteLine(typed, makeNoteContext(model))
  if (line.kind === 'note' || line.text === '') return null
  return { shown: showLine(line), save: () => saveLine(line, model) }
}

const signs = {
  todo: '☐',
  promise: '☐',
  decision: '✓',
  problem: '⚠',
  praise: '♥',
  product_gap: '◇',
  upsell_heard: '€',
  sighting: '⚑',
  next_step: '→',
} as const satisfies Record<Exclude<NoteLine['kind'], 'note'>, string>

function showLine(line: NoteLine): string {
  if (line.kind === 'note') return line.text
  const facts = [line.owner?.name, line.dueDate].filter(Boolean).join(', ')
  return `${signs[line.kind]} ${line.text}${facts && ` (${facts})`}`
}

async function saveLine(line: NoteLine, model: MeetingModel): Promise<unknown> {
  const { id: meetingId, accountId, visitId } = model.meeting
  const place = { accountId, meetingId, visitId }
  const { text, owner, dueDate } = line
  const personId =
    line.mentions.find(({ person }) => person && !person.isMember)?.person?.id ?? null
  switch (line.kind) {
    case 'note':
      return
    case 'todo':
      return store.actionItem.create({ ...place, title: text, ...ownerFields(owner), dueDate })
    case 'promise':
      await store.note.create({ ...place, kind: 'promise', body: text })
      return store.actionItem.create({ ...place, title: text, ...ownerFields(owner), dueDate })
    case 'upsell_heard':
      // Heard, not sold (methods 4.10): private, and a task for the next working day.
      await store.note.create({ ...place, kind: line.kind, body: text, isPrivate: 1, personId })
      return store.actionItem.create({
        ...place,
        title: text,
        ownerMemberId: model.self?.id ?? null,
        dueDate: nextWorkingDay(Date.now()),
        isPrivate: 1,
      })
    case 'sighting': {
      const [name = '', ...pitch] = text.split(/:\s*|\s[–-]\s/)
      const words = { competitorName: name.trim(), pitch: pitch.join(': ').trim() }
      return store.competitorSighting.create({ accountId, meetingId, personId, ...words })
    }
    case 'next_step':
      return store.meeting.set({ id: meetingId, fields: { nextStep: text } })
    default:
      return store.note.create({ ...place, kind: line.kind, body: text, personId })
  }
}

function ownerFields(owner: NoteLine['owner']) {
  if (!owner) return {}
  if (!owner.person) return { ownerName: owner.name }
  const { id, name, isMember } = owner.person
  return isMember ? { ownerMemberId: id, ownerName: name } : { personId: id, ownerName: name }
}

/** `+ Maria Nowak, CFO` at the start of a line: somebody came who was not expected. */
function readWalkIn(typed: string): { name: string; title?: string } | null {
  const match = /^\+\s*(\p{L}[^,✓]*?)\s*(?:,\s*([^✓]+?))?\s*$/u.exec(typed)
  if (!match || typed.includes('✓')) return null
  return match[2] ? { name: match[1]!, title: match[2] } : { name: match[1]! }
}

function toPerson({ id, name }: { id: string; name: string }, isMember: boolean): NotePerson {
  return { id, name, isMember }
}

/** 'YYYY-MM-DD' of the next day that is not a weekend. */
export function nextWorkingDay(nowMs: number): string {
  const day = new Date(nowMs)
  do day.setDate(day.getDate() + 1)
  while (day.getDay() === 0 || day.getDay() === 6)
  return localDate(day.getTime())
}

function localDate(atMs: number): string {
  const day = new Date(atMs)
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}
