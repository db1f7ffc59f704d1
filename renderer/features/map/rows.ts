import type { Line } from '../../../db/entities/line'
import type { Occupancy } from '../../../db/entities/occupancy'
import type { Participant } from '../../../db/entities/participant'
import type { Person } from '../../../db/entities/person'
import type { Seat } from '../../../db/entities/seat'
import type { BuyingRole } from '../../../db/terms'
import type { MapLine, MapPerson, MapSeat } from './model'

export interface MapRows {
  readonly seats: readonly Seat[]
  readonly people: readonly Person[]
  readonly occupancies: readonly Occupancy[]
  readonly roles: readonly { readonly personId: string; readonly role: BuyingRole }[]
  readonly contacts: readonly { readonly personId: string; readonly atMs: number }[]
  /** Participants of the running meeting; none when no meeting runs. */
  readonly participants: readonly Participant[]
}

/**
 * Seats as the map draws them. A seat of `before` that says the same is handed on unchanged, so
 * that only cards with news are drawn again.
 */
export function makeSeats(rows: MapRows, before: readonly MapSeat[] = []): MapSeat[] {
  const peopleById = new Map(rows.people.map((person) => [person.id, person]))
  const holders = new Map<string, string>()
  const heldBefore = new Set<string>()
  for (const { seatId, personId, toDate } of rows.occupancies) {
    if (toDate === null) holders.set(seatId, personId)
    else heldBefore.add(seatId)
  }
  const facts = {
    roles: groupRoles(rows.roles),
    contacts: new Map(rows.contacts.map(({ personId, atMs }) => [personId, atMs])),
    attending: new Set(rows.participants.filter(isHere).map(({ personId }) => personId)),
  }
  const beforeById = new Map(before.map((seat) => [seat.id, seat]))
  return rows.seats.map((row) => {
    const old = beforeById.get(row.id)
    const holder = peopleById.get(holders.get(row.id) ?? '')
    const made = holder ? makePerson(holder, facts) : null
    const person = made && old?.person && isSame(made, old.person) ? old.person : made
    const seat: MapSeat = {
      id: row.id,
      bossId: row.bossId,
      rank: row.rank,
      title: row.title,
      department: row.department,
      level: row.level,
      headcount: row.headcount,
      isVacant: person === null && (heldBefore.has(row.id) || row.remark !== ''),
      person,
    }
    return old && isSame(seat, old) ? old : seat
  })
}

export function makeLines(rows: readonly Line[]): MapLine[] {
  return rows.map(({ id, kind, fromSeatId, toSeatId, remark }) => ({
    id,
    kind,
    fromSeatId,
    toSeatId,
    note: remark,
  }))
}

interface PersonFacts {
  readonly roles: ReadonlyMap<string, readonly BuyingRole[]>
  readonly contacts: ReadonlyMap<string, number>
  readonly attending: ReadonlySet<string | null>
}

function makePerson(row: Person, facts: PersonFacts): MapPerson {
  return {
    id: row.id,
    name: row.name,
    stance: row.stance,
    stanceAtMs: row.stanceAtMs === 0 ? null : row.stanceAtMs,
    influence: row.influence,
    roles: facts.roles.get(row.id) ?? noRoles,
    isTopFive: row.isTopFive === 1,
    lastContactAtMs: facts.contacts.get(row.id) ?? null,
    hasNeeds: row.needs !== '',
    isAttending: facts.attending.has(row.id),
  }
}

const noRoles: readonly BuyingRole[] = []

function groupRoles(rows: MapRows['roles']): ReadonlyMap<string, readonly BuyingRole[]> {
  const groups = new Map<string, BuyingRole[]>()
  for (const { personId, role } of rows) {
    const group = groups.get(personId)
    if (group) group.push(role)
    else groups.set(personId, [role])
  }
  for (const group of groups.values()) group.sort()
  return groups
}

function isHere({ attendance }: Participant): boolean {
  return attendance === 'attended' || attendance === 'walk_in' || attendance === 'remote'
}

function isSame<T extends object>(a: T, b: T): boolean {
  for (const key of Object.keys(a) as (keyof T)[]) {
    const left = a[key]
    const right = b[key]
    if (left === right) continue
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
    if (left.some((item, i) => item !== right[i])) return false
  }
  return true
}
