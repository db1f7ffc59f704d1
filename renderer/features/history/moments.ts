import type { Snapshot } from '../../../db/entities/snapshot'

/** A point of the scale: a snapshot, or now. */
export interface Moment {
  /** The snapshot's id; null = now. */
  readonly id: string | null
  readonly atMs: number
  readonly snapshot: Snapshot | null
  /** It says what the moment before it says. */
  readonly isSame: boolean
}

/** Snapshots from the oldest on, then now. */
export function listMoments(snapshots: readonly Snapshot[], nowMs: number): readonly Moment[] {
  const sorted = [...snapshots].sort((a, b) =>
    a.atMs === b.atMs ? (a.id < b.id ? -1 : 1) : a.atMs - b.atMs,
  )
  const moments = sorted.map((snapshot, at): Moment => {
    const isSame = sorted[at - 1]?.contentId === snapshot.contentId
    return { id: snapshot.id, atMs: snapshot.atMs, snapshot, isSame }
  })
  return [...moments, { id: null, atMs: nowMs, snapshot: null, isSame: false }]
}

/** Which two moments are compared: `from` is always before `to`. */
export interface Pair {
  readonly from: number
  readonly to: number
}

/**
 * The pair for a chosen moment: with the one pinned as the beginning, where it lies before; else with
 * the one just before that says something else.
 */
export function pairFor(
  moments: readonly Moment[],
  to: number,
  pinned: number | null,
): Pair | null {
  if (to <= 0) return null
  if (pinned !== null && pinned < to) return { from: pinned, to }
  let from = to - 1
  while (from > 0 && moments[from]!.isSame) from -= 1
  return { from, to }
}
