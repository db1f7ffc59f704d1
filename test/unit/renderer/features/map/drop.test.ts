import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDrop, type DropScene } from '../../../../../renderer/features/map/drop'
import { buildForest, wouldLoop } from '../../../../../renderer/features/map/forest'
import { layoutMap } from '../../../../../renderer/features/map/layout'
import { card, type MapSeat } from '../../../../../renderer/features/map/model'
import { indexLayout } from '../../../../../renderer/features/map/visible'
import { anyTree, makeTree } from './seats'

const plain = { isDotted: false, isCopy: false }

function sceneOf(seats: readonly MapSeat[]): DropScene {
  const forest = buildForest(seats)
  const layout = layoutMap(forest)
  return { forest, layout, index: indexLayout(layout) }
}

function inside(scene: DropScene, id: string, dx = 0.5, dy = 0.5) {
  const corner = scene.layout.positions.get(id)!
  return { x: corner.x + card.width * dx, y: corner.y + card.height * dy }
}

const scene = sceneOf(makeTree({ a: null, b: 'a', c: 'a', d: 'b' }))

describe('findDrop', () => {
  it('on a card: reports to it', () => {
    expect(findDrop(scene, ['d'], inside(scene, 'c'), plain)).toEqual({
      kind: 'report',
      bossId: 'c',
      ids: ['d'],
    })
  })

  it('between cards: takes that place in the order', () => {
    expect(findDrop(scene, ['d'], inside(scene, 'c', 0.05), plain)).toMatchObject({
      kind: 'order',
      bossId: 'a',
      afterId: 'b',
    })
    expect(findDrop(scene, ['d'], inside(scene, 'b', 0.02), plain)).toMatchObject({ afterId: null })
  })

  it('in a stack: above and below', () => {
    const stack = sceneOf(makeTree({ a: null, b: 'a', c: 'a', d: 'a', e: null }))
    expect(findDrop(stack, ['e'], inside(stack, 'c', 0.5, 0.05), plain)).toMatchObject({
      kind: 'order',
      afterId: 'b',
    })
  })

  it('on empty ground: no boss any more', () => {
    const away = { x: 5000, y: 5000 }
    expect(findDrop(scene, ['d'], away, plain)).toEqual({ kind: 'detach', ids: ['d'] })
    expect(findDrop(scene, ['a'], away, plain)).toEqual({ kind: 'nothing' })
  })

  it('with Alt: a dotted line; with Ctrl: a copy', () => {
    const on = inside(scene, 'c')
    expect(findDrop(scene, ['d'], on, { isDotted: true, isCopy: false })).toEqual({
      kind: 'dotted',
      toId: 'c',
      ids: ['d'],
    })
    expect(findDrop(scene, ['d'], on, { isDotted: false, isCopy: true })).toEqual({
      kind: 'copy',
      bossId: 'c',
      ids: ['d'],
    })
  })

  it('refuses a loop and a move to where the card already is', () => {
    expect(findDrop(scene, ['b'], inside(scene, 'd'), plain)).toMatchObject({ reason: 'loop' })
    expect(findDrop(scene, ['b'], inside(scene, 'a'), plain)).toMatchObject({
      reason: 'alreadyThere',
    })
  })

  it('never offers a drop that would close a loop (seed 20261121)', () => {
    fc.assert(
      fc.property(
        anyTree,
        fc.nat(),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seats, a, b, dx) => {
          const any = sceneOf(seats)
          const dragged = seats[a % seats.length]!.id
          const drop = findDrop(any, [dragged], inside(any, seats[b % seats.length]!.id, dx), plain)
          if (drop.kind !== 'report' && drop.kind !== 'order') return
          expect(wouldLoop(any.forest, dragged, drop.bossId)).toBe(false)
        },
      ),
      { seed: 20261121, numRuns: 500 },
    )
  })
})
