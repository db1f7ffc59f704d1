import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { atMsColumn, idColumn } from '../columns'
import { defineEntity } from '../entity'

/**
 * What a map said, once for all snapshots that say the same: the id is made of the text, so two
 * devices that keep equal maps keep one row. The text (`db/map-diff/map-codec.ts`) names nobody. Rows
 * are only added, by `db/flows/snapshots.ts`, and never sent to the page.
 */
export const snapshotContentTable = sqliteTable(
  'snapshot_content',
  {
    id: idColumn(),
    accountId: text().notNull(),
    body: text().notNull(),
    /** Seats, and people who work there, for the list of snapshots. */
    seats: integer().notNull().default(0),
    people: integer().notNull().default(0),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('snapshot_content_account').on(table.accountId)],
)
export type SnapshotContent = typeof snapshotContentTable.$inferSelect

export const snapshotContent = defineEntity({
  table: snapshotContentTable,
  bucket: 'account',
  groups: {},
  search: [],
  references: { accountId: 'account' },
  operations: {},
})
