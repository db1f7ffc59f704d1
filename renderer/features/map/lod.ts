/**
 * How much of a card is drawn.
 * full: everything. compact: stance and name at a steady size on screen. far: boxes on one canvas.
 */
export type DetailLevel = 'full' | 'compact' | 'far'

/** Below this zoom three lines of letters that can be read are higher than the card. */
const fullFrom = 0.62
/** Below this zoom a card is lower than one line of 9 px text. */
const compactFrom = 0.2
/** More cards than this in one window are cheaper on a canvas than as elements. */
export const elementLimit = 420

/** Picks the level; `cardsInView` counts the cards in the window without overscan. */
export function pickDetail(zoom: number, cardsInView: number): DetailLevel {
  if (zoom < compactFrom || cardsInView > elementLimit) return 'far'
  return zoom < fullFrom ? 'compact' : 'full'
}
