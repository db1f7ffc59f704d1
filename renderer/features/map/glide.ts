import type { MapLayout } from './layout'
import { card, type Point, type Rect } from './model'

const glideMs = 140
/** More moving cards than this would cost frames and tell the eye nothing. */
const mostGliding = 60

/**
 * Lets cards glide from where they were on screen to where they are now. `shift` is how far the held
 * card went in the world, which the viewport has already made up for: that card stands still.
 */
export function glide(
  root: HTMLElement | null,
  before: MapLayout,
  after: MapLayout,
  shift: Point,
  seen: Rect,
): void {
  if (!root || !('animate' in root)) return
  if (window.matchMedia?.('(prefers-reduced-motion: reduce)').matches) return
  const moves = [...after.positions].flatMap(([id, to]) => {
    const from = before.positions.get(id)
    if (!from || !isIn(seen, to)) return []
    const start = { x: from.x + shift.x, y: from.y + shift.y }
    const isStill = Math.abs(start.x - to.x) < 0.5 && Math.abs(start.y - to.y) < 0.5
    return isStill ? [] : [{ id, start, to }]
  })
  if (moves.length > mostGliding) return
  for (const { id, start, to } of moves) {
    const element = document.getElementById(`map-card-${id}`)
    if (!element) continue
    element.animate(
      [
        { transform: `translate(${start.x}px, ${start.y}px)` },
        { transform: `translate(${to.x}px, ${to.y}px)` },
      ],
      { duration: glideMs, easing: 'ease-out' },
    )
  }
}

function isIn(seen: Rect, at: Point): boolean {
  return (
    at.x + card.width > seen.left &&
    at.x < seen.right &&
    at.y + card.height > seen.top &&
    at.y < seen.bottom
  )
}
