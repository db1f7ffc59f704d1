import { eq } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  flagSchema,
  idColumn,
  idSchema,
  lineSchema,
  noteSchema,
  wordsColumn,
} from '../columns'
import { changed, command, defineEntity, findRow, insert, remove, rowsBy, update } from '../entity'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { byRank, rankAmong } from '../ordering'
import { agendaItemKinds } from '../terms'

/** A timed part of a visit. Start times follow from the visit's start, the order and the lengths. */
export const agendaItemTable = sqliteTable(
  'agenda_item',
  {
    id: idColumn(),
    accountId: text().notNull(),
    visitId: text().notNull(),
    rank: text().notNull().default(''),
    kind: text({ enum: agendaItemKinds }).notNull().default('item'),
    title: text().notNull(),
    durationMinutes: integer().notNull().default(30),
    /** Free minutes before this item starts. */
    gapMinutes: integer().notNull().default(0),
    objective: wordsColumn(),
    ownerMemberId: text(),
    room: wordsColumn(),
    /** 1 = these minutes are the customer's, not our pitch (methods 4.14). */
    isCustomerValue: integer().notNull().default(1),
    /** 1 = nothing is sold in this item (methods 4.9). */
    isNoSell: integer().notNull().default(0),
    /** Never leaves the laptop. */
    preparation: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('agenda_item_account').on(table.accountId),
    index('agenda_item_visit').on(table.visitId),
  ],
)
export type AgendaItem = typeof agendaItemTable.$inferSelect

const fieldsSchema = z
  .object({
    kind: z.enum(agendaItemKinds),
    title: lineSchema,
    durationMinutes: z
      .int()
      .min(0)
      .max(24 * 60),
    gapMinutes: z
      .int()
      .min(0)
      .max(7 * 24 * 60),
    objective: lineSchema,
    ownerMemberId: idSchema.nullable(),
    room: lineSchema,
    isCustomerValue: flagSchema,
    isNoSell: flagSchema,
    preparation: noteSchema,
  })
  .partial()

export const agendaItem = defineEntity({
  table: agendaItemTable,
  bucket: 'account',
  groups: { timing: ['durationMinutes', 'gapMinutes'] },
  text: ['preparation'],
  search: ['title', 'objective', 'preparation', 'room'],
  references: { accountId: 'account', visitId: 'visit', ownerMemberId: 'member' },
  operations: {
    create: command(
      fieldsSchema.extend({
        accountId: idSchema,
        visitId: idSchema,
        title: lineSchema,
        afterId: idSchema.nullish(),
      }),
      (db, { afterId, ...args }, { newId, nowMs, rankBetween }) => {
        const id = newId()
        const rank = rankAmong(agendaOf(db, args.visitId), afterId, rankBetween)
        const values = { ...args, id, rank, createdAtMs: nowMs }
        return { changes: [insert(agendaItemTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(agendaItemTable, id, fields)),
    ),
    /** Puts an item after another one of its visit; null = first. */
    move: command(
      z.object({ id: idSchema, afterId: idSchema.nullable() }),
      (db, { id, afterId }, { rankBetween }) => {
        const row = findRow(db, agendaItemTable, id)
        if (!row) throw new StoreError('not_found')
        const others = agendaOf(db, row.visitId).filter((other) => other.id !== id)
        return changed(
          update(agendaItemTable, id, { rank: rankAmong(others, afterId, rankBetween) }),
        )
      },
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(agendaItemTable, id)),
    ),
    byVisit: rowsBy(agendaItemTable, 'visitId'),
    byAccount: rowsBy(agendaItemTable, 'accountId'),
  },
})

/** The items of a visit in their order. */
export function agendaOf(db: ReadableDb, visitId: string): AgendaItem[] {
  return db
    .select()
    .from(agendaItemTable)
    .where(eq(agendaItemTable.visitId, visitId))
    .all()
    .sort(byRank)
}
