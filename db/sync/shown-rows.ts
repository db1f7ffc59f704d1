import type { Value } from '../../sync/change'
import type { FeedRow } from '../../sync/row'
import type { SqlConnection } from '../handles'
import { createRowWriter } from '../rows'
import { bucketOf } from '../schema'
import type { Row, TableShape, TableShapes } from '../schema'
import { createTextStore } from './texts'
import type { TextStore } from './texts'

/** What the server said of a row, besides its values. */
export interface RowState {
  readonly bucket: string
  readonly seq: number
  readonly extra: string | null
}

/** A row that does not fit its table: the server or a newer app sent what this version cannot hold. */
export class UnfitRowError extends Error {}

/** The rows of the store in the words of sync: what is shown, and the server's copy beside it. */
export interface ShownRows {
  readonly texts: TextStore
  /** The row as shown, a deleted one too; null when nothing is known of it. */
  find(tbl: string, rowId: string): FeedRow | null
  /**
   * Shows a row; gives it as the page knows it, null when it is not to be seen. `isNew`: nothing of it
   * was ever here, so nothing has to be cleared away.
   */
  show(row: FeedRow, isNew?: boolean): Row | null
  /** Takes a row away that only this device knew. */
  forget(tbl: string, rowId: string): void
  state(tbl: string, rowId: string): RowState | null
  /** Notes what the server has, with the columns this version does not know. */
  setState(row: FeedRow): void
  /** The server's copy: undefined when none is kept, null when the server has none. */
  copy(tbl: string, rowId: string): FeedRow | null | undefined
  setCopy(tbl: string, rowId: string, row: FeedRow | null): void
  dropCopy(tbl: string, rowId: string): void
  /**
   * Keeps the server's copy of a row before its first pending operation (sync/SPEC.md R1). A row
   * the server never gave needs none.
   */
  keepCopy(tbl: string, rowId: string): void
}

