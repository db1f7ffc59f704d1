import type { BuyingRole, SeatLevel } from '../terms'
import { inferLevels } from './levels'
import type { PlacedSeat } from './levels'
import { ladder } from './title-words'

/** Buying roles a deal cannot do without (standards.md 3, Blue Sheet and MEDDPICC). */
export const neededRoles = [
  'economic_buyer',
  'champion',
  'technical_buyer',
  'user_buyer',
] as const satisfies readonly BuyingRole[]

/** Something nobody known stands for: a level of a department, or a buying role. */
export type Gap =
  | { readonly kind: 'cell'; readonly level: SeatLevel; readonly department: string }
  | { readonly kind: 'role'; readonly role: (typeof neededRoles)[number] }

export interface CoveredSeat extends PlacedSeat {
  readonly department: string
  readonly personId: string | null
}

export interface CoveredPerson {
  readonly id: string
  readonly status: 'active' | 'left'
  readonly roles: readonly BuyingRole[]
}

/**
 * The gaps of a map: each level of each department it has where nobody active is known, then the
 * needed roles nobody has. A map without people has no gaps to count; it is one.
 */
export function findGaps(
  seats: readonly CoveredSeat[],
  people: readonly CoveredPerson[],
): readonly Gap[] {
  if (people.length === 0 && seats.length === 0) return []
  const active = new Map(
    people.filter(({ status }) => status === 'active').map((person) => [person.id, person]),
  )
  const levels = inferLevels(seats)
  const departments = new Map<string, string>()
  for (const { department } of seats) {
    const key = departmentKey(department)
    if (key !== '' && !departments.has(key)) departments.set(key, department.trim())
  }
  const covered = new Set(
    seats
      .filter(({ personId }) => personId !== null && active.has(personId))
      .map(({ id, department }) => `${levels.get(id)!.level} ${departmentKey(department)}`),
  )
  const gaps: Gap[] = []
  for (const key of [...departments.keys()].sort())
    for (const level of ladder)
      if (!covered.has(`${level} ${key}`))
        gaps.push({ kind: 'cell', level, department: departments.get(key)! })
  const roles = new Set([...active.values()].flatMap((person) => person.roles))
  for (const role of neededRoles) if (!roles.has(role)) gaps.push({ kind: 'role', role })
  return gaps
}

/** What makes two gaps the same one. */
export function gapKey(gap: Gap): string {
  return gap.kind === 'role'
    ? `role ${gap.role}`
    : `cell ${gap.level} ${departmentKey(gap.department)}`
}

/** What makes two spellings the same department. */
export function departmentKey(department: string): string {
  return department.trim().replace(/\s+/g, ' ').toLowerCase()
}
