import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Ranked } from '../../../sync/placement'
import {
  compareRanked,
  orderTopDown,
  planRank,
  replayMoves,
  wouldLoop,
} from '../../../sync/placement'
import { makeRandom } from '../../sync/history'

const parents = new Map<string, string | null>([
  ['top', null],
  ['middle', 'top'],
  ['leaf', 'middle'],
])
const parentOf = (id: string) => parents.get(id)

describe('placement', () => {
  test('sees a loop at any depth and at itself [P1]', () => {
    expect(wouldLoop('top', 'leaf', parentOf)).toBe(true)
    expect(wouldLoop('top', 'top', parentOf)).toBe(true)
    expect(wouldLoop('leaf', 'top', parentOf)).toBe(false)
    expect(wouldLoop('leaf', null, parentOf)).toBe(false)
    expect(wouldLoop('leaf', 'unknown', parentOf)).toBe(false)
  })

  test('ends on a loop that is already there [P6]', () => {
    expect(wouldLoop('x', 'a', (id) => (id === 'a' ? 'b' : 'a'))).toBe(false)
  })

  test('skips the pending move that closes a loop now and shows the others [P3]', () => {
    const moves = [
      { n: 1, id: 'top', parentId: 'leaf' },
      { n: 2, id: 'leaf', parentId: null },
      { n: 3, id: 'top', parentId: 'leaf' },
    ]
    expect([...replayMoves(parentOf, moves)]).toEqual([1])
  })

  test('puts parents before children, and ends on loops [E3]', () => {
    const rows = ['leaf', 'middle', 'other', 'top'].map((id) => ({ id }))
    const order = orderTopDown(rows, ({ id }) => parentOf(id) ?? null).map(({ id }) => id)
    expect(order).toEqual(['top', 'middle', 'leaf', 'other'])
    const ring = orderTopDown([{ id: 'a' }, { id: 'b' }], ({ id }) => (id === 'a' ? 'b' : 'a'))
    expect(ring.length).toBe(2)
  })

  test('keeps the order wherever and however often one inserts [P4, P5]', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200, size: 'max' }), fc.nat(), (places, seed) => {
        const random = makeRandom(seed)
        let list: Ranked[] = []
        const wanted: string[] = []
        for (const [serial, place] of places.entries()) {
          const index = place % (list.length + 1)
          const id = `id-${serial}`
          const plan = planRank(list, index, random)
          const moved = new Map(plan.respaced.map((sibling) => [sibling.id, sibling]))
          list = [...list.map((row) => moved.get(row.id) ?? row), { id, rank: plan.rank }]
          list.sort(compareRanked)
          wanted.splice(index, 0, id)
          expect(plan.rank.length).toBeLessThanOrEqual(64)
        }
        expect(list.map((row) => row.id)).toEqual(wanted)
      }),
      { numRuns: 50 },
    )
  })

  test('respaces when one place is used again and again [P5]', () => {
    let list: Ranked[] = [
      { id: 'a', rank: 'a0' },
      { id: 'z', rank: 'a1' },
    ]
    let respacings = 0
    for (let i = 0; i < 600; i++) {
      const plan = planRank(list, 1, () => 0.5)
      if (plan.respaced.length > 0) respacings++
      const moved = new Map(plan.respaced.map((sibling) => [sibling.id, sibling]))
      list = list.map((row) => moved.get(row.id) ?? row)
      list.splice(1, 0, { id: `i${i}`, rank: plan.rank })
      expect([...list].sort(compareRanked)).toEqual(list)
    }
    expect(respacings).toBeGreaterThan(0)
  })

  test('respaces siblings that have one rank [P4, P5]', () => {
    const twins = [
      { id: 'a', rank: 'a0' },
      { id: 'b', rank: 'a0' },
    ]
    const plan = planRank(twins, 1, () => 0.5)
    const all = [...plan.respaced, { id: 'new', rank: plan.rank }]
    const ranks = new Map([...twins, ...all].map((row) => [row.id, row.rank]))
    const order = [...ranks].map(([id, rank]) => ({ id, rank })).sort(compareRanked)
    expect(order.map((row) => row.id)).toEqual(['a', 'new', 'b'])
  })

  test('two devices rarely make one rank at one place', () => {
    const random = makeRandom(7)
    const ranks = Array.from({ length: 500 }, () => planRank([], 0, random).rank)
    expect(new Set(ranks).size).toBeGreaterThan(495)
  })
})
