import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { idColumn, wordsColumn } from '../columns'
import { defineEntity, rowsBy } from '../entity'
import { opinionKinds } from '../terms'

/**
 * What we thought of a person at a time: the history behind the value on the card. Rows are only
 * added, by the step that sets the value (`db/flows/opinions.ts`).
 */
export const opinionTable = sqliteTable(
  'opinion',
  {
    id: idColumn(),
    accountId: text().notNull(),
    personId: text().notNull(),
    kind: text({ enum: opinionKinds }).notNull(),
    value: text().notNull(),
    atMs: integer().notNull(),
    memberId: text(),
    meetingId: text(),
    remark: wordsColumn(),
  },
  (table) => [
    index('opinion_account').on(table.accountId),
    index('opinion_person').on(table.personId),
  ],
)
export type Opinion = typeof opinionTable.$inferSelect

export const opinion = defineEntity({
  table: opinionTable,
  bucket: 'account',
  groups: {},
  search: ['remark'],
  references: { accountId: 'account', personId: 'person', meetingId: 'meeting' },
  operations: {
    byPerson: rowsBy(opinionTable, 'personId'),
    byAccount: rowsBy(opinionTable, 'accountId'),
  },
})
