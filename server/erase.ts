import { conflictTable } from '../sync/schema'
import type { Queryable } from './database/database'

/**
 * Erases what a row says, everywhere: feed, history, conflicts, quarantine, long texts. The history
 * keeps digests, so its chain still verifies; every device receives the blanked row (`design.md` 8).
 * The row can only come back by a new insert (SPEC M7). False when there is no such row.
 */
export async function eraseRow(
  tx: Queryable,
  ws: number,
  tbl: string,
  id: string,
): Promise<boolean> {
  const [row] = await tx.query<{ bucket: string }>(
    'SELECT bucket FROM sync_row WHERE ws = $1 AND tbl = $2 AND id = $3',
    [ws, tbl, id],
  )
  if (row === undefined) return false
  const conflicts = await tx.query<{ id: string }>(
    `SELECT id FROM sync_row WHERE ws = $1 AND tbl = $2 AND bucket = $3
       AND data->>'rowTable' = $4 AND data->>'rowId' = $5`,
    [ws, conflictTable, row.bucket, tbl, id],
  )
  const [bucket] = await tx.query<{ head: number }>(
    'SELECT head FROM bucket WHERE ws = $1 AND id = $2 FOR UPDATE',
    [ws, row.bucket],
  )
  let seq = bucket!.head
  for (const [table, rowId] of [
    [tbl, id] as const,
    ...conflicts.map((c) => [conflictTable, c.id] as const),
  ])
    await tx.query(
      `UPDATE sync_row SET deleted = true, data = '{}', fields = '{}', seq = $4, updated_at = now()
       WHERE ws = $1 AND tbl = $2 AND id = $3`,
      [ws, table, rowId, ++seq],
    )
  await tx.query('UPDATE bucket SET head = $3 WHERE ws = $1 AND id = $2', [ws, row.bucket, seq])
  await tx.query('DELETE FROM sync_text WHERE ws = $1 AND tbl = $2 AND id = $3', [ws, tbl, id])
  await tx.query(
    `UPDATE sync_op SET body = NULL, prev = NULL WHERE ws = $1 AND tbl = $2 AND row_id = $3`,
    [ws, tbl, id],
  )
  await tx.query(
    `UPDATE sync_quarantine SET op = '{}', resolved_at = now()
     WHERE ws = $1 AND op->>'tbl' = $2 AND op->>'id' = $3`,
    [ws, tbl, id],
  )
  return true
}
