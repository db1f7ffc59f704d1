import { and, desc, eq, gte, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { atMsSchema, idSchema } from '../columns'
import { query } from '../entity'
import { accountTable } from '../entities/account'
import { actionItemTable } from '../entities/action-item'
import { commentTable } from '../entities/comment'
import { meetingTable } from '../entities/meeting'
import type { Meeting } from '../entities/meeting'
import { memberTable } from '../entities/member'
import { noteTable } from '../entities/note'
import { opinionTable } from '../entities/opinion'
import { participantTable } from '../entities/participant'
import { readMarkTable } from '../entities/read-mark'
import { visitTable } from '../entities/visit'

export interface FeedEntry extends Pick<
  Meeting,
  'id' | 'accountId' | 'visitId' | 'title' | 'modality' | 'startedAtMs' | 'summary' | 'nextStep'
> {
  readonly accountName: string
  readonly authorId: string | null
  readonly authorName: string
  readonly visitType: string | null
  readonly met: number
  readonly walkIns: number
  readonly stanceChanges: number
  readonly decisions: number
  readonly openActions: number
  readonly comments: number
  readonly isUnread: boolean
}

/** Logs shown at once, newest first. */
const feedLimit = 300

/** The synced meeting logs like an inbox: who, which account, when, what came of it, unread. */
export const teamFeed = query(
  z.object({ sinceMs: atMsSchema.optional(), accountId: idSchema.optional() }),
  [
    meetingTable,
    accountTable,
    memberTable,
    participantTable,
    noteTable,
    actionItemTable,
    opinionTable,
    commentTable,
    readMarkTable,
    visitTable,
  ],
  (db, { sinceMs = 0, accountId }): FeedEntry[] => {
    const conditions = [eq(meetingTable.status, 'done'), gte(meetingTable.startedAtMs, sinceMs)]
    if (accountId) conditions.push(eq(meetingTable.accountId, accountId))
    const meetings = db
      .select()
      .from(meetingTable)
      .where(and(...conditions))
      .orderBy(desc(meetingTable.startedAtMs))
      .limit(feedLimit)
      .all()
    const ids = meetings.map((meeting) => meeting.id)
    const accounts = nameById(
      db
        .select()
        .from(accountTable)
        .where(inArray(accountTable.id, [...new Set(meetings.map((meeting) => meeting.accountId))]))
        .all(),
    )
    const members = nameById(db.select().from(memberTable).all())
    const participants = groupBy(
      db.select().from(participantTable).where(inArray(participantTable.meetingId, ids)).all(),
      (row) => row.meetingId,
    )
    const notes = groupBy(
      db.select().from(noteTable).where(inArray(noteTable.meetingId, ids)).all(),
      (row) => row.meetingId,
    )
    const actions = groupBy(
      db.select().from(actionItemTable).where(inArray(actionItemTable.meetingId, ids)).all(),
      (row) => row.meetingId,
    )
    const opinions = groupBy(
      db.select().from(opinionTable).where(inArray(opinionTable.meetingId, ids)).all(),
      (row) => row.meetingId,
    )
    const comments = groupBy(
      db.select().from(commentTable).where(inArray(commentTable.subjectId, ids)).all(),
      (row) => row.subjectId,
    )
    const readAt = new Map(
      db
        .select()
        .from(readMarkTable)
        .all()
        .map((row) => [row.subjectId, row.atMs]),
    )
    const visits = new Map(
      db
        .select({ id: visitTable.id, type: visitTable.type })
        .from(visitTable)
        .where(
          inArray(
            visitTable.id,
            meetings.flatMap((meeting) => meeting.visitId ?? []),
          ),
        )
        .all()
        .map((row) => [row.id, row.type]),
    )
    return meetings.map((meeting) => {
      const people = (participants.get(meeting.id) ?? []).filter((row) => row.personId !== null)
      const said = comments.get(meeting.id) ?? []
      const lastAtMs = Math.max(meeting.startedAtMs, ...said.map((row) => row.atMs))
      const { id, visitId, title, modality, startedAtMs, summary, nextStep } = meeting
      return {
        id,
        visitId,
        title,
        modality,
        startedAtMs,
        summary,
        nextStep,
        accountId: meeting.accountId,
        accountName: accounts.get(meeting.accountId) ?? '',
        authorId: meeting.ownerMemberId,
        authorName: members.get(meeting.ownerMemberId ?? '') ?? '',
        visitType: visits.get(visitId ?? '') ?? null,
        met: people.filter((row) => ['attended', 'walk_in', 'remote'].includes(row.attendance))
          .length,
        walkIns: people.filter((row) => row.attendance === 'walk_in').length,
        stanceChanges: (opinions.get(id) ?? []).filter((row) => row.kind === 'stance').length,
        decisions: (notes.get(id) ?? []).filter((row) => row.kind === 'decision').length,
        openActions: (actions.get(id) ?? []).filter((row) => row.status === 'open').length,
        comments: said.length,
        isUnread: (readAt.get(id) ?? -1) < lastAtMs,
      }
    })
  },
)

function nameById(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [row.id, row.name]))
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
