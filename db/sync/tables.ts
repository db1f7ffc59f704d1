import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What sync keeps besides the rows. None of these tables is synced itself. */

/** The link to a server; one row, absent in a device that never joined one. */
export const linkTable = sqliteTable('_link', {
  id: integer().primaryKey(),
  /** 'joining' until every row of this device is in the log again; then 'on'; 'left' by the user. */
  state: text({ enum: ['joining', 'on', 'left'] }).notNull(),
  server: text().notNull(),
  workspaceId: text().notNull(),
  workspaceName: text().notNull(),
  userName: text().notNull(),
  /** The server's public key for signed orders, as it was when the device joined. */
  serverKey: text(),
  /** Changes up to this number were made before the device joined; this server never hears of them. */
  startN: integer().notNull(),
  joinedAtMs: integer().notNull(),
  doneAtMs: integer(),
})

/** The server's copy of rows with pending operations, JSON of a `FeedRow` (sync/SPEC.md R1). */
export const copyTable = sqliteTable(
  '_copy',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    row: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tbl, table.rowId] })],
)

/** Long texts as documents: generation and Yjs state in base64; the row holds the plain text. */
export const textTable = sqliteTable(
  '_text',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    column: text().notNull(),
    gen: integer().notNull(),
    state: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tbl, table.rowId, table.column] })],
)

/** Chain hash after an operation, for those that were sent (sync/SPEC.md O6, A5). */
export const chainTable = sqliteTable('_chain', {
  n: integer().primaryKey(),
  hash: text().notNull(),
})

/** Operations that were set aside: refused by the server, too large, or made void by joining. */
export const setAsideTable = sqliteTable('_set_aside', {
  n: integer().primaryKey(),
  tbl: text().notNull(),
  rowId: text().notNull(),
  bucket: text().notNull(),
  /** The operation as JSON. */
  change: text().notNull(),
  reason: text().notNull(),
  /** 1 = it never left this device and shall not. */
  isLocal: integer().notNull().default(0),
  atMs: integer().notNull(),
  resolvedAtMs: integer(),
})

/** Rows of tables this version of the app does not know, JSON of a `FeedRow`. */
export const unknownTable = sqliteTable(
  '_unknown',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    bucket: text().notNull(),
    row: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tbl, table.rowId] })],
)

/** Rows that could not be taken in, with the reason; tried again after an update of the app. */
export const deadTable = sqliteTable(
  '_dead',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    bucket: text().notNull(),
    row: text().notNull(),
    why: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tbl, table.rowId] })],
)

/** Rows that colleagues changed since the user looked at their account. */
export const newsTable = sqliteTable(
  '_news',
  {
    tbl: text().notNull(),
    rowId: text().notNull(),
    bucket: text().notNull(),
    atMs: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tbl, table.rowId] }),
    index('_news_bucket').on(table.bucket),
  ],
)
