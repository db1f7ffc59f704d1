import type { Change, TextChange, Value } from './change'
import type { FeedRow, TextState } from './row'
import type { SyncSchema } from './schema'

import { fromBase64, toBase64 } from './base64'
import { replayMoves } from './placement'
import { findTable } from './schema'
import { applyTextUpdate, emptyTextDoc } from './text'

const noSkips: ReadonlySet<number> = new Set()

/**
 * What a device shows of a row: the server's copy with the device's own pending operations on top
 * (invariant I4, SPEC R1). `skipped` holds numbers of moves that would close a loop now. Null when
 * there is nothing; a deleted row stays as a deleted row.
 */
export function rebaseRow(
  schema: SyncSchema,
  server: FeedRow | null,
  pending: readonly Change[],
  skipped: ReadonlySet<number> = noSkips,
): FeedRow | null {
  let row = server
  for (const change of pending) row = replayChange(schema, row, change, skipped)
  return row
}

/**
 * Numbers of pending moves of one table that may not be shown, given the parents the server knows
 * (SPEC P3). `pending` are all pending operations of the device, in order.
 */
export function findSkippedMoves(
  schema: SyncSchema,
  tbl: string,
  pending: readonly Change[],
  serverParentOf: (id: string) => string | null | undefined,
): ReadonlySet<number> {
  const tree = findTable(schema, tbl)?.tree
  if (tree === undefined) return noSkips
  const moves = pending.flatMap((change) => {
    if (change.tbl !== tbl || (change.k !== 'I' && change.k !== 'U')) return []
    const values = change.set[tree.group]
    if (values === undefined || !Object.hasOwn(values, tree.parentColumn)) return []
    const parent = values[tree.parentColumn]
    return [{ n: change.n, id: change.id, parentId: typeof parent === 'string' ? parent : null }]
  })
  return replayMoves(serverParentOf, moves)
}

/** True for a row that came with its columns; a place holder has none (SPEC M7). */
export function isComplete(row: FeedRow | null): row is FeedRow {
  return row !== null && Object.keys(row.data).length > 0
}

function replayChange(
  schema: SyncSchema,
  row: FeedRow | null,
  change: Change,
  skipped: ReadonlySet<number>,
): FeedRow | null {
  const { tbl, id, b } = change
  const base = row ?? { tbl, id, b, seq: 0, isDeleted: true, data: {}, texts: {} }
  if (change.k === 'D') return { ...base, isDeleted: true }
  if (change.k !== 'I' && !isComplete(row)) return row
  if (change.k === 'T') return replayText(base, change)
  const tree = findTable(schema, tbl)?.tree
  const data: Record<string, Value> = { ...base.data }
  for (const [group, values] of Object.entries(change.set)) {
    const isSkipped = skipped.has(change.n) && tree?.group === group
    if (!isSkipped) Object.assign(data, values)
    else if (!isComplete(row)) Object.assign(data, values, { [tree.parentColumn]: null })
  }
  return { ...base, isDeleted: false, data }
}

function replayText(row: FeedRow, change: TextChange): FeedRow {
  const { column, gen, u } = change.text
  const known: TextState | undefined = row.texts[column]
  const doc = known ? { gen: known.gen, state: fromBase64(known.state)! } : emptyTextDoc
  const update = fromBase64(u)
  if (update === null || gen !== doc.gen) return row
  const merged = applyTextUpdate(doc, update)
  if ('fault' in merged) return row
  return {
    ...row,
    isDeleted: false,
    data: { ...row.data, [column]: merged.text },
    texts: {
      ...row.texts,
      [column]: { gen, state: toBase64(merged.doc.state) },
    },
  }
}
