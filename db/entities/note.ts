import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, atMsSchema, flagSchema, idColumn, idSchema, noteSchema } from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'
import { noteKinds } from '../terms'

/**
 * Something written down about an account: in a meeting, about a person, for a visit. A note is
 * ours and never leaves the laptop towards the customer; `isPrivate` also keeps it from colleagues
 * outside the account's team.
 */
export const noteTable = sqliteTable(
  'note',
  {
    id: idColumn(),
    accountId: text().notNull(),
    meetingId: text(),
    visitId: text(),
    personId: text(),
    agendaItemId: text(),
    kind: text({ enum: noteKinds }).notNull().default('note'),
    body: text().notNull().default(''),
    isPrivate: integer().notNull().default(0),
    atMs: integer().notNull(),
    authorMemberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('note_account').on(table.accountId),
    index('note_meeting').on(table.meetingId),
    index('note_person').on(table.personId),
  ],
)
export type Note = typeof noteTable.$inferSelect

const fieldsSchema = z
  .object({
    kind: z.enum(noteKinds),
    body: noteSchema,
    isPrivate: flagSchema,
    atMs: atMsSchema,
    personId: idSchema.nullable(),
    agendaItemId: idSchema.nullable(),
  })
  .partial()

export const note = defineEntity({
  table: noteTable,
  bucket: 'account',
  groups: {},
  text: ['body'],
  search: ['body'],
  references: {
    accountId: 'account',
    meetingId: 'meeting',
    visitId: 'visit',
    personId: 'person',
    agendaItemId: 'agenda_item',
  },
  operations: {
    create: command(
      fieldsSchema.extend({
        accountId: idSchema,
        meetingId: idSchema.nullish(),
        visitId: idSchema.nullish(),
      }),
      (_db, args, { newId, nowMs, memberId }) => {
        const id = newId()
        const values = { atMs: nowMs, ...args, id, authorMemberId: memberId, createdAtMs: nowMs }
        return { changes: [insert(noteTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(noteTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(noteTable, id))),
    byAccount: rowsBy(noteTable, 'accountId'),
    byMeeting: rowsBy(noteTable, 'meetingId'),
    byPerson: rowsBy(noteTable, 'personId'),
  },
})
