import { findGaps, gapKey } from '../coverage/gaps'
import type { Gap } from '../coverage/gaps'
import type { BuyingRole } from '../terms'
import { lineKey } from './map-state'
import type { GateState, LineState, MapState, PersonState, SeatState } from './map-state'

/** Somebody or some seat that changed; the name is looked up by whoever shows it. */
export interface Who {
  readonly seatId: string | null
  readonly personId: string | null
  /** Title of the seat, in the state the entry speaks of. */
  readonly title: string
}

/** Why somebody is gone: left the company, taken off the map, or deleted. */
export type LeaveReason = 'left_company' | 'off_map' | 'deleted'

export interface OpinionChange extends Who {
  readonly field: 'stance' | 'influence' | 'buyIn'
  readonly from: string
  readonly to: string
}

/** What changed between two states of one map. Every list is in the order of the map. */
export interface MapDiff {
  readonly appeared: readonly Who[]
  readonly left: readonly (Who & { readonly why: LeaveReason })[]
  /** Seats without a person that came or went; those with one are told by their person. */
  readonly seatsAdded: readonly Who[]
  readonly seatsRemoved: readonly Who[]
  /** Seats somebody of before no longer holds and nobody holds now. */
  readonly vacated: readonly Who[]
  /** Another boss. A seat that moved up because its boss went is in it too. */
  readonly moved: readonly (Who & { readonly from: Who | null; readonly to: Who | null })[]
  /** Somebody of before who holds another seat now. */
  readonly changedSeat: readonly (Who & { readonly fromTitle: string })[]
  readonly titles: readonly (Who & { readonly from: string; readonly to: string })[]
  readonly departments: readonly (Who & { readonly from: string; readonly to: string })[]
  readonly opinions: readonly OpinionChange[]
  readonly roles: readonly (Who & {
    readonly added: readonly BuyingRole[]
    readonly removed: readonly BuyingRole[]
  })[]
  readonly topFive: readonly (Who & { readonly isMarked: boolean })[]
  readonly linesAdded: readonly LineChange[]
  readonly linesRemoved: readonly LineChange[]
  readonly gates: readonly {
    readonly kind: GateState['kind']
    readonly from: GateState['status']
    readonly to: GateState['status']
  }[]
  readonly gapsClosed: readonly Gap[]
  /** Gaps of departments that were on the map before, and roles that somebody had. */
  readonly gapsOpened: readonly Gap[]
}

export interface LineChange {
  readonly kind: LineState['kind']
  readonly from: Who
  readonly to: Who
}

/** What happened to the map from one state to the other. Pure; linear in both. */
export function diffMaps(before: MapState, after: MapState): MapDiff {
  const old = lookInto(before)
  const now = lookInto(after)
  return {
    ...diffPresence(old, now),
    ...diffSeats(old, now),
    ...diffPeople(old, now),
    linesAdded: linesWithout(now, old),
    linesRemoved: linesWithout(old, now),
    gates: diffGates(before, after),
    ...diffGaps(before, after),
  }
}

/** How many things changed; 0 = the maps say the same. */
export function countChanges(diff: MapDiff): number {
  const lists: readonly (readonly unknown[])[] = Object.values(diff)
  const gaps = diff.gapsClosed.length + diff.gapsOpened.length
  return lists.reduce((sum, list) => sum + list.length, 0) - gaps
}

interface Look {
  readonly state: MapState
  readonly seats: ReadonlyMap<string, SeatState>
  readonly people: ReadonlyMap<string, PersonState>
  /** The first seat that each person holds. */
  readonly seatOf: ReadonlyMap<string, SeatState>
  readonly lines: ReadonlyMap<string, LineState>
}

function lookInto(state: MapState): Look {
  const seatOf = new Map<string, SeatState>()
  for (const seat of state.seats)
    if (seat.personId !== null && !seatOf.has(seat.personId)) seatOf.set(seat.personId, seat)
  return {
    state,
    seats: new Map(state.seats.map((seat) => [seat.id, seat])),
    people: new Map(state.people.map((person) => [person.id, person])),
    seatOf,
    lines: new Map(state.lines.map((line) => [lineKey(line), line])),
  }
}

function diffPresence(old: Look, now: Look) {
  const appeared: Who[] = []
  const left: (Who & { why: LeaveReason })[] = []
  for (const person of now.state.people) {
    const was = old.people.get(person.id)
    if (person.status === 'active' && was?.status !== 'active') appeared.push(whoIs(now, person.id))
    else if (was && now.seatOf.has(person.id) && !old.seatOf.has(person.id))
      appeared.push(whoIs(now, person.id))
  }
  for (const was of old.state.people) {
    if (was.status !== 'active') continue
    const person = now.people.get(was.id)
    const why =
      person === undefined
        ? 'deleted'
        : person.status === 'left'
          ? 'left_company'
          : old.seatOf.has(was.id) && !now.seatOf.has(was.id)
            ? 'off_map'
            : null
    if (why !== null) left.push({ ...whoIs(old, was.id), why })
  }
  return { appeared: inMapOrder(appeared, now), left: inMapOrder(left, old) }
}

