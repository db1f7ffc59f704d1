import type { BucketAccess } from '../../sync/wire'
import type { SqlConnection } from '../handles'
import type { TableShapes } from '../schema'
import type { Outbox } from './outbox'
import type { ShownRows } from './shown-rows'

export interface EpochParts {
  readonly sql: SqlConnection
  readonly shapes: TableShapes
  readonly outbox: Outbox
  readonly shown: ShownRows
}

/**
 * Sends again what the server lacks after `lastN`: operations it once had confirmed or never got
 * (sync/SPEC.md A3). What is shown already holds them. The caller holds the transaction.
 */
export function requeueAfter({ sql, shown }: EpochParts, afterN: number): void {
  const link = sql.prepare(`SELECT startN FROM _link WHERE id = 1`).get()
  const lastN = Math.max(afterN, (link as { startN: number } | undefined)?.startN ?? 0)
  const rows = sql
    .prepare(
      `SELECT DISTINCT tbl, rowId FROM _change
       WHERE n > ? AND n <= (SELECT lastAckedN FROM _device WHERE id = 1)
         AND n NOT IN (SELECT n FROM _set_aside WHERE isLocal = 1)`,
    )
    .all(lastN) as { tbl: string; rowId: string }[]
  for (const { tbl, rowId } of rows) shown.keepCopy(tbl, rowId)
  sql.prepare(`UPDATE _device SET lastAckedN = min(lastAckedN, ?) WHERE id = 1`).run(lastN)
}

/**
 * Follows a restored server (sync/SPEC.md E1 to E3): cursors, bases and row sequences go back to the
 * floor both histories share, and rows above it are inserted again by every device that holds them.
 * Gives the rows to log again. The caller holds the transaction.
 */
export function lowerToFloors(
  parts: EpochParts,
  lastN: number,
  buckets: readonly BucketAccess[],
): readonly { readonly table: string; readonly id: string }[] {
  const { sql, shown, outbox } = parts
  requeueAfter(parts, lastN)
  outbox.cutChain(lastN)
  const floors = new Map(buckets.map(({ id, floor }) => [id, floor ?? 0]))
  const again: { table: string; id: string }[] = []
  const rowsAbove = sql.prepare(`SELECT tbl, rowId FROM _row WHERE bucket = ? AND seq > ?`)
  const setSeq = sql.prepare(`UPDATE _row SET seq = ? WHERE tbl = ? AND rowId = ?`)
  const dropState = sql.prepare(`DELETE FROM _row WHERE tbl = ? AND rowId = ?`)
  const held = sql.prepare(`SELECT bucket FROM _cursor`).all() as { bucket: string }[]
  for (const { bucket } of held) {
    const floor = floors.get(bucket)
    if (floor === undefined) continue
    const rows = rowsAbove.all(bucket, floor) as { tbl: string; rowId: string }[]
    for (const { tbl, rowId } of rows) {
      if (floor > 0) setSeq.run(floor, tbl, rowId)
      else dropState.run(tbl, rowId)
      // Rows that only a server makes cannot be inserted by us.
      const bucketRule = parts.shapes.get(tbl)?.bucket
      if (bucketRule === undefined || bucketRule === 'any') continue
      // What the server has of it now is not known; the insert that follows is complete.
      shown.setCopy(tbl, rowId, null)
      again.push({ table: tbl, id: rowId })
    }
    sql.prepare(`UPDATE _cursor SET cursor = min(cursor, ?) WHERE bucket = ?`).run(floor, bucket)
    sql
      .prepare(`UPDATE _change SET base = min(base, ?) WHERE bucket = ? AND n > ?`)
      .run(floor, bucket, lastN)
  }
  return again
}

/** Reads a bucket anew from its beginning (sync/SPEC.md E4); no operation is discarded. */
export function readAgain(sql: SqlConnection, bucket: string): void {
  sql.prepare(`UPDATE _cursor SET cursor = 0 WHERE bucket = ?`).run(bucket)
}
