import type { FeedRow } from '../sync/row'
import type { SyncSchema } from '../sync/schema'
import { rowKey } from '../sync/change'
import { findTable } from '../sync/schema'
import type { Queryable, Row } from './database/database'

/** Columns of `sync_row` a device gets. */
export const feedColumns = 'tbl, id, bucket, seq, deleted, data'

export interface StoredFeedRow extends Row {
  readonly tbl: string
  readonly id: string
  readonly bucket: string
  readonly seq: number
  readonly deleted: boolean
  readonly data: FeedRow['data']
}

/** Rows as they travel, with the states of their long texts. */
export async function toFeedRows(
  tx: Queryable,
  schema: SyncSchema,
  ws: number,
  rows: readonly StoredFeedRow[],
): Promise<readonly FeedRow[]> {
  const withText = rows.filter((row) => findTable(schema, row.tbl)?.text !== undefined)
  const texts = new Map<string, Record<string, { gen: number; state: string }>>()
  if (withText.length > 0) {
    const docs = await tx.query<{
      tbl: string
      id: string
      col: string
      gen: number
      state: Uint8Array
    }>(
      `SELECT tbl, id, col, gen, state FROM sync_text
       WHERE ws = $1 AND (tbl, id) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
      [ws, withText.map((row) => row.tbl), withText.map((row) => row.id)],
    )
    for (const { tbl, id, col, gen, state } of docs) {
      const key = rowKey(tbl, id)
      const text = { gen, state: Buffer.from(state).toString('base64') }
      texts.set(key, { ...texts.get(key), [col]: text })
    }
  }
  return rows.map(({ tbl, id, bucket, seq, deleted, data }) => ({
    tbl,
    id,
    b: bucket,
    seq,
    isDeleted: deleted,
    data,
    texts: texts.get(rowKey(tbl, id)) ?? {},
  }))
}

/** Named rows as they stand. */
export async function readFeedRows(
  tx: Queryable,
  schema: SyncSchema,
  ws: number,
  keys: readonly { readonly tbl: string; readonly id: string }[],
): Promise<readonly FeedRow[]> {
  const rows = await tx.query<StoredFeedRow>(
    `SELECT ${feedColumns} FROM sync_row
     WHERE ws = $1 AND (tbl, id) IN (SELECT * FROM unnest($2::text[], $3::text[])) ORDER BY seq`,
    [ws, keys.map((key) => key.tbl), keys.map((key) => key.id)],
  )
  return toFeedRows(tx, schema, ws, rows)
}
