import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** Parent of a row: null at the top, undefined for a row this side does not hold. */
export type ParentOf = (id: string) => string | null | undefined

/** A wish to hang row `id` under `parentId`, made by operation `n`. */
export interface Move {
  readonly n: number
  readonly id: string
  readonly parentId: string | null
}

export interface Ranked {
  readonly id: string
  readonly rank: string
}

/** Ranks longer than this make the next insertion respace its list (SPEC P5). */
export const maxRankLength = 64

/**
 * Tells whether hanging `id` under `parentId` would close a loop. Walks through deleted rows too,
 * since an edit may bring them back (SPEC P2).
 */
export function wouldLoop(id: string, parentId: string | null, parentOf: ParentOf): boolean {
  const visited = new Set<string>()
  let at: string | null | undefined = parentId
  while (at !== null && at !== undefined && !visited.has(at)) {
    if (at === id) return true
    visited.add(at)
    at = parentOf(at)
  }
  return false
}

/**
 * Replays pending moves in order over the server's tree and gives the numbers of those that would
 * close a loop now: they are not shown, though still sent (SPEC P3).
 */
export function replayMoves(parentOf: ParentOf, moves: readonly Move[]): ReadonlySet<number> {
  const moved = new Map<string, string | null>()
  const skipped = new Set<number>()
  const parentNow = (id: string) => (moved.has(id) ? moved.get(id) : parentOf(id))
  for (const move of moves) {
    if (wouldLoop(move.id, move.parentId, parentNow)) skipped.add(move.n)
    else moved.set(move.id, move.parentId)
  }
  return skipped
}

/**
 * Rows with parents before their children. Inserted again in this order no row can seem to close a
 * loop through a place its parent has left (SPEC E3). Ends on loops and unknown parents too.
 */
export function orderTopDown<T extends { readonly id: string }>(
  rows: readonly T[],
  parentOf: (row: T) => string | null,
): readonly T[] {
  const rowById = new Map(rows.map((row) => [row.id, row]))
  const ordered = new Set<T>()
  for (const row of rows) {
    const path: T[] = []
    let at: T | undefined = row
    while (at !== undefined && !ordered.has(at) && !path.includes(at)) {
      path.push(at)
      at = rowById.get(parentOf(at) ?? '')
    }
    for (const step of path.toReversed()) ordered.add(step)
  }
  return [...ordered]
}

/** Order of siblings: rank, then id, both bytewise, so that equal ranks still have one order (P4). */
export function compareRanked(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * Rank for a row to stand at `index` among `siblings` (in order, without the row itself). Two devices
 * that insert at one place rarely make the same rank (`random` in [0, 1)). `respaced` lists siblings
 * that must get a new rank first, as ordinary changes: when ranks collide or grew too long (P5).
 */
export function planRank(
  siblings: readonly Ranked[],
  index: number,
  random: () => number,
): { readonly rank: string; readonly respaced: readonly Ranked[] } {
  const below = siblings[index - 1]?.rank ?? null
  const above = siblings[index]?.rank ?? null
  const rank = tryRank(below, above, random)
  if (rank !== null && rank.length <= maxRankLength) return { rank, respaced: [] }
  const ranks = generateNKeysBetween(null, null, siblings.length + 1)
  const respaced = siblings.map(({ id }, i) => ({ id, rank: ranks[i < index ? i : i + 1]! }))
  return {
    rank: ranks[index]!,
    respaced: respaced.filter((sibling, i) => sibling.rank !== siblings[i]!.rank),
  }
}

function tryRank(below: string | null, above: string | null, random: () => number): string | null {
  try {
    if (below !== null && above !== null && below >= above) return null
    const rank = generateKeyBetween(below, above)
    const blurred = rank + makeSuffix(random)
    return above === null || blurred < above ? blurred : rank
  } catch {
    return null
  }
}

/** Four characters; the last is never 0, which may not end a rank. */
function makeSuffix(random: () => number): string {
  let suffix = ''
  for (let i = 0; i < 3; i++) suffix += Math.floor(random() * 36).toString(36)
  return suffix + (1 + Math.floor(random() * 35)).toString(36)
}
