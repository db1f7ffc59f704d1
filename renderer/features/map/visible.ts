import type { MapLayout, ReportingEdge } from './layout'
import { card, type Rect } from './model'

/**
 * Answers "which cards and lines touch this rectangle" for one layout. Boxes lie flat in typed
 * arrays and are scanned: 5,000 take about 0.02 ms, less than a tree's upkeep after each edit.
 */
export interface SpatialIndex {
  readonly ids: readonly string[]
  /** Where a card's box starts in `cards`. */
  readonly placeById: ReadonlyMap<string, number>
  /** left, top, right, bottom of card i at 4i. */
  readonly cards: Float64Array
  readonly edges: readonly ReportingEdge[]
  readonly edgeBoxes: Float64Array
}

export function indexLayout(layout: MapLayout): SpatialIndex {
  const ids = [...layout.positions.keys()]
  const cards = new Float64Array(ids.length * 4)
  let at = 0
  for (const { x, y } of layout.positions.values()) {
    cards[at++] = x
    cards[at++] = y
    cards[at++] = x + card.width
    cards[at++] = y + card.height
  }
  const edgeBoxes = new Float64Array(layout.edges.length * 4)
  layout.edges.forEach(({ points }, i) => writeBox(edgeBoxes, i * 4, points))
  const placeById = new Map(ids.map((id, i) => [id, i * 4]))
  return { ids, placeById, cards, edges: layout.edges, edgeBoxes }
}

/** Ids of the cards that touch `rect`, in layout order (bosses first). */
export function cardsIn(index: SpatialIndex, rect: Rect): string[] {
  return scan(index.cards, rect).map((i) => index.ids[i] as string)
}

export function edgesIn(index: SpatialIndex, rect: Rect): ReportingEdge[] {
  return scan(index.edgeBoxes, rect).map((i) => index.edges[i] as ReportingEdge)
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  )
}

function scan(boxes: Float64Array, rect: Rect): number[] {
  const found: number[] = []
  for (let i = 0; i < boxes.length; i += 4) {
    const isApart =
      (boxes[i] as number) > rect.right ||
      (boxes[i + 1] as number) > rect.bottom ||
      (boxes[i + 2] as number) < rect.left ||
      (boxes[i + 3] as number) < rect.top
    if (!isApart) found.push(i / 4)
  }
  return found
}

function writeBox(boxes: Float64Array, at: number, points: readonly number[]): void {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i] as number)
    right = Math.max(right, points[i] as number)
    top = Math.min(top, points[i + 1] as number)
    bottom = Math.max(bottom, points[i + 1] as number)
  }
  boxes.set([left, top, right, bottom], at)
}
