import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildForest, childrenOf } from '../../../../../renderer/features/map/forest'
import { layoutMap, layoutOptions } from '../../../../../renderer/features/map/layout'
import { card } from '../../../../../renderer/features/map/model'
import { anySeats, anyTree, findOverlaps, makeCompany, makeTree } from './seats'

const runs = { numRuns: 300, seed: 20261121 }

describe('layoutMap', () => {
  it('places every seat exactly once, whatever the bosses say (seed 20261121)', () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const layout = layoutMap(buildForest(seats))
        expect([...layout.positions.keys()].sort()).toEqual(seats.map((s) => s.id).sort())
      }),
      runs,
    )
  })

  it('never lets two cards overlap (seed 20261121)', () => {
    fc.assert(
      fc.property(fc.oneof(anySeats, anyTree), (seats) => {
        expect(findOverlaps(layoutMap(buildForest(seats)))).toEqual([])
      }),
      { ...runs, numRuns: 1000 },
    )
  })

  it('centres a boss above the cards of its direct reports (seed 20261121)', () => {
    fc.assert(
      fc.property(anyTree, (seats) => {
        const forest = buildForest(seats)
        const { positions } = layoutMap(forest)
        for (const id of forest.order) {
          const xs = childrenOf(forest, id).map((child) => positions.get(child)?.x ?? NaN)
          if (xs.length === 0) continue
          const middle = (Math.min(...xs) + Math.max(...xs)) / 2
          expect(positions.get(id)?.x).toBeCloseTo(middle, 3)
        }
      }),
      runs,
    )
  })

  it('puts reports below their boss and peers in order (seed 20261121)', () => {
    fc.assert(
      fc.property(anyTree, (seats) => {
        const forest = buildForest(seats)
        const { positions } = layoutMap(forest)
        for (const id of forest.order) {
          const at = childrenOf(forest, id).map((child) => positions.get(child) ?? { x: 0, y: 0 })
          const bossY = positions.get(id)?.y ?? NaN
          expect(at.every((p) => p.y >= bossY + card.height + layoutOptions.levelGap)).toBe(true)
          at.forEach((p, i) => {
            const before = at[i - 1]
            if (before) expect(p.x > before.x || (p.x === before.x && p.y > before.y)).toBe(true)
          })
        }
      }),
      runs,
    )
  })

  it('gives the same picture whatever the order of the rows (seed 20261121)', () => {
    fc.assert(
      fc.property(anyTree, (seats) => {
        const there = layoutMap(buildForest(seats))
        const back = layoutMap(buildForest([...seats].reverse()))
        expect([...back.positions].sort()).toEqual([...there.positions].sort())
      }),
      runs,
    )
  })

  it('draws one reporting line for every visible seat that has a boss', () => {
    const seats = makeCompany(200, 5)
    const layout = layoutMap(buildForest(seats), new Set(['s1']))
    expect(layout.edges.map((e) => e.childId).sort()).toEqual(
      [...layout.positions.keys()].filter((id) => id !== 's0').sort(),
    )
  })

  it('hides what is below a folded seat and stacks the folded seats like leaves', () => {
    const forest = buildForest(
      makeTree({ a: null, b: 'a', c: 'a', d: 'a', b1: 'b', c1: 'c', d1: 'd', d2: 'd1' }),
    )
    const layout = layoutMap(forest, new Set(['b', 'c', 'd']))
    expect([...layout.positions.keys()]).toEqual(['a', 'b', 'c', 'd'])
    expect([...layout.stacked]).toEqual(['b', 'c', 'd'])
  })

  it('keeps two reports side by side and stacks three', () => {
    const two = layoutMap(buildForest(makeTree({ a: null, b: 'a', c: 'a' })))
    expect(two.positions.get('b')?.y).toBe(two.positions.get('c')?.y)
    const three = layoutMap(buildForest(makeTree({ a: null, b: 'a', c: 'a', d: 'a' })))
    expect(three.positions.get('b')?.x).toBe(three.positions.get('c')?.x)
  })

  it('lays out a chain of 5,000 without running out of stack', () => {
    const bosses = Object.fromEntries(
      Array.from({ length: 5000 }, (_, i) => [`c${i}`, i === 0 ? null : `c${i - 1}`]),
    )
    const layout = layoutMap(buildForest(makeTree(bosses)))
    expect(new Set([...layout.positions.values()].map((p) => Math.round(p.x))).size).toBe(1)
  })

  it('gives an empty map empty bounds', () => {
    const layout = layoutMap(buildForest([]))
    expect(layout.bounds).toEqual({ left: 0, top: 0, right: 0, bottom: 0 })
  })
})
