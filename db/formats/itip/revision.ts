import type { Invitation, Invitee } from './invitation'

/**
 * `reschedule` = SEQUENCE grows and everybody is asked again; `details` = same SEQUENCE with a newer
 * DTSTAMP; `none` = nothing that a receiver could see has changed.
 */
export interface Revision {
  readonly kind: 'none' | 'details' | 'reschedule'
  readonly sequence: number
  /** What changed, for the words 'the time has changed' in the mail. */
  readonly changes: readonly RevisionChange[]
}

export type RevisionChange = 'time' | 'place' | 'status' | 'agenda' | 'people' | 'words'

/**
 * Compares the version sent last with the one to send (standards 1, SEQUENCE; RFC 5546 2.1.4). Start,
 * end, zone, status and the site endanger attendance; room, agenda, title and the list of people do
 * not. `lowestSequence` = one more than the highest SEQUENCE already used to take a person out who is
 * invited again; without it that person's calendar would ignore the new invitation.
 */
export function planRevision(
  sent: Invitation,
  next: Invitation,
  lowestSequence: number = 0,
): Revision {
  const changes = listChanges(sent, next)
  const isReschedule = changes.some((change) => reschedules.has(change))
  const wanted = sent.sequence + (isReschedule ? 1 : 0)
  const sequence = Math.max(wanted, lowestSequence)
  if (sequence > sent.sequence) return { kind: 'reschedule', sequence, changes }
  return { kind: changes.length > 0 ? 'details' : 'none', sequence, changes }
}

const reschedules: ReadonlySet<RevisionChange> = new Set(['time', 'place', 'status'])

function listChanges(sent: Invitation, next: Invitation): RevisionChange[] {
  const seconds = (ms: number) => Math.floor(ms / 1000)
  const isTime =
    seconds(sent.startAtMs) !== seconds(next.startAtMs) ||
    seconds(sent.endAtMs) !== seconds(next.endAtMs) ||
    sent.zone !== next.zone
  const tests: Record<RevisionChange, boolean> = {
    time: isTime,
    place: sent.place.trim() !== next.place.trim(),
    status: sent.status !== next.status,
    agenda: JSON.stringify(sent.agenda) !== JSON.stringify(next.agenda),
    people: peopleKey(sent.invitees) !== peopleKey(next.invitees),
    words:
      sent.title !== next.title || sent.room !== next.room || sent.videoLink !== next.videoLink,
  }
  return (Object.keys(tests) as RevisionChange[]).filter((change) => tests[change])
}

function peopleKey(invitees: readonly Invitee[]): string {
  return JSON.stringify(
    invitees.map(({ person, kind }) => [person.address.toLowerCase(), person.name, kind]).sort(),
  )
}
