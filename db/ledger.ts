import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Tables of the store itself: never synced as rows. `_change` is the log of every local change; the
 * outbox is its tail past `lastAckedN` (`db/DECISIONS.md`), so that nothing is written twice.
 */
export const changeTable = sqliteTable(
  '_change',
  {
    /** Number of the change on this device: strictly increasing, never reused. */
    n: integer().primaryKey({ autoIncrement: true }),
    /** The step this change is part of; undo takes back whole steps. */
    tx: integer().notNull(),
    tbl: text().notNull(),
    rowId: text().notNull(),
    bucket: text().notNull(),
    kind: text({ enum: ['I', 'U', 'D', 'T'] }).notNull(),
    /** JSON `{ group: { column: value } }`: what was set. */
    body: text().notNull(),
    /** JSON of the same shape: what stood there before; of a deleted row all of it. */
    prev: text(),
    /** The row's server sequence this device had seen; 0 = never synced. */
    base: integer().notNull(),
    hlc: text().notNull(),
  },
  (table) => [index('_change_tx').on(table.tx), index('_change_row').on(table.tbl, table.rowId)],
)

/** One step of the user: what undo and redo walk along. */
export const stepTable = sqliteTable(
  '_step',
  {
    tx: integer().primaryKey(),
    /** The operation, for example 'seat.move'; the page puts it into words. */
    operation: text().notNull(),
    state: text({ enum: ['open', 'done', 'undone', 'dropped'] }).notNull(),
    atMs: integer().notNull(),
  },
  (table) => [index('_step_state').on(table.state)],
)

/** Who this device is and how far it has synced; one row. */
export const deviceTable = sqliteTable('_device', {
  id: integer().primaryKey(),
  /** Eight characters, random until a server gives others. */
  node: text().notNull(),
  memberId: text().notNull(),
  deviceId: text(),
  epoch: text(),
  accessVersion: integer(),
  lastAckedN: integer().notNull().default(0),
})

/** The server's sequence of each row and the columns this version of the app does not know. */
export const rowStateTable = sqliteTable(
  '_row',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    bucket: text().notNull(),
    seq: integer().notNull(),
    extra: text(),
  },
  (table) => [
    primaryKey({ columns: [table.tbl, table.rowId] }),
    index('_row_bucket').on(table.bucket),
  ],
)

/** How far this device has read each bucket. */
export const cursorTable = sqliteTable('_cursor', {
  bucket: text().primaryKey(),
  cursor: integer().notNull().default(0),
  role: text(),
  state: text(),
})

/** Rows the trash keeps; `data` is the row as JSON. */
export const trashTable = sqliteTable(
  '_trash',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    bucket: text().notNull(),
    data: text().notNull(),
    deletedAtMs: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tbl, table.rowId] })],
)

/** Text being typed, saved within a second; removed when it is committed. */
export const draftTable = sqliteTable('_draft', {
  key: text().primaryKey(),
  body: text().notNull(),
  atMs: integer().notNull(),
})

/** Values of this device only (import mappings, last backup ...), JSON text by name. */
export const localTable = sqliteTable('_local', {
  name: text().primaryKey(),
  value: text().notNull(),
})

/** Which row a search document stands for; the documents live in the FTS5 table `_search`. */
export const searchRowTable = sqliteTable(
  '_search_row',
  {
    docId: integer().primaryKey({ autoIncrement: true }),
    tbl: text().notNull(),
    rowId: text().notNull(),
    accountId: text(),
  },
  (table) => [index('_search_row_id').on(table.tbl, table.rowId)],
)
