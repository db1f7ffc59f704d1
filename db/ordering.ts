/** A row of an ordered list: a fractional index, ties broken by id. */
interface Ranked {
  readonly id: string
  readonly rank: string
}

/** Order of siblings: rank, then id. */
export function byRank<T extends Ranked>(left: T, right: T): number {
  if (left.rank !== right.rank) return left.rank < right.rank ? -1 : 1
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}

/**
 * The rank of a row that goes after `afterId` among siblings in their order: null = first,
 * undefined = last.
 */
export function rankAmong(
  siblings: readonly Ranked[],
  afterId: string | null | undefined,
  rankBetween: (before: string | null, after: string | null) => string,
): string {
  const index =
    afterId === undefined ? siblings.length : siblings.findIndex(({ id }) => id === afterId) + 1
  const before = siblings[index - 1]?.rank || null
  const after = siblings.slice(index).find(({ rank }) => rank > (before ?? ''))?.rank ?? null
  return rankBetween(before, after)
}
