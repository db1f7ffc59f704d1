import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema } from '../columns'
import { changed, command, defineEntity, findRow, insert, rowsBy, update } from '../entity'
import { StoreError } from '../errors'
import { attendances, modalities } from '../terms'
import { meetingTable } from './meeting'

/** A person's part in a meeting; the contact that 'last contact' counts. */
export const participantTable = sqliteTable(
  'participant',
  {
    id: idColumn(),
    accountId: text().notNull(),
    meetingId: text().notNull(),
    personId: text(),
    memberId: text(),
    attendance: text({ enum: attendances }).notNull().default('unknown'),
    modality: text({ enum: modalities }).notNull().default('on_site'),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('participant_account').on(table.accountId),
    index('participant_meeting').on(table.meetingId),
    index('participant_person').on(table.personId),
  ],
)
export type Participant = typeof participantTable.$inferSelect

export const participant = defineEntity({
  table: participantTable,
  bucket: 'account',
  groups: {},
  search: [],
  references: { meetingId: 'meeting', personId: 'person', memberId: 'member' },
  operations: {
    set: command(
      z.object({
        meetingId: idSchema,
        personId: idSchema,
        attendance: z.enum(attendances),
        modality: z.enum(modalities).optional(),
      }),
      (db, { meetingId, personId, attendance, modality }, { stableId, nowMs }) => {
        const meeting = findRow(db, meetingTable, meetingId)
        if (!meeting) throw new StoreError('not_found')
        const id = stableId(meetingId, `participant:${personId}`)
        const row = findRow(db, participantTable, id)
        const fields = { attendance, modality: modality ?? row?.modality ?? meeting.modality }
        if (row) return changed(update(participantTable, id, fields))
        const { accountId } = meeting
        const values = { ...fields, id, accountId, meetingId, personId, createdAtMs: nowMs }
        return changed(insert(participantTable, values))
      },
    ),
    byMeeting: rowsBy(participantTable, 'meetingId'),
    byAccount: rowsBy(participantTable, 'accountId'),
  },
})
