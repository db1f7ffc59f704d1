import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { card } from '../../../../../renderer/features/map/model'
import {
  fitBounds,
  holdStill,
  reveal,
  seenRect,
  toScreen,
  toWorld,
  zoomAt,
} from '../../../../../renderer/features/map/viewport'

const size = { width: 1200, height: 700 }
const number = fc.double({ min: -5000, max: 5000, noNaN: true })
const anyViewport = fc.record({
  x: number,
  y: number,
  zoom: fc.double({ min: 0.05, max: 2, noNaN: true }),
})
const point = fc.record({ x: number, y: number })

describe('viewport', () => {
  it('goes to the world and back (seed 7)', () => {
    fc.assert(
      fc.property(anyViewport, point, (viewport, at) => {
        const back = toScreen(viewport, toWorld(viewport, at))
        expect(Math.hypot(back.x - at.x, back.y - at.y)).toBeLessThan(1e-6)
      }),
      { seed: 7 },
    )
  })

  it('keeps what is under the pointer there while zooming (seed 7)', () => {
    fc.assert(
      fc.property(
        anyViewport,
        point,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (viewport, at, factor) => {
          const under = toWorld(viewport, at)
          const after = toScreen(zoomAt(viewport, factor, at), under)
          expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(1e-6)
        },
      ),
      { seed: 7 },
    )
  })

  it('fits everything into the window and never enlarges (seed 7)', () => {
    fc.assert(
      fc.property(point, fc.nat(20_000), fc.nat(9000), ({ x, y }, width, height) => {
        const bounds = { left: x, top: y, right: x + width, bottom: y + height }
        const viewport = fitBounds(bounds, size)
        const seen = seenRect(viewport, size)
        expect(viewport.zoom).toBeLessThanOrEqual(1)
        expect(seen.left).toBeLessThanOrEqual(bounds.left)
        expect(seen.right).toBeGreaterThanOrEqual(bounds.right)
        expect(seen.top).toBeLessThanOrEqual(bounds.top)
        expect(seen.bottom).toBeGreaterThanOrEqual(bounds.bottom)
      }),
      { seed: 7 },
    )
  })

  it('keeps a card still on screen when the layout moves it (seed 7)', () => {
    fc.assert(
      fc.property(anyViewport, point, point, (viewport, before, after) => {
        const from = toScreen(viewport, before)
        const to = toScreen(holdStill(viewport, before, after), after)
        expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeLessThan(1e-6)
      }),
      { seed: 7 },
    )
  })

  it('reveals a card outside and leaves one inside alone', () => {
    const home = { x: 0, y: 0, zoom: 1 }
    expect(reveal(home, { x: 300, y: 300 }, size)).toEqual(home)
    const moved = reveal(home, { x: 3000, y: -900 }, size)
    const at = toScreen(moved, { x: 3000, y: -900 })
    expect(at.x + card.width).toBeLessThanOrEqual(size.width)
    expect(at.y).toBeGreaterThanOrEqual(0)
  })
})
