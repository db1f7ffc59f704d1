import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/**
 * What queries and commands may hold: the reading half of a drizzle database.
 * Driver-free on purpose: naming the driver here would drag Node's globals into the page.
 */
export type ReadableDb = Pick<
  BaseSQLiteDatabase<'sync', unknown>,
  'select' | 'selectDistinct' | 'with' | '$count'
>

/** A value SQLite can hold in a synced column (times are UTC ms, booleans 0/1, money minor units). */
export type SqlValue = string | number | null

/** One prepared statement, as better-sqlite3 gives it. */
export interface SqlStatement {
  run(...values: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint }
  get(...values: readonly unknown[]): unknown
  all(...values: readonly unknown[]): unknown[]
}

/** The few driver calls the write door needs; better-sqlite3 satisfies it structurally. */
export interface SqlConnection {
  prepare(sql: string): SqlStatement
  exec(sql: string): unknown
  transaction<T>(body: () => T): { immediate(): T }
}

declare const writable: unique symbol

/**
 * The one handle that can change the file. Only `db/node/open.ts` makes it and only the write door
 * and its neighbours in `db/` take it, so that no feature can write past the door.
 */
export interface WritableDb {
  readonly [writable]: true
  readonly sql: SqlConnection
  readonly read: ReadableDb
}
