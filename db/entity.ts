import { getTableColumns, getTableName } from 'drizzle-orm'
import type { InferInsertModel, InferSelectModel } from 'drizzle-orm'
import { eq } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { ReadableDb, SqlValue } from './handles'

/**
 * A synced table: the text primary key `id` (UUIDv7, or UUIDv5 where the row is unique by nature).
 */
export type SyncedTable = SQLiteTable & { id: AnySQLiteColumn }

/**
 * The unit of access, order and cursor a row belongs to (`design.md` 6):
 * `account` = `a:<accountId>`, `workspace` = `w`, `user` = `u:<memberId>`, `any` = rows of this table
 * are made by the server, in the bucket of what they speak of.
 */
export type BucketRule = 'account' | 'workspace' | 'user' | 'any'

/** A change a command wants; the write door stamps, logs and applies it. */
export type Change =
  | { kind: 'insert'; table: string; id: string; values: Readonly<Record<string, SqlValue>> }
  | { kind: 'update'; table: string; id: string; values: Readonly<Record<string, SqlValue>> }
  | { kind: 'delete'; table: string; id: string }

export interface CommandContext {
  /** UTC milliseconds of this command. */
  readonly nowMs: number
  /** The member who works on this device. */
  readonly memberId: string
  /** A new UUIDv7. */
  newId(): string
  /** The UUIDv5 of a row that is unique by nature, in the namespace of its parent row. */
  stableId(parentId: string, name: string): string
  /** A rank between two neighbours of an ordered list; null = the end of the list. */
  rankBetween(before: string | null, after: string | null): string
}

/** What a command gives: the changes it wants and the value its caller gets. */
export interface CommandResult<V> {
  readonly changes: readonly Change[]
  readonly value: V
}

export interface Command<A = never, V = unknown> {
  readonly kind: 'command'
  readonly schema: z.ZodType
  run(db: ReadableDb, args: A, context: CommandContext): CommandResult<V>
}

/**
 * What a live query depends on. `patch` set = the value is a list of plain rows of one table with
 * `column = value`, so that the page can patch it by id instead of asking again.
 */
export interface QueryReads<A> {
  readonly tables: readonly string[]
  readonly patch?: { readonly table: string; readonly column: string; value(args: A): SqlValue }
}

export interface Query<A = never, V = unknown> {
  readonly kind: 'query'
  readonly schema: z.ZodType
  readonly reads: QueryReads<A>
  run(db: ReadableDb, args: A, context: { readonly nowMs: number }): V
}

export interface Entity {
  readonly table: SyncedTable
  readonly bucket: BucketRule
  /** Columns that mean nothing apart, by group name; every other column is a group of its own. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  /** Columns of long text, merged letter by letter when two people write at once (sync/SPEC.md T). */
  readonly text?: readonly string[]
  /** The column that names a parent in the same table, where rows form a tree (sync/SPEC.md P). */
  readonly parentColumn?: string
  /** True where those may write too who only review an account or the workspace. */
  readonly isOpenToReviewers?: boolean
  /** Columns that full-text search covers. */
  readonly search: readonly string[]
  /** Columns that name rows of other tables, for the reference checker. */
  readonly references: Readonly<Record<string, string>>
  readonly operations: Readonly<Record<string, Command | Query>>
}

/** Declares an entity; the registry (`db/registry.ts`) lists it. */
export function defineEntity<const E extends Entity>(entity: E): E {
  return entity
}

/** Declares a command: the schema its arguments must fit and the rule that gives its changes. */
export function command<S extends z.ZodType, V>(
  schema: S,
  run: (db: ReadableDb, args: z.output<S>, context: CommandContext) => CommandResult<V>,
): Command<z.output<S>, V> {
  return { kind: 'command', schema, run }
}

/** Declares a query over the given tables. */
export function query<S extends z.ZodType, V>(
  schema: S,
  tables: readonly SyncedTable[],
  run: (db: ReadableDb, args: z.output<S>, context: { readonly nowMs: number }) => V,
): Query<z.output<S>, V> {
  return {
    kind: 'query',
    schema,
    reads: { tables: tables.map(getTableName) },
    run,
  }
}

/** Declares the query 'all rows of a table whose column has this value', which the page patches by id. */
export function rowsBy<T extends SyncedTable, K extends string & keyof InferSelectModel<T>>(
  table: T,
  column: K,
): Query<Record<K, string>, InferSelectModel<T>[]> {
  const schema = z.object({ [column]: z.string() })
  const columns = getTableColumns(table) as Record<string, AnySQLiteColumn>
  return {
    kind: 'query',
    schema,
    reads: {
      tables: [getTableName(table)],
      patch: { table: getTableName(table), column, value: (args) => args[column] },
    },
    run: (db, args) =>
      db
        .select()
        .from(table as SQLiteTable)
        .where(eq(columns[column]!, args[column]))
        .all() as InferSelectModel<T>[],
  }
}

/** Declares the query 'every row of a table'. */
export function allRows<T extends SyncedTable>(
  table: T,
): Query<Record<string, never>, InferSelectModel<T>[]> {
  return {
    kind: 'query',
    schema: z.object({}),
    reads: { tables: [getTableName(table)] },
    run: (db) =>
      db
        .select()
        .from(table as SQLiteTable)
        .all() as InferSelectModel<T>[],
  }
}

/** Declares the query 'the row with this id, or null'. */
export function rowById<T extends SyncedTable>(
  table: T,
): Query<{ id: string }, InferSelectModel<T> | null> {
  return {
    kind: 'query',
    schema: z.object({ id: z.string() }),
    reads: { tables: [getTableName(table)] },
    run: (db, args) => findRow(db, table, args.id),
  }
}

/** The row with this id, or null. */
export function findRow<T extends SyncedTable>(
  db: ReadableDb,
  table: T,
  id: string,
): InferSelectModel<T> | null {
  const row = db
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.id, id))
    .get()
  return (row as InferSelectModel<T> | undefined) ?? null
}

/** The change that makes a row. Columns left out take their default. */
export function insert<T extends SyncedTable>(table: T, values: InferInsertModel<T>): Change {
  const row = values as Record<string, SqlValue>
  return { kind: 'insert', table: getTableName(table), id: String(row.id), values: row }
}

/** The change that sets some columns of a row. */
export function update<T extends SyncedTable>(
  table: T,
  id: string,
  values: Partial<InferInsertModel<T>>,
): Change {
  return {
    kind: 'update',
    table: getTableName(table),
    id,
    values: values as Record<string, SqlValue>,
  }
}

/** The change that moves a row to the trash. */
export function remove(table: SyncedTable, id: string): Change {
  return { kind: 'delete', table: getTableName(table), id }
}

/** A command's result without a value. */
export function changed(...changes: readonly Change[]): CommandResult<null> {
  return { changes, value: null }
}
