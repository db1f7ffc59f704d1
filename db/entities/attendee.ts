import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  atMsSchema,
  flagSchema,
  idColumn,
  idSchema,
  lineSchema,
  wordsColumn,
} from '../columns'
import { changed, command, defineEntity, findRow, insert, rowsBy, update } from '../entity'
import { StoreError } from '../errors'
import { attendeeRoles, modalities, partstats } from '../terms'
import { visitTable } from './visit'

/**
 * A person (theirs) or member (ours) of a visit. A person left out stays as a row with the reason,
 * so that nobody is forgotten silently (methods 0.20).
 */
export const attendeeTable = sqliteTable(
  'attendee',
  {
    id: idColumn(),
    accountId: text().notNull(),
    visitId: text().notNull(),
    personId: text(),
    memberId: text(),
    isInvited: integer().notNull().default(1),
    leftOutReason: wordsColumn(),
    role: text({ enum: attendeeRoles }).notNull().default('REQ-PARTICIPANT'),
    modality: text({ enum: modalities }).notNull().default('on_site'),
    partstat: text({ enum: partstats }).notNull().default('NEEDS-ACTION'),
    /** SEQUENCE and DTSTAMP of the last answer, which decide which of two answers is newer. */
    answerSequence: integer(),
    answerStampAtMs: atMsColumn(),
    answerComment: wordsColumn(),
    delegatedTo: wordsColumn(),
    /** 1 = the answer came by unsigned mail and nobody confirmed it. */
    isUnverified: integer().notNull().default(0),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('attendee_account').on(table.accountId),
    index('attendee_visit').on(table.visitId),
  ],
)
export type Attendee = typeof attendeeTable.$inferSelect

const fieldsSchema = z
  .object({
    role: z.enum(attendeeRoles),
    modality: z.enum(modalities),
    partstat: z.enum(partstats),
    answerSequence: z.int().min(0).nullable(),
    answerStampAtMs: atMsSchema.nullable(),
    answerComment: z.string().max(4000),
    delegatedTo: lineSchema,
    isUnverified: flagSchema,
  })
  .partial()

export const attendee = defineEntity({
  table: attendeeTable,
  bucket: 'account',
  groups: {
    invitation: ['isInvited', 'leftOutReason'],
    answer: [
      'partstat',
      'answerSequence',
      'answerStampAtMs',
      'answerComment',
      'delegatedTo',
      'isUnverified',
    ],
  },
  search: ['leftOutReason', 'answerComment'],
  references: { visitId: 'visit', personId: 'person', memberId: 'member' },
  operations: {
    /** Invites a person to a visit or leaves them out, which asks for a reason. */
    invite: command(
      z.object({
        visitId: idSchema,
        personId: idSchema,
        isInvited: flagSchema,
        reason: lineSchema.optional(),
      }),
      (db, { visitId, personId, isInvited, reason }, { stableId, nowMs }) => {
        if (isInvited === 0 && !reason?.trim()) throw new StoreError('reason_needed')
        const visit = findRow(db, visitTable, visitId)
        if (!visit) throw new StoreError('not_found')
        const id = stableId(visitId, `attendee:${personId}`)
        const fields = { isInvited, leftOutReason: isInvited === 1 ? '' : reason!.trim() }
        if (findRow(db, attendeeTable, id)) return changed(update(attendeeTable, id, fields))
        const { accountId, modality } = visit
        const values = { ...fields, id, accountId, visitId, personId, modality, createdAtMs: nowMs }
        return changed(insert(attendeeTable, values))
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(attendeeTable, id, fields)),
    ),
    byVisit: rowsBy(attendeeTable, 'visitId'),
    byAccount: rowsBy(attendeeTable, 'accountId'),
  },
})
