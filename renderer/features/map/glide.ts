import type { MapLayout } from './layout'
import type { Point } from './model'

const glideMs = 140
/** More moving cards than this would cost frames and tell the eye nothing. */
const mostGliding = 150

/**
 * Lets cards glide from where they were on screen to where they are now. `shift` is how far the held
 * card went in the world, which the viewport has already made up for: that card stands still.
 */
export function glide(
  root: HTMLElement | null,
  before: MapLayout,
  after: MapLayout,
  shift: Point,
): void {
  if (!root || !('animate' in root)) return
  if (window.matchMedia?.('(prefers-reduced-motion: reduce)').matches) return
  const cards = root.querySelectorAll<HTMLElement>('[data-card]')
  if (cards.length > mostGliding) return
  for (const element of cards) {
    const id = element.dataset.card as string
    const from = before.positions.get(id)
    const to = after.positions.get(id)
    if (!from || !to) continue
    const x = from.x + shift.x
    const y = from.y + shift.y
    if (Math.abs(x - to.x) < 0.5 && Math.abs(y - to.y) < 0.5) continue
    element.animate(
      [
        { transform: `translate(${x}px, ${y}px)` },
        { transform: `translate(${to.x}px, ${to.y}px)` },
      ],
      { duration: glideMs, easing: 'ease-out' },
    )
  }
}
