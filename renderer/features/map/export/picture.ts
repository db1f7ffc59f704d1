import { routeLines, type DrawnLine } from '../edges'
import { branchOf, buildForest, countBranches, type Forest } from '../forest'
import { layoutMap, type MapLayout } from '../layout'
import { card, type MapLine, type MapSeat, type Rect } from '../model'
import { stripForCustomer } from '../safe'

/**
 * Everything a picture of the map shows, as values. Made by `makePicture` only.
 *
 * Invariants
 * 1. When `isSafe`, the seats went through `stripForCustomer` and there are no lines: names, titles and
 *    reporting lines are all that is left, so no printer of a picture has anything else to print.
 */
export interface Picture {
  readonly isSafe: boolean
  /** For example the account's name. */
  readonly title: string
  readonly subtitle: string
  readonly nowMs: number
  readonly forest: Forest
  readonly layout: MapLayout
  readonly lines: readonly DrawnLine[]
  readonly folded: ReadonlySet<string>
  /** Seats below each seat. */
  readonly below: ReadonlyMap<string, number>
}

export interface PictureSource {
  readonly seats: readonly MapSeat[]
  readonly lines: readonly MapLine[]
  readonly folded: ReadonlySet<string>
  /** Only this branch; null = the whole map. */
  readonly rootId: string | null
  readonly isSafe: boolean
  readonly title: string
  readonly subtitle: string
  readonly nowMs: number
}

export function makePicture(source: PictureSource): Picture {
  const { isSafe, title, subtitle, nowMs, rootId, folded } = source
  const whole = buildForest(isSafe ? stripForCustomer(source.seats) : source.seats)
  const forest =
    rootId !== null && whole.seatsById.has(rootId)
      ? buildForest(branchOf(whole, rootId).map((id) => whole.seatsById.get(id)!))
      : whole
  const layout = layoutMap(forest, folded)
  const lines = isSafe ? [] : routeLines(source.lines, layout)
  const below = countBranches(forest)
  return { isSafe, title, subtitle, nowMs, forest, layout, lines, folded, below }
}

/** The map's own extent with room for what reaches over the cards. */
export function mapBounds({ layout }: Picture): Rect {
  const { left, top, right, bottom } = layout.bounds
  if (layout.positions.size === 0)
    return { left: 0, top: 0, right: card.width, bottom: card.height }
  return { left: left - 24, top: top - 24, right: right + 24, bottom: bottom + 24 }
}

export function widthOf({ left, right }: Rect): number {
  return right - left
}

export function heightOf({ top, bottom }: Rect): number {
  return bottom - top
}

export function touches(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