export function createShownRows(
  sql: SqlConnection,
  shapes: TableShapes,
  nowMs: () => number,
): ShownRows {
  const rows = createRowWriter(sql)
  const texts = createTextStore(sql)
  const findState = sql.prepare(`SELECT bucket, seq, extra FROM _row WHERE tbl = ? AND rowId = ?`)
  const putState = sql.prepare(
    `INSERT INTO _row (tbl, rowId, bucket, seq, extra) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE
     SET bucket = excluded.bucket, seq = excluded.seq, extra = excluded.extra`,
  )
  const findTrash = sql.prepare(`SELECT bucket, data FROM _trash WHERE tbl = ? AND rowId = ?`)
  const putTrash = sql.prepare(
    `INSERT INTO _trash (tbl, rowId, bucket, data, deletedAtMs) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE SET data = excluded.data`,
  )
  const dropTrash = sql.prepare(`DELETE FROM _trash WHERE tbl = ? AND rowId = ?`)
  const findCopy = sql.prepare(`SELECT row FROM _copy WHERE tbl = ? AND rowId = ?`)
  const putCopy = sql.prepare(
    `INSERT INTO _copy (tbl, rowId, row) VALUES (?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE SET row = excluded.row`,
  )
  const dropCopy = sql.prepare(`DELETE FROM _copy WHERE tbl = ? AND rowId = ?`)
  const putUnknown = sql.prepare(
    `INSERT INTO _unknown (tbl, rowId, bucket, row) VALUES (?, ?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE SET bucket = excluded.bucket, row = excluded.row`,
  )
  const findUnknown = sql.prepare(`SELECT row FROM _unknown WHERE tbl = ? AND rowId = ?`)
  const dropUnknown = sql.prepare(`DELETE FROM _unknown WHERE tbl = ? AND rowId = ?`)

  const state = (tbl: string, rowId: string) =>
    (findState.get(tbl, rowId) as RowState | undefined) ?? null

  function feedRow(shape: TableShape, rowId: string, row: Row, isDeleted: boolean): FeedRow {
    const known = state(shape.name, rowId)
    const docs = texts.all(shape.name, rowId)
    const data: Record<string, Value> = known?.extra ? JSON.parse(known.extra) : {}
    for (const column of shape.columns) {
      if (column === 'id' || row[column] === undefined) continue
      if (shape.texts.includes(column) && !docs[column]) continue
      data[column] = row[column]!
    }
    const b = known?.bucket ?? bucketOf(shape, row) ?? ''
    const { name: tbl } = shape
    return { tbl, id: rowId, b, seq: known?.seq ?? 0, isDeleted, data, texts: docs }
  }

  function find(tbl: string, rowId: string): FeedRow | null {
    const shape = shapes.get(tbl)
    if (!shape) {
      const kept = findUnknown.get(tbl, rowId) as { row: string } | undefined
      return kept ? (JSON.parse(kept.row) as FeedRow) : null
    }
    const row = rows.find(shape, rowId)
    if (row) return feedRow(shape, rowId, row, false)
    const trashed = findTrash.get(tbl, rowId) as { bucket: string; data: string } | undefined
    if (trashed) return feedRow(shape, rowId, JSON.parse(trashed.data) as Row, true)
    const known = state(tbl, rowId)
    if (!known) return null
    const { bucket: b, seq } = known
    return { tbl, id: rowId, b, seq, isDeleted: true, data: {}, texts: texts.all(tbl, rowId) }
  }

  function copy(tbl: string, rowId: string): FeedRow | null | undefined {
    const kept = findCopy.get(tbl, rowId) as { row: string } | undefined
    return kept && (JSON.parse(kept.row) as FeedRow | null)
  }

  function show(row: FeedRow, isNew = false): Row | null {
    const { tbl, id } = row
    const shape = shapes.get(tbl)
    if (!shape) {
      putUnknown.run(tbl, id, row.b, JSON.stringify(row))
      return null
    }
    const values = knownValues(shape, row)
    if (shape.texts.length > 0 && !(isNew && Object.keys(row.texts).length === 0))
      texts.replace(tbl, id, row.texts)
    if (row.isDeleted) {
      rows.remove(shape, id)
      if (Object.keys(row.data).length > 0)
        putTrash.run(tbl, id, row.b, JSON.stringify(values), nowMs())
      return null
    }
    rows.put(shape, values)
    if (!isNew) dropTrash.run(tbl, id)
    return values
  }

  return {
    texts,
    find,
    show,
    forget(tbl, rowId) {
      const shape = shapes.get(tbl)
      if (shape) rows.remove(shape, rowId)
      dropTrash.run(tbl, rowId)
      dropUnknown.run(tbl, rowId)
      texts.replace(tbl, rowId, {})
    },
    state,
    setState(row) {
      putState.run(row.tbl, row.id, row.b, row.seq, extraOf(shapes.get(row.tbl), row))
    },
    copy,
    setCopy: (tbl, rowId, row) => void putCopy.run(tbl, rowId, JSON.stringify(row)),
    dropCopy: (tbl, rowId) => void dropCopy.run(tbl, rowId),
    keepCopy(tbl, rowId) {
      if (!findState.get(tbl, rowId) || findCopy.get(tbl, rowId)) return
      putCopy.run(tbl, rowId, JSON.stringify(find(tbl, rowId)))
    },
  }
}

/** The columns this version knows; what is missing or null where it may not be takes its default. */
function knownValues(shape: TableShape, row: FeedRow): Row {
  const values: Record<string, string | number | null> = {}
  for (const column of shape.columns) {
    const value = row.data[column]
    const isMissing = value === undefined || (value === null && shape.required.has(column))
    if (!isMissing && value !== null && typeof value !== shape.types[column])
      throw new UnfitRowError(`${shape.name}.${column}`)
    values[column] = isMissing ? (shape.defaults[column] ?? null) : value
  }
  values.id = row.id
  return values
}

function extraOf(shape: TableShape | undefined, row: FeedRow): string | null {
  if (!shape) return null
  const unknown = Object.entries(row.data).filter(([column]) => !(column in shape.defaults))
  return unknown.length === 0 ? null : JSON.stringify(Object.fromEntries(unknown))
}
