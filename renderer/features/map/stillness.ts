import type { MapLayout } from './layout'
import { card, type Point, type Size } from './model'
import { holdStill, seenRect, type Viewport } from './viewport'

export interface Held {
  readonly viewport: Viewport
  /** How far the held card went in the world. */
  readonly shift: Point
}

/**
 * The viewport that keeps the eye's place when the layout changes: the first wanted card that is in
 * both layouts stands still on screen, else the card nearest to the middle of the window. A pair
 * names one card before and after, because a typed card gets another id when it is saved.
 */
export function holdLayout(
  before: MapLayout,
  after: MapLayout,
  wanted: readonly (readonly [string, string])[],
  viewport: Viewport,
  size: Size,
): Held | null {
  const pair =
    wanted.find(([was, is]) => before.positions.has(was) && after.positions.has(is)) ??
    nearestMiddle(before, after, viewport, size)
  if (pair === null) return null
  const from = before.positions.get(pair[0]) as Point
  const to = after.positions.get(pair[1]) as Point
  return {
    viewport: holdStill(viewport, from, to),
    shift: { x: to.x - from.x, y: to.y - from.y },
  }
}

function nearestMiddle(
  before: MapLayout,
  after: MapLayout,
  viewport: Viewport,
  size: Size,
): readonly [string, string] | null {
  const seen = seenRect(viewport, size)
  const x = (seen.left + seen.right - card.width) / 2
  const y = (seen.top + seen.bottom - card.height) / 2
  let best = Infinity
  let found: string | null = null
  for (const [id, at] of before.positions) {
    const distance = Math.hypot(at.x - x, at.y - y)
    if (distance >= best || !after.positions.has(id)) continue
    best = distance
    found = id
  }
  return found === null ? null : [found, found]
}
