import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  atMsSchema,
  idColumn,
  idSchema,
  lineSchema,
  noteSchema,
  wordsColumn,
} from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'

/** A competitor seen at an account: whom they met, what they pitched, our answer (methods 4.6). */
export const competitorSightingTable = sqliteTable(
  'competitor_sighting',
  {
    id: idColumn(),
    accountId: text().notNull(),
    competitorId: text(),
    competitorName: wordsColumn(),
    personId: text(),
    meetingId: text(),
    atMs: integer().notNull(),
    pitch: wordsColumn(),
    ourAnswer: wordsColumn(),
    productRequest: wordsColumn(),
    authorMemberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('competitor_sighting_account').on(table.accountId)],
)
export type CompetitorSighting = typeof competitorSightingTable.$inferSelect

const fieldsSchema = z
  .object({
    competitorId: idSchema.nullable(),
    competitorName: lineSchema,
    personId: idSchema.nullable(),
    meetingId: idSchema.nullable(),
    atMs: atMsSchema,
    pitch: noteSchema,
    ourAnswer: noteSchema,
    productRequest: noteSchema,
  })
  .partial()

export const competitorSighting = defineEntity({
  table: competitorSightingTable,
  bucket: 'account',
  groups: {},
  text: ['pitch', 'ourAnswer', 'productRequest'],
  search: ['competitorName', 'pitch', 'ourAnswer', 'productRequest'],
  references: { accountId: 'account', competitorId: 'competitor', personId: 'person' },
  operations: {
    create: command(
      fieldsSchema.extend({ accountId: idSchema }),
      (_db, args, { newId, nowMs, memberId }) => {
        const id = newId()
        const values = { atMs: nowMs, ...args, id, authorMemberId: memberId, createdAtMs: nowMs }
        return { changes: [insert(competitorSightingTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(competitorSightingTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(competitorSightingTable, id)),
    ),
    byAccount: rowsBy(competitorSightingTable, 'accountId'),
  },
})
