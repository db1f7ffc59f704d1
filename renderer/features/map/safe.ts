import type { MapPerson, MapSeat } from './model'

/**
 * What a customer may see: names, titles and who reports to whom (product rule 3). Everything else
 * is gone from the values before anything is drawn, so that no card, label, picture or copied text
 * can show it.
 */
export function stripForCustomer(seats: readonly MapSeat[]): MapSeat[] {
  return seats.map(({ id, bossId, rank, title, person }) => ({
    id,
    bossId,
    rank,
    title,
    department: '',
    level: 'unknown',
    headcount: 1,
    isVacant: false,
    person: person && stripPerson(person),
  }))
}

function stripPerson({ id, name }: MapPerson): MapPerson {
  return {
    id,
    name,
    stance: 'unknown',
    stanceAtMs: null,
    influence: 'unknown',
    roles: [],
    isTopFive: false,
    lastContactAtMs: null,
    hasNeeds: false,
    isAttending: false,
  }
}
