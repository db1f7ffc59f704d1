import type { Partstat, SeatLevel } from '../terms'
import { seatLevels } from '../terms'
import type { PlannedPerson } from './planned-person'
import { compareForInvitation, isInvitable } from './select-attendees'

export interface CoverageCount {
  /** Active stakeholders (left and opted out do not count). */
  readonly people: number
  readonly invited: number
  readonly accepted: number
}

export interface Coverage {
  readonly all: CoverageCount
  readonly byLevel: readonly (CoverageCount & { readonly level: SeatLevel })[]
  readonly byDepartment: readonly (CoverageCount & { readonly department: string })[]
  readonly topFive: CoverageCount
  /** Gates that are open and whose person is, or is not, coming (methods 0.7). */
  readonly gates: readonly {
    readonly id: string
    readonly kind: string
    readonly isInvited: boolean
    readonly isAccepted: boolean
  }[]
  /** People with a need written down, and how many of them the agenda has an item for. */
  readonly needs: { readonly people: number; readonly addressed: number }
  /** Active stakeholders who are not invited, in the order of the invitation. */
  readonly missing: readonly string[]
}

export interface CoverageInput {
  readonly people: readonly PlannedPerson[]
  readonly attendees: readonly {
    readonly personId: string
    readonly isInvited: boolean
    readonly partstat: Partstat
  }[]
  /** Gates of the account that are not passed yet. */
  readonly openGates: readonly {
    readonly id: string
    readonly kind: string
    readonly personId: string | null
  }[]
  /** People who are needed for some agenda item. */
  readonly neededPersonIds: ReadonlySet<string>
}

/** Counts who is invited and who accepted, live, by every measure of methods 0.11 and 0.20. */
export function measureCoverage({
  people,
  attendees,
  openGates,
  neededPersonIds,
}: CoverageInput): Coverage {
  const invited = new Set(attendees.filter((row) => row.isInvited).map((row) => row.personId))
  const accepted = new Set(
    attendees
      .filter((row) => row.isInvited && row.partstat === 'ACCEPTED')
      .map((row) => row.personId),
  )
  const active = people.filter(isInvitable)
  const count = (group: readonly PlannedPerson[]): CoverageCount => ({
    people: group.length,
    invited: group.filter(({ id }) => invited.has(id)).length,
    accepted: group.filter(({ id }) => accepted.has(id)).length,
  })
  const levels = [...seatLevels.filter((level) => level !== 'unknown'), 'unknown' as const]
  const departments = [...new Set(active.map(({ department }) => department))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  )
  const withNeeds = active.filter(({ id, needs }) => needs.trim() !== '' && invited.has(id))
  return {
    all: count(active),
    byLevel: levels
      .map((level) => ({ level, ...count(active.filter((person) => person.level === level)) }))
      .filter((row) => row.people > 0),
    byDepartment: departments.map((department) => ({
      department,
      ...count(active.filter((person) => person.department === department)),
    })),
    topFive: count(active.filter(({ isTopFive }) => isTopFive)),
    gates: openGates.map(({ id, kind, personId }) => ({
      id,
      kind,
      isInvited: personId !== null && invited.has(personId),
      isAccepted: personId !== null && accepted.has(personId),
    })),
    needs: {
      people: withNeeds.length,
      addressed: withNeeds.filter(({ id }) => neededPersonIds.has(id)).length,
    },
    missing: active
      .filter(({ id }) => !invited.has(id))
      .sort(compareForInvitation)
      .map(({ id }) => id),
  }
}
