import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  flagColumn,
  flagSchema,
  idColumn,
  idSchema,
  lineSchema,
  noteSchema,
  wordsColumn,
} from '../columns'
import { changed, command, defineEntity, insert, remove, rowById, rowsBy, update } from '../entity'

export const siteTable = sqliteTable(
  'site',
  {
    id: idColumn(),
    accountId: text().notNull(),
    name: text().notNull(),
    street: wordsColumn(),
    postalCode: wordsColumn(),
    city: wordsColumn(),
    region: wordsColumn(),
    country: wordsColumn(),
    /** IANA time zone name, for example Europe/Warsaw. */
    timeZone: text().notNull().default('Europe/Berlin'),
    isHeadquarters: flagColumn(),
    directions: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('site_account').on(table.accountId)],
)
export type Site = typeof siteTable.$inferSelect

const fieldsSchema = z
  .object({
    name: lineSchema.min(1),
    street: lineSchema,
    postalCode: lineSchema,
    city: lineSchema,
    region: lineSchema,
    country: lineSchema,
    timeZone: z.string().min(1).max(60),
    isHeadquarters: flagSchema,
    directions: noteSchema,
  })
  .partial()

export const site = defineEntity({
  table: siteTable,
  bucket: 'account',
  groups: { address: ['street', 'postalCode', 'city', 'region', 'country', 'timeZone'] },
  text: ['directions'],
  search: ['name', 'street', 'city', 'country', 'directions'],
  references: { accountId: 'account' },
  operations: {
    create: command(
      fieldsSchema.extend({ accountId: idSchema, name: lineSchema.min(1) }),
      (_db, args, { newId, nowMs }) => {
        const id = newId()
        return { changes: [insert(siteTable, { ...args, id, createdAtMs: nowMs })], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(siteTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(siteTable, id))),
    byAccount: rowsBy(siteTable, 'accountId'),
    byId: rowById(siteTable),
  },
})
