import type { TFunction } from 'i18next'
import { daysSince, isFaded, seatState } from './facts'
import type { MapSeat } from './model'

export interface SayOptions {
  readonly isSafe: boolean
  readonly nowMs: number
  /** Seats folded away below; 0 when they are shown. */
  readonly folded: number
  readonly t: TFunction
}

/** What a screen reader says of a card; in safe mode only name, title and place. */
export function sayCard(seat: MapSeat, { isSafe, nowMs, folded, t }: SayOptions): string {
  const { person } = seat
  const state = seatState(seat)
  const who = person ? person.name : t(state === 'vacant' ? 'map.card.vacant' : 'map.card.unknown')
  const parts = [seat.title ? `${who}, ${seat.title}` : who]
  if (person && !isSafe) {
    if (person.isTopFive) parts.push(t('map.card.topFive'))
    parts.push(t('map.card.stance', { value: t(`map.stance.${person.stance}`) }))
    if (isFaded(person, nowMs)) parts.push(t('map.card.faded'))
    if (person.influence !== 'unknown') {
      parts.push(t('map.card.influence', { value: t(`map.influence.${person.influence}`) }))
    }
    for (const role of person.roles) parts.push(t(`map.role.${role}`))
    const days = daysSince(person.lastContactAtMs, nowMs)
    if (days !== null) parts.push(t('map.card.contactDays', { n: days }))
    if (person.hasNeeds) parts.push(t('map.card.needs'))
    if (person.isAttending) parts.push(t('map.card.attending'))
  }
  if (folded > 0) parts.push(t('map.card.folded', { n: folded }))
  return parts.join('. ')
}
