import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { atMsSchema, idSchema, lineSchema, noteSchema } from '../columns'
import { changed, command, findRow, insert, update } from '../entity'
import type { Change } from '../entity'
import { accountTable } from '../entities/account'
import { attendeeTable } from '../entities/attendee'
import { meetingTable } from '../entities/meeting'
import { noteTable } from '../entities/note'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import { siteTable } from '../entities/site'
import { visitTable } from '../entities/visit'
import { StoreError } from '../errors'
import { modalities } from '../terms'
import { drawing } from './drawing'
import { meetingSnapshot } from './snapshots'

/** Steps that log what happened. */
export const meetingLog = {
  /** Starts the log of a visit with its invited people as participants. Gives the meeting's id. */
  startFromVisit: command(z.object({ visitId: idSchema }), (db, { visitId }, context) => {
    const { newId, stableId, nowMs, memberId } = context
    const visit = findRow(db, visitTable, visitId)
    if (!visit) throw new StoreError('not_found')
    const { accountId, title, modality, timeZone } = visit
    const site = visit.siteId ? findRow(db, siteTable, visit.siteId) : null
    const id = newId()
    const meeting = { id, accountId, visitId, title, modality, timeZone, place: site?.name ?? '' }
    const changes: Change[] = [
      insert(meetingTable, {
        ...meeting,
        status: 'running',
        startedAtMs: nowMs,
        ownerMemberId: memberId,
        createdAtMs: nowMs,
      }),
    ]
    const attendees = db
      .select()
      .from(attendeeTable)
      .where(and(eq(attendeeTable.visitId, visitId), eq(attendeeTable.isInvited, 1)))
      .all()
    for (const { personId, modality: by } of attendees) {
      if (!personId) continue
      const participantId = stableId(id, `participant:${personId}`)
      const row = { id: participantId, accountId, meetingId: id, personId, modality: by }
      changes.push(insert(participantTable, { ...row, createdAtMs: nowMs }))
    }
    changes.push(...meetingSnapshot(db, { id, accountId }, 'meeting_start', context))
    return { changes, value: id }
  }),

  /** Starts a meeting that nobody planned, now. Gives its id. */
  start: command(
    z.object({
      accountId: idSchema,
      title: lineSchema.min(1),
      modality: z.enum(modalities).optional(),
      timeZone: z.string().min(1).max(60).optional(),
    }),
    (db, args, context) => {
      const { newId, nowMs, memberId } = context
      if (!findRow(db, accountTable, args.accountId)) throw new StoreError('not_found')
      const id = newId()
      const times = { startedAtMs: nowMs, createdAtMs: nowMs }
      const row = { ...args, ...times, id, status: 'running', ownerMemberId: memberId } as const
      return {
        changes: [
          insert(meetingTable, row),
          ...meetingSnapshot(db, { id, accountId: args.accountId }, 'meeting_start', context),
        ],
        value: id,
      }
    },
  ),

  /** Ends a running meeting. The visit it belongs to is done. */
  end: command(z.object({ meetingId: idSchema }), (db, { meetingId }, context) => {
    const { nowMs } = context
    const meeting = findRow(db, meetingTable, meetingId)
    if (!meeting) throw new StoreError('not_found')
    const changes: Change[] = [
      update(meetingTable, meetingId, { status: 'done', endedAtMs: meeting.endedAtMs ?? nowMs }),
    ]
    if (meeting.visitId && findRow(db, visitTable, meeting.visitId))
      changes.push(update(visitTable, meeting.visitId, { status: 'done' }))
    changes.push(...meetingSnapshot(db, meeting, 'meeting_end', context))
    return changed(...changes)
  }),

  /** Somebody came who was not expected: a card on the map and a participant, in one step. */
  walkIn: command(
    z.object({
      meetingId: idSchema,
      name: lineSchema.min(1),
      title: lineSchema.optional(),
      bossId: idSchema.nullish(),
    }),
    (db, { meetingId, name, title, bossId }, context) => {
      const meeting = findRow(db, meetingTable, meetingId)
      if (!meeting) throw new StoreError('not_found')
      const { accountId, modality } = meeting
      const drawn = drawing.add.run(db, { accountId, bossId: bossId ?? null, name, title }, context)
      const personId = drawn.value.personId!
      const id = context.stableId(meetingId, `participant:${personId}`)
      const row = { id, accountId, meetingId, personId, modality, createdAtMs: context.nowMs }
      const came = insert(participantTable, { ...row, attendance: 'walk_in' })
      return { changes: [...drawn.changes, came], value: drawn.value }
    },
  ),

  /** Logs a contact with one person in one step: a call, a mail, a chance meeting. */
  logContact: command(
    z.object({
      personId: idSchema,
      modality: z.enum(modalities),
      atMs: atMsSchema.optional(),
      remark: noteSchema.optional(),
    }),
    (db, { personId, modality, atMs, remark = '' }, { newId, stableId, nowMs, memberId }) => {
      const person = findRow(db, personTable, personId)
      if (!person) throw new StoreError('not_found')
      const { accountId, name } = person
      const id = newId()
      const at = atMs ?? nowMs
      const changes: Change[] = [
        insert(meetingTable, {
          id,
          accountId,
          title: name,
          modality,
          status: 'done',
          startedAtMs: at,
          endedAtMs: at,
          ownerMemberId: memberId,
          createdAtMs: nowMs,
        }),
        insert(participantTable, {
          id: stableId(id, `participant:${personId}`),
          accountId,
          meetingId: id,
          personId,
          modality,
          attendance: 'attended',
          createdAtMs: nowMs,
        }),
      ]
      if (remark.trim() !== '')
        changes.push(
          insert(noteTable, {
            id: newId(),
            accountId,
            meetingId: id,
            personId,
            body: remark,
            atMs: at,
            authorMemberId: memberId,
            createdAtMs: nowMs,
          }),
        )
      return { changes, value: id }
    },
  ),
}
