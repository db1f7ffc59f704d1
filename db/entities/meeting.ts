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
import {
  allRows,
  changed,
  command,
  defineEntity,
  insert,
  remove,
  rowById,
  rowsBy,
  update,
} from '../entity'
import { meetingStatuses, modalities } from '../terms'

/** What happened: the log of a visit, or of a call, a video or a chance meeting. */
export const meetingTable = sqliteTable(
  'meeting',
  {
    id: idColumn(),
    accountId: text().notNull(),
    visitId: text(),
    title: text().notNull(),
    modality: text({ enum: modalities }).notNull().default('on_site'),
    status: text({ enum: meetingStatuses }).notNull().default('planned'),
    startedAtMs: integer().notNull(),
    endedAtMs: integer(),
    timeZone: text().notNull().default('UTC'),
    place: wordsColumn(),
    summary: wordsColumn(),
    nextStep: wordsColumn(),
    ownerMemberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('meeting_account').on(table.accountId),
    index('meeting_start').on(table.startedAtMs),
  ],
)
export type Meeting = typeof meetingTable.$inferSelect

export const meetingFieldsSchema = z
  .object({
    title: lineSchema.min(1),
    modality: z.enum(modalities),
    status: z.enum(meetingStatuses),
    startedAtMs: atMsSchema,
    endedAtMs: atMsSchema.nullable(),
    timeZone: z.string().min(1).max(60),
    place: lineSchema,
    summary: noteSchema,
    nextStep: lineSchema,
  })
  .partial()

export const meeting = defineEntity({
  table: meetingTable,
  bucket: 'account',
  groups: { schedule: ['startedAtMs', 'endedAtMs', 'timeZone'] },
  text: ['summary'],
  search: ['title', 'place', 'summary', 'nextStep'],
  references: { accountId: 'account', visitId: 'visit', ownerMemberId: 'member' },
  operations: {
    create: command(
      meetingFieldsSchema.extend({
        accountId: idSchema,
        visitId: idSchema.nullish(),
        title: lineSchema.min(1),
      }),
      (_db, args, { newId, nowMs, memberId }) => {
        const id = newId()
        const values = {
          startedAtMs: nowMs,
          ownerMemberId: memberId,
          ...args,
          id,
          createdAtMs: nowMs,
        }
        return { changes: [insert(meetingTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: meetingFieldsSchema }), (_db, { id, fields }) =>
      changed(update(meetingTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(meetingTable, id))),
    all: allRows(meetingTable),
    byAccount: rowsBy(meetingTable, 'accountId'),
    byId: rowById(meetingTable),
  },
})
