import { getTableColumns } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ColumnSchema, SyncSchema, TableSchema } from '../sync/schema'
import { conflictTable } from '../sync/schema'
import type { TableShape, TableShapes } from './schema'

/** Grows with every change of a synced table: a server of an older number is not pushed to. */
export const syncSchemaVersion = 1

/** Longest text of a column: a note of 200,000 characters, a snapshot of a very large map. */
const textMaxChars = 400_000
/** Longest id or name of another row. */
const idMaxChars = 80

/**
 * The synced tables as plain data: what the server loads (`server/schema.json`) to check and merge
 * without knowing an entity. The conflict table is the server's own and left out.
 */
export function makeSyncSchema(shapes: TableShapes, version = syncSchemaVersion): SyncSchema {
  const tables = [...shapes.values()]
    .filter((shape) => shape.name !== conflictTable)
    .map((shape) => [shape.name, tableSchema(shape)] as const)
  return { version, tables: Object.fromEntries(tables) }
}

function tableSchema(shape: TableShape): TableSchema {
  const byName = getTableColumns(shape.table as SQLiteTable) as Record<string, SQLiteColumn>
  const names = shape.columns.filter((column) => column !== 'id')
  const columns = names.map((name) => [name, columnSchema(byName[name]!)] as const)
  const groups = Object.entries(shape.columnsOf).filter(([name]) => !shape.texts.includes(name))
  const { parentColumn, texts } = shape
  return {
    groups: Object.fromEntries(groups),
    columns: Object.fromEntries(columns),
    ...(parentColumn && { tree: { group: shape.groupOf[parentColumn]!, parentColumn } }),
    ...(texts.length > 0 && { text: texts }),
    bucket: shape.bucket,
    ...(shape.isOpenToReviewers && { isOpenToReviewers: true }),
  }
}

function columnSchema(column: SQLiteColumn): ColumnSchema {
  switch (column.getSQLType()) {
    case 'integer':
      return { type: 'integer' }
    case 'real':
      return { type: 'real' }
    default:
      if (column.enumValues && column.enumValues.length > 0)
        return { type: 'text', enum: column.enumValues }
      return { type: 'text', max: /Id$|^rank$/.test(column.name) ? idMaxChars : textMaxChars }
  }
}
