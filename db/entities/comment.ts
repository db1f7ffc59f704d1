import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema, noteSchema } from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'

/** What a comment can hang on. */
export const commentSubjects = ['meeting', 'person', 'agenda_item', 'visit'] as const

/** One message of a thread on a log, a person, a visit or an agenda item. Ours, never the customer's. */
export const commentTable = sqliteTable(
  'comment',
  {
    id: idColumn(),
    accountId: text().notNull(),
    subject: text({ enum: commentSubjects }).notNull(),
    subjectId: text().notNull(),
    body: text().notNull(),
    atMs: integer().notNull(),
    authorMemberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('comment_account').on(table.accountId),
    index('comment_subject').on(table.subjectId),
  ],
)
export type Comment = typeof commentTable.$inferSelect

export const comment = defineEntity({
  table: commentTable,
  bucket: 'account',
  groups: {},
  isOpenToReviewers: true,
  search: ['body'],
  references: { accountId: 'account', authorMemberId: 'member' },
  operations: {
    create: command(
      z.object({
        accountId: idSchema,
        subject: z.enum(commentSubjects),
        subjectId: idSchema,
        body: noteSchema.min(1),
      }),
      (_db, args, { newId, nowMs, memberId }) => {
        const id = newId()
        const values = { ...args, id, atMs: nowMs, authorMemberId: memberId, createdAtMs: nowMs }
        return { changes: [insert(commentTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, body: noteSchema.min(1) }), (_db, { id, body }) =>
      changed(update(commentTable, id, { body })),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(commentTable, id))),
    bySubject: rowsBy(commentTable, 'subjectId'),
    byAccount: rowsBy(commentTable, 'accountId'),
  },
})
