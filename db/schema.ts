import { getTableColumns, getTableName } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { BucketRule, Entity, SyncedTable } from './entity'
import { StoreError } from './errors'
import type { SqlValue } from './handles'
import * as registry from './registry'

export type Row = Readonly<Record<string, SqlValue>>

/** What the write door, sync and search need to know of one synced table. */
export interface TableShape {
  readonly name: string
  readonly table: SyncedTable
  readonly columns: readonly string[]
  /** Value of each column that a new row leaves out. */
  readonly defaults: Row
  /** JavaScript type of the values of each column. */
  readonly types: Readonly<Record<string, 'string' | 'number'>>
  /** Columns that may not be null. */
  readonly required: ReadonlySet<string>
  readonly bucket: BucketRule
  /** Group of each column except id: one of `entity.groups`, else the column itself. */
  readonly groupOf: Readonly<Record<string, string>>
  readonly columnsOf: Readonly<Record<string, readonly string[]>>
  /** Columns merged as long text; they are logged by themselves. */
  readonly texts: readonly string[]
  /** Column that names the parent, where the rows form a tree. */
  readonly parentColumn: string | null
  /** Columns a person types into freely. */
  readonly freeTexts: ReadonlySet<string>
  readonly isOpenToReviewers: boolean
  readonly search: readonly string[]
}

export type TableShapes = ReadonlyMap<string, TableShape>

/** Every synced table of the app by its name. */
export const tableShapes: TableShapes = shapesOf(
  Object.values(registry) as unknown as readonly Entity[],
)

/** The shapes of some entities by table name. */
export function shapesOf(entities: readonly Entity[]): TableShapes {
  return new Map(entities.map((entity) => [getTableName(entity.table), shapeOf(entity)]))
}

/** The shape of a synced table; an unknown name is a `StoreError('bad_arguments')`. */
export function requireShape(shapes: TableShapes, name: string): TableShape {
  const shape = shapes.get(name)
  if (!shape) throw new StoreError('bad_arguments', { what: name })
  return shape
}

/**
 * The bucket a row belongs to: `a:<accountId>`, `w` or `u:<memberId>`; null where only the server
 * knows it (`any`).
 */
export function bucketOf(shape: TableShape, row: Row): string | null {
  switch (shape.bucket) {
    case 'workspace':
      return 'w'
    case 'user':
      return `u:${String(row.memberId)}`
    case 'account':
      return `a:${String(shape.name === 'account' ? row.id : row.accountId)}`
    case 'any':
      return null
  }
}

function shapeOf(entity: Entity): TableShape {
  const byName = getTableColumns(entity.table as SQLiteTable) as Record<string, AnySQLiteColumn>
  const columns = Object.keys(byName)
  const defaults: Record<string, SqlValue> = {}
  for (const column of columns) defaults[column] = (byName[column]!.default as SqlValue) ?? null
  const groupOf: Record<string, string> = {}
  const columnsOf: Record<string, readonly string[]> = {}
  for (const column of columns) {
    if (column === 'id') continue
    const group = Object.entries(entity.groups).find(([, members]) => members.includes(column))
    groupOf[column] = group?.[0] ?? column
    columnsOf[groupOf[column]] = group?.[1] ?? [column]
  }
  return {
    name: getTableName(entity.table),
    table: entity.table,
    columns,
    defaults,
    types: Object.fromEntries(
      columns.map((column) => [
        column,
        byName[column]!.dataType === 'string' ? 'string' : 'number',
      ]),
    ),
    required: new Set(columns.filter((column) => byName[column]!.notNull)),
    bucket: entity.bucket,
    groupOf,
    columnsOf,
    texts: entity.text ?? [],
    parentColumn: entity.parentColumn ?? null,
    freeTexts: new Set(columns.filter((column) => isFreeText(column, byName[column]!))),
    isOpenToReviewers: entity.isOpenToReviewers ?? false,
    search: entity.search,
  }
}

/** Names of other rows, lists of values and ranks are text too, but nobody types them. */
function isFreeText(name: string, column: AnySQLiteColumn): boolean {
  const isList = (column.enumValues?.length ?? 0) > 0
  return column.dataType === 'string' && !isList && !/^id$|Id$|^rank$|Local$|Date$|^uid$/.test(name)
}
