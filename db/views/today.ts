import { and, asc, eq, gte, inArray, isNotNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '../entity'
import { accountTable } from '../entities/account'
import { actionItemTable } from '../entities/action-item'
import type { ActionItem } from '../entities/action-item'
import { attendeeTable } from '../entities/attendee'
import { meetingTable } from '../entities/meeting'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import type { Person } from '../entities/person'
import { visitTable } from '../entities/visit'
import type { Visit } from '../entities/visit'

export interface Today {
  readonly visits: readonly (Visit & { accountName: string; invited: number; accepted: number })[]
  readonly actions: readonly (ActionItem & { accountName: string })[]
  /** Top-five people not met for `staleDays`, longest first. */
  readonly stale: readonly (Pick<Person, 'id' | 'name' | 'accountId' | 'stance'> & {
    accountName: string
    lastContactAtMs: number | null
  })[]
  readonly accounts: number
}

/** A top-five contact older than this is stale, days (methods 0.13; one quarter). */
const staleDays = 90
const dayMs = 86_400_000

/** What the first screen shows. */
export const today = query(
  z.object({}),
  [
    visitTable,
    accountTable,
    attendeeTable,
    actionItemTable,
    personTable,
    participantTable,
    meetingTable,
  ],
  (db, _args, { nowMs }): Today => {
    const names = new Map(
      db
        .select({ id: accountTable.id, name: accountTable.name })
        .from(accountTable)
        .all()
        .map((row) => [row.id, row.name]),
    )
    const nameOf = (accountId: string) => names.get(accountId) ?? ''
    const visits = db
      .select()
      .from(visitTable)
      .where(and(gte(visitTable.endAtMs, nowMs), inArray(visitTable.status, ['draft', 'invited'])))
      .orderBy(asc(visitTable.startAtMs))
      .limit(6)
      .all()
    const attendees = db
      .select()
      .from(attendeeTable)
      .where(
        inArray(
          attendeeTable.visitId,
          visits.map((visit) => visit.id),
        ),
      )
      .all()
      .filter((row) => row.isInvited === 1 && row.personId !== null)
    const actions = db
      .select()
      .from(actionItemTable)
      .where(eq(actionItemTable.status, 'open'))
      .orderBy(asc(actionItemTable.dueDate))
      .limit(200)
      .all()
    const contacts = new Map(
      db
        .select({ personId: participantTable.personId, atMs: max(meetingTable.startedAtMs) })
        .from(participantTable)
        .innerJoin(meetingTable, eq(meetingTable.id, participantTable.meetingId))
        .innerJoin(personTable, eq(personTable.id, participantTable.personId))
        .where(
          and(
            isNotNull(participantTable.personId),
            eq(personTable.isTopFive, 1),
            inArray(participantTable.attendance, ['attended', 'walk_in', 'remote']),
          ),
        )
        .groupBy(participantTable.personId)
        .all()
        .map((row) => [row.personId!, row.atMs]),
    )
    const stale = db
      .select({
        id: personTable.id,
        name: personTable.name,
        accountId: personTable.accountId,
        stance: personTable.stance,
      })
      .from(personTable)
      .where(and(eq(personTable.isTopFive, 1), eq(personTable.status, 'active')))
      .all()
      .map((person) => ({
        ...person,
        accountName: nameOf(person.accountId),
        lastContactAtMs: contacts.get(person.id) ?? null,
      }))
      .filter((person) => (person.lastContactAtMs ?? 0) < nowMs - staleDays * dayMs)
      .sort((left, right) => (left.lastContactAtMs ?? 0) - (right.lastContactAtMs ?? 0))
      .slice(0, 12)
    return {
      visits: visits.map((visit) => {
        const theirs = attendees.filter((row) => row.visitId === visit.id)
        const accepted = theirs.filter((row) => row.partstat === 'ACCEPTED').length
        return { ...visit, accountName: nameOf(visit.accountId), invited: theirs.length, accepted }
      }),
      actions: actions
        .sort((left, right) => (left.dueDate ?? '9999').localeCompare(right.dueDate ?? '9999'))
        .slice(0, 12)
        .map((row) => ({ ...row, accountName: nameOf(row.accountId) })),
      stale,
      accounts: names.size,
    }
  },
)
