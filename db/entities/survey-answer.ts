import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, atMsSchema, idColumn, idSchema, noteSchema, wordsColumn } from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy } from '../entity'
import { StoreError } from '../errors'

/** NPS 0-10, CSAT 1-5, meeting feedback 0-10 (methods 1.23), rep pulse 0-10 (ours, kept apart). */
export const surveyKinds = ['nps', 'csat', 'meeting_feedback', 'rep_pulse'] as const

export const surveyAnswerTable = sqliteTable(
  'survey_answer',
  {
    id: idColumn(),
    accountId: text().notNull(),
    personId: text(),
    memberId: text(),
    meetingId: text(),
    kind: text({ enum: surveyKinds }).notNull(),
    score: integer().notNull(),
    remark: wordsColumn(),
    atMs: integer().notNull(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('survey_answer_account').on(table.accountId)],
)
export type SurveyAnswer = typeof surveyAnswerTable.$inferSelect

export const surveyAnswer = defineEntity({
  table: surveyAnswerTable,
  bucket: 'account',
  groups: {},
  search: ['remark'],
  references: { accountId: 'account', personId: 'person', meetingId: 'meeting' },
  operations: {
    create: command(
      z.object({
        accountId: idSchema,
        personId: idSchema.nullish(),
        memberId: idSchema.nullish(),
        meetingId: idSchema.nullish(),
        kind: z.enum(surveyKinds),
        score: z.int().min(0).max(10),
        remark: noteSchema.optional(),
        atMs: atMsSchema.optional(),
      }),
      (_db, args, { newId, nowMs }) => {
        if (args.kind === 'csat' && (args.score < 1 || args.score > 5))
          throw new StoreError('bad_arguments', { what: 'score' })
        const id = newId()
        const values = { atMs: nowMs, ...args, id, createdAtMs: nowMs }
        return { changes: [insert(surveyAnswerTable, values)], value: id }
      },
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(surveyAnswerTable, id)),
    ),
    byAccount: rowsBy(surveyAnswerTable, 'accountId'),
    byMeeting: rowsBy(surveyAnswerTable, 'meetingId'),
  },
})
