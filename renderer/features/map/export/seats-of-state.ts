import type { MapState } from '../../../../db/map-diff/map-state'
import type { MapLine, MapSeat } from '../model'

/** A kept map as the painters take it; contacts and needs of that day are not known. */
export function seatsOfState(
  state: MapState,
  names: Readonly<Record<string, string>>,
): readonly MapSeat[] {
  const people = new Map(state.people.map((person) => [person.id, person]))
  return state.seats.map((seat, at): MapSeat => {
    const person = seat.personId === null ? undefined : people.get(seat.personId)
    return {
      id: seat.id,
      bossId: seat.bossId,
      rank: String(at).padStart(7, '0'),
      title: seat.title,
      department: seat.department,
      level: seat.level,
      headcount: seat.headcount,
      isVacant: seat.isVacant,
      person: person
        ? {
            id: person.id,
            name: names[person.id] ?? '',
            stance: person.stance,
            stanceAtMs: null,
            influence: person.influence,
            roles: person.roles,
            isTopFive: person.isTopFive,
            lastContactAtMs: null,
            hasNeeds: false,
            isAttending: false,
          }
        : null,
    }
  })
}

export function linesOfState({ lines }: MapState): readonly MapLine[] {
  return lines.map(({ kind, fromSeatId, toSeatId }) => ({
    id: `${fromSeatId} ${kind} ${toSeatId}`,
    kind,
    fromSeatId,
    toSeatId,
    note: '',
  }))
}
