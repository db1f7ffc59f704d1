import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema } from '../columns'
import { query } from '../entity'
import { actionItemTable } from '../entities/action-item'
import { competitorSightingTable } from '../entities/competitor-sighting'
import { meetingTable } from '../entities/meeting'
import { memberTable } from '../entities/member'
import { noteTable } from '../entities/note'
import { opinionTable } from '../entities/opinion'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import { visitTable } from '../entities/visit'
import type { ReadableDb } from '../handles'

export const timelineKinds = ['meeting', 'visit', 'note', 'opinion', 'sighting', 'action'] as const
export type TimelineKind = (typeof timelineKinds)[number]

/** Something that happened or will happen at an account. */
export interface TimelineEntry {
  readonly id: string
  readonly kind: TimelineKind
  readonly atMs: number
  /** A term or words of the row: meeting title, note text, competitor's name. */
  readonly title: string
  /** The row's own kind or value: modality, note kind, opinion value, visit or action status. */
  readonly value: string
  /** `stance` or `influence` for opinions, else ''. */
  readonly about: string
  readonly detail: string
  readonly isPrivate: boolean
  readonly personId: string | null
  readonly personName: string
  /** Who of us it was. */
  readonly memberName: string
  /** People met, for meetings. */
  readonly people: number
}

/** What happened at an account, the newest first. */
export const accountTimeline = query(
  z.object({ accountId: idSchema, limit: z.int().min(1).max(5000) }),
  [
    meetingTable,
    visitTable,
    noteTable,
    opinionTable,
    competitorSightingTable,
    actionItemTable,
    participantTable,
    personTable,
    memberTable,
  ],
  (db, { accountId, limit }): TimelineEntry[] => {
    const rows = [
      ...meetings(db, accountId, limit),
      ...visits(db, accountId, limit),
      ...notes(db, accountId, limit),
      ...opinions(db, accountId, limit),
      ...sightings(db, accountId, limit),
      ...actions(db, accountId, limit),
    ]
      .sort((left, right) => right.atMs - left.atMs)
      .slice(0, limit)
    const people = namesOf(
      db,
      personTable,
      rows.map((row) => row.personId),
    )
    const members = namesOf(
      db,
      memberTable,
      rows.map((row) => row.memberId),
    )
    return rows.map(({ memberId, ...row }) => ({
      ...row,
      personName: people.get(row.personId ?? '') ?? '',
      memberName: members.get(memberId ?? '') ?? '',
    }))
  },
)

type Found = Omit<TimelineEntry, 'personName' | 'memberName'> & { readonly memberId: string | null }

const plain = { about: '', detail: '', isPrivate: false, personId: null, people: 0 }

function meetings(db: ReadableDb, accountId: string, limit: number): Found[] {
  const rows = db
    .select()
    .from(meetingTable)
    .where(eq(meetingTable.accountId, accountId))
    .orderBy(desc(meetingTable.startedAtMs))
    .limit(limit)
    .all()
  const met = db
    .select({ meetingId: participantTable.meetingId, personId: participantTable.personId })
    .from(participantTable)
    .where(
      and(
        eq(participantTable.accountId, accountId),
        inArray(participantTable.attendance, ['attended', 'walk_in', 'remote']),
      ),
    )
    .all()
  const peopleByMeeting = new Map<string, string[]>()
  for (const { meetingId, personId } of met)
    if (personId)
      peopleByMeeting.set(meetingId, [...(peopleByMeeting.get(meetingId) ?? []), personId])
  return rows.map((row) => {
    const people = peopleByMeeting.get(row.id) ?? []
    return {
      ...plain,
      id: row.id,
      kind: 'meeting',
      atMs: row.startedAtMs,
      title: row.title,
      value: row.modality,
      detail: row.summary || row.nextStep,
      personId: people.length === 1 ? people[0]! : null,
      memberId: row.ownerMemberId,
      people: people.length,
    }
  })
}

function visits(db: ReadableDb, accountId: string, limit: number): Found[] {
  return db
    .select()
    .from(visitTable)
    .where(eq(visitTable.accountId, accountId))
    .orderBy(desc(visitTable.startAtMs))
    .limit(limit)
    .all()
    .map((row) => ({
      ...plain,
      id: row.id,
      kind: 'visit',
      atMs: row.startAtMs,
      title: row.title,
      value: row.status,
      detail: row.objective,
      memberId: row.ownerMemberId,
    }))
}

function notes(db: ReadableDb, accountId: string, limit: number): Found[] {
  return db
    .select()
    .from(noteTable)
    .where(eq(noteTable.accountId, accountId))
    .orderBy(desc(noteTable.atMs))
    .limit(limit)
    .all()
    .map((row) => ({
      ...plain,
      id: row.id,
      kind: 'note',
      atMs: row.atMs,
      title: row.body,
      value: row.kind,
      isPrivate: row.isPrivate === 1,
      personId: row.personId,
      memberId: row.authorMemberId,
    }))
}

function opinions(db: ReadableDb, accountId: string, limit: number): Found[] {
  return db
    .select()
    .from(opinionTable)
    .where(eq(opinionTable.accountId, accountId))
    .orderBy(desc(opinionTable.atMs))
    .limit(limit)
    .all()
    .map((row) => ({
      ...plain,
      id: row.id,
      kind: 'opinion',
      atMs: row.atMs,
      title: '',
      value: row.value,
      about: row.kind,
      detail: row.remark,
      personId: row.personId,
      memberId: row.memberId,
    }))
}

function sightings(db: ReadableDb, accountId: string, limit: number): Found[] {
  return db
    .select()
    .from(competitorSightingTable)
    .where(eq(competitorSightingTable.accountId, accountId))
    .orderBy(desc(competitorSightingTable.atMs))
    .limit(limit)
    .all()
    .map((row) => ({
      ...plain,
      id: row.id,
      kind: 'sighting',
      atMs: row.atMs,
      title: row.competitorName,
      value: '',
      detail: row.pitch,
      personId: row.personId,
      memberId: row.authorMemberId,
    }))
}

/** Actions of the account that stand for themselves; those of a meeting are in its log. */
function actions(db: ReadableDb, accountId: string, limit: number): Found[] {
  return db
    .select()
    .from(actionItemTable)
    .where(and(eq(actionItemTable.accountId, accountId), isNull(actionItemTable.meetingId)))
    .orderBy(desc(actionItemTable.createdAtMs))
    .limit(limit)
    .all()
    .map((row) => ({
      ...plain,
      id: row.id,
      kind: 'action',
      atMs: row.doneAtMs ?? row.createdAtMs ?? 0,
      title: row.title,
      value: row.status,
      detail: row.dueDate ?? '',
      isPrivate: row.isPrivate === 1,
      personId: row.personId,
      memberId: row.ownerMemberId,
    }))
}

function namesOf(
  db: ReadableDb,
  table: typeof personTable | typeof memberTable,
  ids: readonly (string | null)[],
): ReadonlyMap<string, string> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const names = new Map<string, string>()
  for (let from = 0; from < wanted.length; from += 500)
    for (const row of db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, wanted.slice(from, from + 500)))
      .all())
      names.set(row.id, row.name)
  return names
}