function diffSeats(old: Look, now: Look) {
  const seatsAdded = now.state.seats
    .filter((seat) => !old.seats.has(seat.id) && seat.personId === null)
    .map(whoSits)
  const seatsRemoved = old.state.seats
    .filter((seat) => !now.seats.has(seat.id) && seat.personId === null)
    .map(whoSits)
  const vacated: Who[] = []
  const moved: (Who & { from: Who | null; to: Who | null })[] = []
  const titles: (Who & { from: string; to: string })[] = []
  const departments: (Who & { from: string; to: string })[] = []
  const changedSeat: (Who & { fromTitle: string })[] = []
  for (const seat of now.state.seats) {
    const was = old.seats.get(seat.id)
    const who = whoSits(seat)
    const seatBefore = seat.personId === null ? undefined : old.seatOf.get(seat.personId)
    if (seatBefore && seatBefore.id !== seat.id && now.seatOf.get(seat.personId!)?.id === seat.id)
      changedSeat.push({ ...who, fromTitle: seatBefore.title })
    if (!was) continue
    if (was.personId !== null && seat.personId === null) vacated.push(whoSits(seat))
    if (was.bossId !== seat.bossId)
      moved.push({ ...who, from: bossOf(was, old), to: bossOf(seat, now) })
    if (was.title !== seat.title) titles.push({ ...who, from: was.title, to: seat.title })
    if (was.department !== seat.department)
      departments.push({ ...who, from: was.department, to: seat.department })
  }
  return { seatsAdded, seatsRemoved, vacated, moved, changedSeat, titles, departments }
}

function diffPeople(old: Look, now: Look) {
  const opinions: OpinionChange[] = []
  const roles: (Who & { added: BuyingRole[]; removed: BuyingRole[] })[] = []
  const topFive: (Who & { isMarked: boolean })[] = []
  for (const person of now.state.people) {
    const was = old.people.get(person.id) ?? { ...unknownPerson, id: person.id }
    const isNew = !old.people.has(person.id)
    const who = whoIs(now, person.id)
    for (const field of ['stance', 'influence', 'buyIn'] as const)
      if (was[field] !== person[field])
        opinions.push({ ...who, field, from: was[field], to: person[field] })
    const added = person.roles.filter((role) => !was.roles.includes(role))
    const removed = was.roles.filter((role) => !person.roles.includes(role))
    if (added.length + removed.length > 0) roles.push({ ...who, added, removed })
    const isStill = person.status === 'active' || person.isTopFive
    if (was.isTopFive !== person.isTopFive && (isStill || !isNew))
      topFive.push({ ...who, isMarked: person.isTopFive })
  }
  return {
    opinions: inMapOrder(opinions, now),
    roles: inMapOrder(roles, now),
    topFive: inMapOrder(topFive, now),
  }
}

const unknownPerson: Omit<PersonState, 'id'> = {
  status: 'active',
  stance: 'unknown',
  influence: 'unknown',
  buyIn: 'unknown',
  isTopFive: false,
  roles: [],
}

function linesWithout(look: Look, other: Look): LineChange[] {
  const changes: LineChange[] = []
  for (const [key, { kind, fromSeatId, toSeatId }] of look.lines) {
    if (other.lines.has(key)) continue
    const from = whoSits(look.seats.get(fromSeatId)!)
    changes.push({ kind, from, to: whoSits(look.seats.get(toSeatId)!) })
  }
  return changes
}

function diffGates(before: MapState, after: MapState): MapDiff['gates'] {
  const old = new Map(before.gates.map((gate) => [gate.kind, gate.status]))
  const now = new Map(after.gates.map((gate) => [gate.kind, gate.status]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((kind) => ({ kind, from: old.get(kind) ?? 'unknown', to: now.get(kind) ?? 'unknown' }))
    .filter(({ from, to }) => from !== to)
}

/** An empty map has no gaps to close, so a first drawing closes none. */
function diffGaps(before: MapState, after: MapState) {
  const old = new Map(findGaps(before.seats, before.people).map((gap) => [gapKey(gap), gap]))
  const now = new Map(findGaps(after.seats, after.people).map((gap) => [gapKey(gap), gap]))
  const departments = (gaps: ReadonlyMap<string, Gap>, state: MapState) =>
    new Set([
      ...[...gaps.values()].flatMap((gap) => (gap.kind === 'cell' ? [gap.department] : [])),
      ...state.seats.map(({ department }) => department.trim()),
    ])
  const had = departments(old, before)
  const has = departments(now, after)
  const stays = (gap: Gap, places: ReadonlySet<string>) =>
    gap.kind === 'role' || places.has(gap.department)
  return {
    gapsClosed: [...old].filter(([key, gap]) => !now.has(key) && stays(gap, has)).map(valueOf),
    gapsOpened: [...now]
      .filter(([key, gap]) => !old.has(key) && stays(gap, had) && before.people.length > 0)
      .map(valueOf),
  }
}

function valueOf<V>([, value]: readonly [string, V]): V {
  return value
}

function whoSits({ id, personId, title }: SeatState): Who {
  return { seatId: id, personId, title }
}

function whoIs({ seatOf }: Look, personId: string): Who {
  const seat = seatOf.get(personId)
  return { seatId: seat?.id ?? null, personId, title: seat?.title ?? '' }
}

function bossOf({ bossId }: SeatState, { seats }: Look): Who | null {
  const boss = bossId === null ? undefined : seats.get(bossId)
  return boss ? whoSits(boss) : null
}

function inMapOrder<T extends Who>(entries: T[], { state }: Look): T[] {
  const places = new Map(state.seats.map(({ id }, at) => [id, at]))
  const placeOf = ({ seatId }: T) => (seatId === null ? Infinity : (places.get(seatId) ?? Infinity))
  return entries
    .map((entry, at) => ({ entry, at, place: placeOf(entry) }))
    .sort((a, b) => (a.place === b.place ? a.at - b.at : a.place - b.place))
    .map(({ entry }) => entry)
}
