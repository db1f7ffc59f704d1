import fc from 'fast-check'
import {
  card,
  type MapPerson,
  type MapSeat,
  type Rect,
} from '../../../../../renderer/features/map/model'
import type { MapLayout } from '../../../../../renderer/features/map/layout'

/** A seat with a person unless told otherwise; ranks follow the order of the calls' ids. */
export function makeSeat(id: string, bossId: string | null, rest: Partial<MapSeat> = {}): MapSeat {
  return {
    id,
    bossId,
    rank: 'a0',
    title: `Title ${id}`,
    department: '',
    level: 'unknown',
    headcount: 1,
    isVacant: false,
    person: makePerson(`p-${id}`, `Person ${id}`),
    ...rest,
  }
}

export function makePerson(id: string, name: string, rest: Partial<MapPerson> = {}): MapPerson {
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
    ...rest,
  }
}

/** Seats from `child: boss` pairs, in order: `makeTree({ a: null, b: 'a' })`. */
export function makeTree(bosses: Readonly<Record<string, string | null>>): MapSeat[] {
  return Object.entries(bosses).map(([id, boss], i) =>
    makeSeat(id, boss, { rank: `a${String(i).padStart(4, '0')}` }),
  )
}

/** A regular company of `count` seats where everybody leads up to `span` others. */
export function makeCompany(count: number, span: number): MapSeat[] {
  return Array.from({ length: count }, (_, i) =>
    makeSeat(`s${i}`, i === 0 ? null : `s${Math.floor((i - 1) / span)}`, {
      rank: `a${String(i).padStart(6, '0')}`,
    }),
  )
}

/** Any seats at all: several tops, unknown bosses, self-reports and loops included. */
export const anySeats: fc.Arbitrary<MapSeat[]> = fc
  .array(
    fc.record({ boss: fc.integer({ min: -2, max: 59 }), rank: fc.constantFrom('a0', 'a1', 'b') }),
    {
      maxLength: 60,
    },
  )
  .map((rows) =>
    rows.map(({ boss, rank }, i) => makeSeat(`s${i}`, boss < 0 ? null : `s${boss}`, { rank })),
  )

/** Proper trees of up to 120 seats in which a boss always comes before its reports. */
export const anyTree: fc.Arbitrary<MapSeat[]> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 120 })
  .map((picks) =>
    picks.map((pick, i) =>
      makeSeat(`s${i}`, i === 0 || pick % 17 === 0 ? null : `s${pick % i}`, {
        rank: `a${String(pick % 7)}`,
      }),
    ),
  )

export function cardRects(layout: MapLayout): { id: string; rect: Rect }[] {
  return [...layout.positions].map(([id, { x, y }]) => ({
    id,
    rect: { left: x, top: y, right: x + card.width, bottom: y + card.height },
  }))
}

/** Pairs of cards that share more than a hair of area. */
export function findOverlaps(layout: MapLayout): string[] {
  const rects = cardRects(layout).sort((a, b) => a.rect.left - b.rect.left)
  const overlaps: string[] = []
  rects.forEach((a, i) => {
    for (let j = i + 1; j < rects.length; j++) {
      const b = rects[j] as (typeof rects)[number]
      if (b.rect.left >= a.rect.right - 0.01) break
      const isApart = b.rect.top >= a.rect.bottom || a.rect.top >= b.rect.bottom
      if (!isApart) overlaps.push(`${a.id} and ${b.id}`)
    }
  })
  return overlaps
}
