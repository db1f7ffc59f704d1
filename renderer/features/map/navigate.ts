import { card, type Point } from './model'
import type { MapLayout } from './layout'

export type Direction = 'up' | 'down' | 'left' | 'right'

/**
 * The card an arrow key goes to: the nearest one whose centre lies in that direction, where going
 * astray counts double, so that rows and columns are followed. Null at the rim.
 */
export function neighbourOf(layout: MapLayout, id: string, direction: Direction): string | null {
  const from = layout.positions.get(id)
  if (!from) return null
  let best = Infinity
  let found: string | null = null
  for (const [other, at] of layout.positions) {
    if (other === id) continue
    const { ahead, aside } = measure(from, at, direction)
    if (ahead <= 0 || aside > ahead * 2 + card.width) continue
    const cost = ahead + aside * 2
    if (cost < best) {
      best = cost
      found = other
    }
  }
  return found
}

function measure(from: Point, to: Point, direction: Direction): { ahead: number; aside: number } {
  const dx = to.x - from.x
  const dy = to.y - from.y
  switch (direction) {
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) }
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) }
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) * 2 }
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) * 2 }
  }
}
