import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgendaPart } from '../../../../db/visit/agenda'
import {
  dropAt,
  findGaps,
  layOutAgenda,
  measureShare,
  reorderAgenda,
  stretchTo,
} from '../../../../db/visit/agenda'
import { toLocal } from '../../../../db/visit/wall-time'

const start = Date.UTC(2026, 2, 12, 8)
const minute = 60_000

function part(id: string, durationMinutes: number, changes: Partial<AgendaPart> = {}): AgendaPart {
  return { id, kind: 'item', durationMinutes, gapMinutes: 0, isCustomerValue: true, ...changes }
}

const parts = [
  part('a', 30),
  part('b', 15, { kind: 'break' }),
  part('c', 60, { isCustomerValue: false }),
]
const times = (list: readonly AgendaPart[]) =>
  layOutAgenda(start, list).map(({ id, startAtMs }) => `${id} ${(startAtMs - start) / minute}`)

const anyParts = fc
  .array(
    fc.record({ duration: fc.integer({ min: 5, max: 120 }), gap: fc.integer({ min: 0, max: 60 }) }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ duration, gap }, index) =>
      part(`p${index}`, duration * 5, { gapMinutes: gap * 5 }),
    ),
  )

describe('times of the agenda', () => {
  it('follow from the start, the order, the lengths and the gaps', () => {
    expect(times(parts)).toEqual(['a 0', 'b 30', 'c 45'])
    expect(times([part('a', 30), part('b', 15, { gapMinutes: 10 })])).toEqual(['a 0', 'b 40'])
  })

  it('follow when an item is put somewhere else', () => {
    expect(times(reorderAgenda(parts, 'c', null))).toEqual(['c 0', 'a 60', 'b 90'])
    expect(times(reorderAgenda(parts, 'a', 'c'))).toEqual(['b 0', 'c 15', 'a 75'])
    expect(times(reorderAgenda(parts, 'a', 'a'))).toEqual(times(parts))
    expect(times(reorderAgenda(parts, 'nobody', 'a'))).toEqual(times(parts))
  })

  it('never overlap, keep every length and end where the sum says, for any agenda in any order', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(), fc.nat(), (list, from, to) => {
        const moved = reorderAgenda(list, list[from % list.length]!.id, list[to % list.length]!.id)
        const timed = layOutAgenda(start, moved)
        const sum = list.reduce((total, one) => total + one.durationMinutes + one.gapMinutes, 0)
        expect(timed.at(-1)!.endAtMs).toBe(start + sum * minute)
        for (const [index, one] of timed.entries()) {
          expect(one.startAtMs).toBeGreaterThanOrEqual(timed[index - 1]?.endAtMs ?? start)
        }
        expect(new Set(moved)).toEqual(new Set(list))
      }),
    )
  })

  it('show the new wall time after the clock changes and keep the minutes', () => {
    const night = Date.parse('2026-03-29T00:30:00Z')
    const timed = layOutAgenda(night, [part('a', 60), part('b', 60)])
    expect(timed.map(({ startAtMs }) => toLocal(startAtMs, 'Europe/Warsaw'))).toEqual([
      '2026-03-29T01:30',
      '2026-03-29T03:30',
    ])
  })
})

describe('dragging', () => {
  it('to a later time leaves a gap before the item and moves nobody behind it where there is room', () => {
    const list = [part('a', 30), part('b', 30), part('c', 30, { gapMinutes: 60 })]
    expect(dropAt(start, list, 'b', start + 62 * minute)).toEqual({
      afterId: 'a',
      gaps: [
        { id: 'b', gapMinutes: 30 },
        { id: 'c', gapMinutes: 30 },
      ],
    })
    expect(dropAt(start, list, 'b', start + 125 * minute)).toEqual({
      afterId: 'a',
      gaps: [
        { id: 'b', gapMinutes: 95 },
        { id: 'c', gapMinutes: 0 },
      ],
    })
  })

  it('past the middle of another item changes places with it, and all times close up', () => {
    expect(dropAt(start, parts, 'a', start + 100 * minute)).toEqual({
      afterId: 'c',
      gaps: [{ id: 'a', gapMinutes: 0 }],
    })
    expect(dropAt(start, parts, 'c', start - 500 * minute)).toEqual({
      afterId: null,
      gaps: [{ id: 'c', gapMinutes: 0 }],
    })
  })

  it('gives an order and gaps of whole snaps, none negative, for any agenda and any time', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(), fc.integer({ min: -500, max: 3000 }), (list, at, minutes) => {
        const moved = list[at % list.length]!
        const { afterId, gaps } = dropAt(start, list, moved.id, start + minutes * minute)
        expect(gaps.every(({ gapMinutes }) => gapMinutes >= 0 && gapMinutes % 5 === 0)).toBe(true)
        expect(afterId).not.toBe(moved.id)
        expect(reorderAgenda(list, moved.id, afterId)).toHaveLength(list.length)
      }),
    )
  })

  it('snaps lengths to five minutes and never to none', () => {
    expect([stretchTo(0), stretchTo(33), stretchTo(-20), stretchTo(99_999)]).toEqual([
      5, 35, 5, 1440,
    ])
  })
})

describe('what the agenda leaves', () => {
  it('is every free part of the visit', () => {
    const visit = { startAtMs: start, endAtMs: start + 180 * minute }
    const timed = layOutAgenda(start, [
      part('a', 30, { gapMinutes: 15 }),
      part('b', 60, { gapMinutes: 30 }),
    ])
    expect(
      findGaps(visit, timed).map((gap) => [
        (gap.startAtMs - start) / minute,
        (gap.endAtMs - start) / minute,
      ]),
    ).toEqual([
      [0, 15],
      [45, 75],
      [135, 180],
    ])
    expect(findGaps(visit, [])).toEqual([visit])
  })

  it('is the customer’s share of the minutes, without breaks (methods 4.14)', () => {
    expect(measureShare(parts)).toEqual({ customerMinutes: 30, pitchMinutes: 60, share: 1 / 3 })
    expect(measureShare([part('b', 15, { kind: 'break' })]).share).toBeNull()
  })
})
