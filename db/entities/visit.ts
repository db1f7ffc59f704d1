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
import { allRows, changed, command, defineEntity, remove, rowById, rowsBy, update } from '../entity'
import { modalities, visitStatuses, visitTypes } from '../terms'

/**
 * A visit to an account. It keeps the instant, the IANA zone of the site and the wall time typed,
 * so that a change of zone rules can be told from a change of plan.
 */
export const visitTable = sqliteTable(
  'visit',
  {
    id: idColumn(),
    accountId: text().notNull(),
    title: text().notNull(),
    type: text({ enum: visitTypes }).notNull().default('discovery'),
    status: text({ enum: visitStatuses }).notNull().default('draft'),
    modality: text({ enum: modalities }).notNull().default('on_site'),
    siteId: text(),
    room: wordsColumn(),
    startAtMs: integer().notNull(),
    endAtMs: integer().notNull(),
    timeZone: text().notNull(),
    /** Wall time at the site, 'YYYY-MM-DDTHH:mm'. */
    startLocal: text().notNull(),
    objective: wordsColumn(),
    /** Words the customer sees above the agenda. */
    welcome: wordsColumn(),
    /** Never leaves the laptop. */
    preparation: wordsColumn(),
    /** iCalendar UID, fixed for the life of the visit. */
    uid: text().notNull(),
    /** iCalendar SEQUENCE of the last message sent; null = none was sent. */
    sequence: integer(),
    ownerMemberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('visit_account').on(table.accountId), index('visit_start').on(table.startAtMs)],
)
export type Visit = typeof visitTable.$inferSelect

export const visitFieldsSchema = z
  .object({
    title: lineSchema.min(1),
    type: z.enum(visitTypes),
    status: z.enum(visitStatuses),
    modality: z.enum(modalities),
    siteId: idSchema.nullable(),
    room: lineSchema,
    startAtMs: atMsSchema,
    endAtMs: atMsSchema,
    timeZone: z.string().min(1).max(60),
    startLocal: z.string().max(16),
    objective: noteSchema,
    welcome: noteSchema,
    preparation: noteSchema,
    sequence: z.int().min(0).nullable(),
    ownerMemberId: idSchema.nullable(),
  })
  .partial()

export const visit = defineEntity({
  table: visitTable,
  bucket: 'account',
  groups: { schedule: ['startAtMs', 'endAtMs', 'timeZone', 'startLocal'] },
  text: ['objective', 'welcome', 'preparation'],
  search: ['title', 'objective', 'welcome', 'preparation', 'room'],
  references: { accountId: 'account', siteId: 'site', ownerMemberId: 'member' },
  operations: {
    set: command(z.object({ id: idSchema, fields: visitFieldsSchema }), (_db, { id, fields }) =>
      changed(update(visitTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(visitTable, id))),
    all: allRows(visitTable),
    byAccount: rowsBy(visitTable, 'accountId'),
    byId: rowById(visitTable),
  },
})
