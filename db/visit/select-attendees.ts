import type { SeatLevel } from '../terms'
import { seatLevels } from '../terms'
import type { PlannedPerson } from './planned-person'
import { isChampion } from './planned-person'

export interface Selection {
  /** Who is invited when nobody says otherwise, in the order of the invitation. */
  readonly invited: readonly PlannedPerson[]
  /** Who is out without asking for a reason. */
  readonly out: readonly { readonly person: PlannedPerson; readonly why: 'left' | 'opted_out' }[]
}

/**
 * All active stakeholders, the champion first, then the top five, then by level and name (methods 0.19,
 * 0.20). Who left the company or asked not to be invited is out; everybody else is in.
 */
export function selectAttendees(people: readonly PlannedPerson[]): Selection {
  const invited = people.filter(isInvitable).sort(compareForInvitation)
  const out = people
    .filter((person) => !isInvitable(person))
    .sort(compareForInvitation)
    .map((person) => ({
      person,
      why: person.status === 'left' ? ('left' as const) : ('opted_out' as const),
    }))
  return { invited, out }
}

export function isInvitable(person: Pick<PlannedPerson, 'status' | 'isOptedOut'>): boolean {
  return person.status === 'active' && !person.isOptedOut
}

/** Leaving out somebody who could be invited asks for a reason that is kept (methods 0.20). */
export function needsReason(
  person: Pick<PlannedPerson, 'status' | 'isOptedOut'>,
  reason: string,
): boolean {
  return isInvitable(person) && reason.trim() === ''
}

/** Champion, top five, level from the top down ('unknown' last), name. */
export function compareForInvitation(left: PlannedPerson, right: PlannedPerson): number {
  return (
    Number(isChampion(right)) - Number(isChampion(left)) ||
    Number(right.isTopFive) - Number(left.isTopFive) ||
    levelOrder(left.level) - levelOrder(right.level) ||
    left.name.localeCompare(right.name) ||
    (left.id < right.id ? -1 : 1)
  )
}

/** 0 = executive; 'unknown' is after all known levels. */
export function levelOrder(level: SeatLevel): number {
  return level === 'unknown' ? seatLevels.length : seatLevels.indexOf(level)
}
