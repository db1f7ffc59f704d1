import { childrenOf, type Forest } from './forest'
import { layoutMap } from './layout'
import type { Size } from './model'
import { fitBounds } from './viewport'

/** Below this zoom a card's one line of 10 px text holds too few letters to tell people apart. */
const readableZoom = 0.4
const wantedLevels = 3

/**
 * Which branches start folded so that the whole map fits the window readably: none if it fits open,
 * else the deepest level that still fits readably, which is the third for a few thousand people and
 * the second for more.
 */
export function foldForFit(forest: Forest, size: Size): ReadonlySet<string> {
  const levels = listLevels(forest)
  for (let open = levels.length; open >= wantedLevels; open--) {
    const folded = foldBelow(forest, levels, open)
    if (isReadable(forest, folded, size)) return folded
  }
  return foldBelow(forest, levels, wantedLevels - 1)
}

/** Folds every branch whose top sits on level `open` (1 = top seats) or deeper. */
function foldBelow(
  forest: Forest,
  levels: readonly (readonly string[])[],
  open: number,
): ReadonlySet<string> {
  const folded = new Set<string>()
  for (const level of levels.slice(open - 1)) {
    for (const id of level) if (childrenOf(forest, id).length > 0) folded.add(id)
  }
  return folded
}

function listLevels(forest: Forest): readonly (readonly string[])[] {
  const levels: string[][] = []
  let level = [...forest.roots]
  while (level.length > 0) {
    levels.push(level)
    level = level.flatMap((id) => childrenOf(forest, id))
  }
  return levels
}

function isReadable(forest: Forest, folded: ReadonlySet<string>, size: Size): boolean {
  return fitBounds(layoutMap(forest, folded).bounds, size).zoom >= readableZoom
}
