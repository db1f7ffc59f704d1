import { card, type Point, type Rect } from './model'
import type { SpatialIndex } from './visible'

/** The card under a world point, or null. Cards never overlap, so there is at most one. */
export function hitCard(index: SpatialIndex, at: Point): string | null {
  const found = nearestCard(index, at)
  return found !== null && found.distance === 0 ? found.id : null
}

/** The card nearest to a world point with the gap between them in world pixels. */
export function nearestCard(
  index: SpatialIndex,
  at: Point,
  isAllowed: (id: string) => boolean = () => true,
): { readonly id: string; readonly distance: number; readonly corner: Point } | null {
  const { cards, ids } = index
  let best = Infinity
  let found = -1
  for (let i = 0; i < cards.length; i += 4) {
    const left = cards[i] as number
    const top = cards[i + 1] as number
    const dx = Math.max(left - at.x, 0, at.x - left - card.width)
    const dy = Math.max(top - at.y, 0, at.y - top - card.height)
    const distance = dx * dx + dy * dy
    if (distance < best && isAllowed(ids[i / 4] as string)) {
      best = distance
      found = i
    }
  }
  if (found < 0) return null
  const corner = { x: cards[found] as number, y: cards[found + 1] as number }
  return { id: ids[found / 4] as string, distance: Math.sqrt(best), corner }
}

/** The rectangle between two corners in any order. */
export function rectBetween(a: Point, b: Point): Rect {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  }
}
