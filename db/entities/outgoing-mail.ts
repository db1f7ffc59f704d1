import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema, lineSchema, noteSchema, wordsColumn } from '../columns'
import { allRows, changed, command, defineEntity, remove, rowsBy, update } from '../entity'
import { languages, mailKinds, mailStatuses } from '../terms'

/**
 * A mail of a visit to one person: waiting in the outbox, or gone. What it says is fixed when it is
 * queued (`content`, the public invitation as JSON); DTSTAMP is the moment it really leaves.
 */
export const outgoingMailTable = sqliteTable(
  'outgoing_mail',
  {
    id: idColumn(),
    accountId: text().notNull(),
    visitId: text().notNull(),
    attendeeId: text().notNull(),
    kind: text({ enum: mailKinds }).notNull(),
    status: text({ enum: mailStatuses }).notNull().default('queued'),
    statusAtMs: atMsColumn(),
    /** What the mail server said when it refused. */
    failure: wordsColumn(),
    language: text({ enum: languages }).notNull().default('en'),
    /** Words the rep changed; empty = ours. */
    subject: wordsColumn(),
    opening: wordsColumn(),
    /** iCalendar SEQUENCE of the invitation in `content`. */
    sequence: integer().notNull().default(0),
    /** 1 = this version asks for an answer anew (a first invitation or a reschedule). */
    isAsking: integer().notNull().default(1),
    content: text().notNull(),
    authorMemberId: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('outgoing_mail_account').on(table.accountId),
    index('outgoing_mail_visit').on(table.visitId),
  ],
)
export type OutgoingMailRow = typeof outgoingMailTable.$inferSelect

/** The longest public invitation, JSON characters: a visit of 500 people with a long agenda. */
export const contentMaxChars = 400_000

export const outgoingMail = defineEntity({
  table: outgoingMailTable,
  bucket: 'account',
  groups: { state: ['status', 'statusAtMs', 'failure'], words: ['subject', 'opening'] },
  search: [],
  references: { accountId: 'account', visitId: 'visit', attendeeId: 'attendee' },
  operations: {
    /** Holds, releases or marks mails; a mail that is gone cannot be called back. */
    setStatus: command(
      z.object({
        ids: z.array(idSchema).max(2000),
        status: z.enum(mailStatuses),
        failure: lineSchema.optional(),
      }),
      (_db, { ids, status, failure = '' }, { nowMs }) =>
        changed(
          ...ids.map((id) => update(outgoingMailTable, id, { status, statusAtMs: nowMs, failure })),
        ),
    ),
    setWords: command(
      z.object({ id: idSchema, subject: lineSchema, opening: noteSchema.max(4000) }),
      (_db, { id, subject, opening }) =>
        changed(update(outgoingMailTable, id, { subject, opening })),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(outgoingMailTable, id)),
    ),
    byVisit: rowsBy(outgoingMailTable, 'visitId'),
    all: allRows(outgoingMailTable),
  },
})
