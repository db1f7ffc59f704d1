import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema, lineSchema, wordsColumn } from '../columns'
import { changed, command, defineEntity, findRow, remove, rowsBy, update } from '../entity'
import { StoreError } from '../errors'
import { snapshotKinds } from '../terms'

/** A moment of an account's map: when, why and by whom; what it said is its content. */
export const snapshotTable = sqliteTable(
  'snapshot',
  {
    id: idColumn(),
    accountId: text().notNull(),
    contentId: text().notNull(),
    kind: text({ enum: snapshotKinds }).notNull().default('by_hand'),
    /** The meeting that started or ended; null for one taken by hand. */
    meetingId: text(),
    /** What the user calls it; empty = its date. */
    name: wordsColumn(),
    /** The content's counts again, so that a list needs no content. */
    seats: integer().notNull().default(0),
    people: integer().notNull().default(0),
    atMs: integer().notNull(),
    memberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('snapshot_account').on(table.accountId),
    index('snapshot_meeting').on(table.meetingId),
  ],
)
export type Snapshot = typeof snapshotTable.$inferSelect

export const snapshot = defineEntity({
  table: snapshotTable,
  bucket: 'account',
  groups: { moment: ['contentId', 'seats', 'people', 'atMs', 'memberId'] },
  search: ['name'],
  references: {
    accountId: 'account',
    contentId: 'snapshot_content',
    meetingId: 'meeting',
    memberId: 'member',
  },
  operations: {
    rename: command(z.object({ id: idSchema, name: lineSchema }), (db, { id, name }) => {
      if (!findRow(db, snapshotTable, id)) throw new StoreError('not_found')
      return changed(update(snapshotTable, id, { name: name.trim() }))
    }),
    /** The content stays: another snapshot may say the same. */
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(snapshotTable, id)),
    ),
    byAccount: rowsBy(snapshotTable, 'accountId'),
  },
})
