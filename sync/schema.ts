/** What one column may hold. `max` is characters for text and the largest magnitude for numbers. */
export interface ColumnSchema {
  readonly type: 'text' | 'integer' | 'real' | 'boolean'
  readonly max?: number
  readonly enum?: readonly string[]
}

/** One synced table as data: the server loads this and knows no entity. */
export interface TableSchema {
  /** Merge registers: columns that mean nothing apart share a group. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  readonly columns: Readonly<Record<string, ColumnSchema>>
  /** Present when rows of the table form a forest: the group and column that hold the parent's id. */
  readonly tree?: { readonly group: string; readonly parentColumn: string }
  /** Columns that are merged as text (Yjs) and stand in no group. */
  readonly text?: readonly string[]
  /** Kind of bucket the rows live in (SPEC O4); account when absent. */
  readonly bucket?: BucketKind
  /** Rows that those may write who only review the bucket: comments, read marks. */
  readonly isOpenToReviewers?: boolean
}

/** All synced tables of one app version. Only ever grows (SPEC O7). */
export interface SyncSchema {
  readonly version: number
  readonly tables: Readonly<Record<string, TableSchema>>
}

/** `account` = `a:<accountId>`, `workspace` = `w`, `user` = `u:<memberId>`, `any` = all of them. */
export type BucketKind = 'account' | 'workspace' | 'user' | 'any'

/** Table of the rows in which the losing side of a conflict is kept (SPEC M4). */
export const conflictTable = 'conflict'

/** Kinds of conflict rows. */
export const conflictKinds = ['edit', 'edit_beats_delete', 'cycle', 'old_text'] as const
export type ConflictKind = (typeof conflictKinds)[number]

/**
 * The conflict table, the same in every product: which row and group, both values as JSON text with
 * device, user and time, and the group a person writes to close it.
 */
export const conflictSchema: TableSchema = {
  groups: {
    conflict: [
      'rowTable',
      'rowId',
      'field',
      'kind',
      'kept',
      'keptDevice',
      'keptUser',
      'keptAtMs',
      'lost',
      'lostDevice',
      'lostUser',
      'lostAtMs',
    ],
    resolution: ['resolvedAtMs', 'resolvedBy'],
  },
  columns: {
    rowTable: { type: 'text', max: 64 },
    rowId: { type: 'text', max: 64 },
    field: { type: 'text', max: 130 },
    kind: { type: 'text', enum: conflictKinds },
    kept: { type: 'text' },
    keptDevice: { type: 'text', max: 64 },
    keptUser: { type: 'text', max: 64 },
    keptAtMs: { type: 'integer' },
    lost: { type: 'text' },
    lostDevice: { type: 'text', max: 64 },
    lostUser: { type: 'text', max: 64 },
    lostAtMs: { type: 'integer' },
    resolvedAtMs: { type: 'integer' },
    resolvedBy: { type: 'text', max: 64 },
  },
  bucket: 'any',
}

/** Adds the built-in conflict table to what the registry emitted. */
export function completeSchema(schema: SyncSchema): SyncSchema {
  return { ...schema, tables: { ...schema.tables, [conflictTable]: conflictSchema } }
}

/** Table by name; undefined for names that only look like one (`constructor`). */
export function findTable(schema: SyncSchema, tbl: string): TableSchema | undefined {
  return Object.hasOwn(schema.tables, tbl) ? schema.tables[tbl] : undefined
}

/** Says in sentences what is wrong with a schema; empty when it can be used (SPEC O8). */
export function checkSchema(schema: SyncSchema): readonly string[] {
  const faults: string[] = []
  if (!Number.isSafeInteger(schema.version) || schema.version < 1)
    faults.push('The version is not a whole number above zero.')
  for (const [tbl, table] of Object.entries(schema.tables)) checkTable(tbl, table, faults)
  return faults
}

const namePattern = /^[A-Za-z][A-Za-z0-9_-]{0,62}$/

function checkTable(tbl: string, table: TableSchema, faults: string[]): void {
  if (!namePattern.test(tbl)) faults.push(`Table ${tbl} has a name that cannot be sent.`)
  const homes = new Map<string, number>()
  for (const [group, columns] of Object.entries(table.groups)) {
    if (!namePattern.test(group))
      faults.push(`Group ${tbl}.${group} has a name that cannot be sent.`)
    for (const column of columns) homes.set(column, (homes.get(column) ?? 0) + 1)
  }
  for (const column of table.text ?? []) homes.set(column, (homes.get(column) ?? 0) + 1)
  for (const column of Object.keys(table.columns)) {
    if (!namePattern.test(column))
      faults.push(`Column ${tbl}.${column} has a name that cannot be sent.`)
    if (homes.get(column) !== 1)
      faults.push(
        `Column ${tbl}.${column} stands in ${homes.get(column) ?? 0} groups instead of one.`,
      )
  }
  for (const column of homes.keys())
    if (!Object.hasOwn(table.columns, column)) faults.push(`Column ${tbl}.${column} has no type.`)
  if (table.tree && !table.groups[table.tree.group]?.includes(table.tree.parentColumn))
    faults.push(`The tree of ${tbl} names a parent column outside its group.`)
}
