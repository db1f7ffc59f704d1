import type {
  BuyingRole,
  Influence,
  LineKind,
  SeatLevel,
  Stance,
  buyIns,
  gateKinds,
  gateStatuses,
  personStatuses,
} from '../terms'

/**
 * An account's map at one time, as values.
 *
 * Invariants of a normal state (`normalizeMap`)
 * 1. It names nobody: people are ids. Names are looked up when a state is shown, so that who was
 *    erased stays erased in every snapshot.
 * 2. Seats stand in the order of (`rank`, `id`); peers are drawn in this order.
 * 3. Every id that a seat, line or gate names is in the state; a boss or person that is not is null,
 *    a line that is not is left out.
 */
export interface MapState {
  readonly seats: readonly SeatState[]
  readonly people: readonly PersonState[]
  readonly lines: readonly LineState[]
  readonly gates: readonly GateState[]
}

export interface SeatState {
  readonly id: string
  readonly bossId: string | null
  readonly title: string
  readonly department: string
  /** As somebody said it; 'unknown' is inferred where it is needed (`db/coverage/levels.ts`). */
  readonly level: SeatLevel
  readonly headcount: number
  /** Somebody sat there or the seat says why it is empty; else a seat without person is a '?'. */
  readonly isVacant: boolean
  readonly personId: string | null
}

export interface PersonState {
  readonly id: string
  readonly status: (typeof personStatuses)[number]
  readonly stance: Stance
  readonly influence: Influence
  readonly buyIn: (typeof buyIns)[number]
  readonly isTopFive: boolean
  /** In the order of their names. */
  readonly roles: readonly BuyingRole[]
}

export interface LineState {
  readonly kind: LineKind
  readonly fromSeatId: string
  readonly toSeatId: string
  /** 1 weak, 2 normal, 3 strong. */
  readonly strength: number
}

export interface GateState {
  readonly kind: (typeof gateKinds)[number]
  readonly status: (typeof gateStatuses)[number]
  readonly personId: string | null
}

/** The state in its one normal form: equal maps give equal values, whatever order they came in. */
export function normalizeMap(state: MapState): MapState {
  const peopleById = new Map(state.people.map((person) => [person.id, person]))
  const seatsById = new Map(state.seats.map((seat) => [seat.id, seat]))
  const linesByKey = new Map<string, LineState>()
  for (const line of state.lines)
    if (seatsById.has(line.fromSeatId) && seatsById.has(line.toSeatId))
      linesByKey.set(lineKey(line), line)
  const gatesByKind = new Map(state.gates.map((gate) => [gate.kind, gate]))
  const known = (id: string | null) => (id !== null && peopleById.has(id) ? id : null)
  return {
    seats: [...seatsById.values()].map((seat) => ({
      ...seat,
      bossId: seat.bossId !== null && seatsById.has(seat.bossId) ? seat.bossId : null,
      personId: known(seat.personId),
    })),
    people: sortBy([...peopleById.values()], ({ id }) => id).map((person) => ({
      ...person,
      roles: [...new Set(person.roles)].sort(),
    })),
    lines: sortBy([...linesByKey.values()], lineKey),
    gates: sortBy([...gatesByKind.values()], ({ kind }) => kind).map((gate) => ({
      ...gate,
      personId: known(gate.personId),
    })),
  }
}

/** What makes two lines the same line. */
export function lineKey({ kind, fromSeatId, toSeatId }: LineState): string {
  return `${fromSeatId} ${kind} ${toSeatId}`
}

function sortBy<T>(values: T[], keyOf: (value: T) => string): T[] {
  return values.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}
