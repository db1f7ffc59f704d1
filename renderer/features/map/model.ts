import type { BuyingRole, Influence, LineKind, SeatLevel, Stance } from '../../../db/terms'

/**
 * The values the map draws. They are read-only and free of the store: MapView makes them from
 * live rows, the layout, the painters and the tests take them as they are.
 *
 * Invariants
 * 1. `bossId` is null for a top seat; an id that no seat of the map has counts as null.
 * 2. Peers are ordered by (`rank`, `id`), both compared as plain code units.
 * 3. A seat with no `person` is vacant when `isVacant`, otherwise its person is unknown ('?').
 * 4. In customer-safe mode a seat has passed `stripForCustomer`: nothing below is left to leak.
 */

export type { BuyingRole, Influence, LineKind, Stance } from '../../../db/terms'

/** Buying roles with the letter of the R chord and of the outline's `#` token. */
export const roleLetters = {
  economic_buyer: 'E',
  user_buyer: 'U',
  technical_buyer: 'T',
  coach: 'C',
  champion: 'H',
  decision_maker: 'D',
  approver: 'A',
  evaluator: 'V',
  influencer: 'I',
  procurement: 'P',
  legal: 'L',
  security: 'S',
  gatekeeper: 'G',
  end_user: 'N',
} as const satisfies Readonly<Record<BuyingRole, string>>

export interface MapPerson {
  readonly id: string
  readonly name: string
  readonly stance: Stance
  /** When the opinion was formed (UTC); null when nobody said. Old opinions are drawn faded. */
  readonly stanceAtMs: number | null
  readonly influence: Influence
  readonly roles: readonly BuyingRole[]
  readonly isTopFive: boolean
  readonly lastContactAtMs: number | null
  readonly hasNeeds: boolean
  readonly isAttending: boolean
}

export interface MapSeat {
  readonly id: string
  readonly bossId: string | null
  readonly rank: string
  readonly title: string
  readonly department: string
  readonly level: SeatLevel
  /** How many equal posts the seat stands for; 1 for an ordinary seat, fractions are possible. */
  readonly headcount: number
  readonly isVacant: boolean
  readonly person: MapPerson | null
}

export interface MapLine {
  readonly id: string
  readonly kind: LineKind
  readonly fromSeatId: string
  readonly toSeatId: string
  readonly note: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Left, top, right, bottom. World units are CSS pixels at zoom 1. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Width and height of every card in world pixels (look.md, Map). */
export const card = { width: 208, height: 64 } as const

/** The plainest name of a seat: its person, else its title, else '?'. */
export function nameSeat(seat: MapSeat): string {
  return seat.person?.name || seat.title || '?'
}
