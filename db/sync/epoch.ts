import type { BucketAccess } from '../../sync/wire'
import type { SqlConnection } from '../handles'
import type { TableShapes } from '../schema'
import type { Outbox } from './outbox'
import type { ShownRows } from './shown-rows'
import type { Changed } from './take'

export interface EpochParts {
  readonly sql: SqlConnection
  readonly shapes: TableShapes
  readonly outbox: Outbox
  readonly shown: ShownRows
}

export interface NamedRow {
  readonly table: string
  readonly id: string
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
  sql.prepare(`DELETE FROM _set_aside WHERE n > ? AND isLocal = 0`).run(lastN)
}

/**
 * Follows a restored server (sync/SPEC.md E1 to E3): cursors, bases and row sequences go back to the
 * floor both histories share. Gives the rows above it, which every device that holds them inserts
 * again; what only a server makes is dropped and comes again. The caller holds the transaction.
 */
export function lowerToFloors(
  parts: EpochParts,
  lastN: number,
  buckets: readonly BucketAccess[],
  changed: Changed,
): readonly NamedRow[] {
  const { sql, outbox } = parts
  requeueAfter(parts, lastN)
  outbox.cutChain(lastN)
  const floors = new Map(buckets.map(({ id, floor }) => [id, floor ?? 0]))
  const lowerCursor = sql.prepare(`UPDATE _cursor SET cursor = min(cursor, ?) WHERE bucket = ?`)
  const lowerBase = sql.prepare(`UPDATE _change SET base = min(base, ?) WHERE bucket = ? AND n > ?`)
  const known = sql
    .prepare(
      `SELECT bucket FROM _cursor UNION SELECT bucket FROM _row
       UNION SELECT DISTINCT bucket FROM _change WHERE n > ?`,
    )
    .all(lastN) as { bucket: string }[]
  return known.flatMap(({ bucket }) => {
    const floor = floors.get(bucket) ?? 0
    lowerCursor.run(floor, bucket)
    lowerBase.run(floor, bucket, lastN)
    return lowerRows(parts, bucket, floor, changed)
  })
}

function lowerRows(
  { sql, shapes, shown }: EpochParts,
  bucket: string,
  floor: number,
  changed: Changed,
): readonly NamedRow[] {
  const setSeq = sql.prepare(`UPDATE _row SET seq = ? WHERE tbl = ? AND rowId = ?`)
  const dropState = sql.prepare(`DELETE FROM _row WHERE tbl = ? AND rowId = ?`)
  const rows = sql
    .prepare(`SELECT tbl, rowId FROM _row WHERE bucket = ? AND seq > ?`)
    .all(bucket, floor) as { tbl: string; rowId: string }[]
  const again: NamedRow[] = []
  for (const { tbl, rowId } of rows) {
    const rule = shapes.get(tbl)?.bucket
    const row = shown.find(tbl, rowId)
    if (rule === undefined) dropState.run(tbl, rowId)
    else if (rule === 'any' || row === null || Object.keys(row.data).length === 0) {
      dropState.run(tbl, rowId)
      shown.dropCopy(tbl, rowId)
      shown.forget(tbl, rowId)
      changed.set(tbl, (changed.get(tbl) ?? new Map()).set(rowId, null))
    } else {
      if (floor > 0) setSeq.run(floor, tbl, rowId)
      else dropState.run(tbl, rowId)
      // What the server has of it now is not known; the insert that follows is complete.
      shown.setCopy(tbl, rowId, null)
      again.push({ table: tbl, id: rowId })
    }
  }
  return again
}

/** Reads a bucket anew from its beginning (sync/SPEC.md E4); no operation is discarded. */
export function readAgain(sql: SqlConnection, bucket: string): void {
  sql.prepare(`UPDATE _cursor SET cursor = 0 WHERE bucket = ?`).run(bucket)
}
