import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  dateSchema,
  flagColumn,
  flagSchema,
  idColumn,
  idSchema,
  lineSchema,
  wordsColumn,
} from '../columns'
import { allRows, changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'
import { actionStatuses } from '../terms'

/** Something somebody will do: one of ours (`ownerMemberId`) or of theirs (`personId`). */
export const actionItemTable = sqliteTable(
  'action_item',
  {
    id: idColumn(),
    accountId: text().notNull(),
    meetingId: text(),
    visitId: text(),
    title: text().notNull(),
    status: text({ enum: actionStatuses }).notNull().default('open'),
    ownerMemberId: text(),
    personId: text(),
    ownerName: wordsColumn(),
    dueDate: text(),
    doneAtMs: atMsColumn(),
    isPrivate: flagColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('action_item_account').on(table.accountId),
    index('action_item_status').on(table.status),
  ],
)
export type ActionItem = typeof actionItemTable.$inferSelect

const fieldsSchema = z
  .object({
    title: lineSchema.min(1),
    status: z.enum(actionStatuses),
    ownerMemberId: idSchema.nullable(),
    personId: idSchema.nullable(),
    ownerName: lineSchema,
    dueDate: dateSchema.nullable(),
    isPrivate: flagSchema,
  })
  .partial()

export const actionItem = defineEntity({
  table: actionItemTable,
  bucket: 'account',
  groups: { state: ['status', 'doneAtMs'], owner: ['ownerMemberId', 'personId', 'ownerName'] },
  search: ['title', 'ownerName'],
  references: { accountId: 'account', meetingId: 'meeting', personId: 'person' },
  operations: {
    create: command(
      fieldsSchema.extend({
        accountId: idSchema,
        title: lineSchema.min(1),
        meetingId: idSchema.nullish(),
        visitId: idSchema.nullish(),
      }),
      (_db, args, { newId, nowMs }) => {
        const id = newId()
        return {
          changes: [insert(actionItemTable, { ...args, id, createdAtMs: nowMs })],
          value: id,
        }
      },
    ),
    set: command(
      z.object({ id: idSchema, fields: fieldsSchema }),
      (_db, { id, fields }, { nowMs }) => {
        const dated =
          fields.status === undefined
            ? fields
            : { ...fields, doneAtMs: fields.status === 'done' ? nowMs : null }
        return changed(update(actionItemTable, id, dated))
      },
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(actionItemTable, id)),
    ),
    all: allRows(actionItemTable),
    byAccount: rowsBy(actionItemTable, 'accountId'),
  },
})
