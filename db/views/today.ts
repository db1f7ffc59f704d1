import { and, asc, count, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
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
import type { ReadableDb } from '../handles'

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
      .orderBy(sql`coalesce(${actionItemTable.dueDate}, '9999')`)
      .limit(12)
      .all()
    const stale = findStale(db, nowMs)
    const nameOf = accountNames(db, [...visits, ...actions, ...stale])
    return {
      visits: visits.map((visit) => {
        const theirs = attendees.filter((row) => row.visitId === visit.id)
        const accepted = theirs.filter((row) => row.partstat === 'ACCEPTED').length
        return { ...visit, accountName: nameOf(visit.accountId), invited: theirs.length, accepted }
      }),
      actions: actions.map((row) => ({ ...row, accountName: nameOf(row.accountId) })),
      stale: stale.map((row) => ({ ...row, accountName: nameOf(row.accountId) })),
      accounts: countAccounts(db),
    }
  },
)

/** The top-five people met longest ago or never; sorted and cut by the store, since there may be very many. */
function findStale(db: ReadableDb, nowMs: number) {
  const last = db
    .select({
      personId: participantTable.personId,
      atMs: sql<number>`max(${meetingTable.startedAtMs})`.as('lastAtMs'),
    })
    .from(participantTable)
    .innerJoin(meetingTable, eq(meetingTable.id, participantTable.meetingId))
    .where(
      and(
        isNotNull(participantTable.personId),
        inArray(participantTable.attendance, ['attended', 'walk_in', 'remote']),
      ),
    )
    .groupBy(participantTable.personId)
    .as('last')
  const lastAtMs = sql<number>`coalesce(${last.atMs}, 0)`
  const found = db
    .select({ id: personTable.id, lastContactAtMs: last.atMs })
    .from(personTable)
    .leftJoin(last, eq(last.personId, personTable.id))
    .where(
      and(
        sql`${personTable.isTopFive} = 1`,
        eq(personTable.status, 'active'),
        lt(lastAtMs, nowMs - staleDays * dayMs),
      ),
    )
    .orderBy(lastAtMs, personTable.id)
    .limit(12)
    .all()
  const { id, name, accountId, stance } = personTable
  const people = new Map(
    db
      .select({ id, name, accountId, stance })
      .from(personTable)
      .where(
        inArray(
          personTable.id,
          found.map((row) => row.id),
        ),
      )
      .all()
      .map((person) => [person.id, person]),
  )
  return found.map((row) => ({ ...people.get(row.id)!, lastContactAtMs: row.lastContactAtMs }))
}

function accountNames(
  db: ReadableDb,
  rows: readonly { readonly accountId: string }[],
): (accountId: string) => string {
  const ids = [...new Set(rows.map((row) => row.accountId))]
  const named = db
    .select({ id: accountTable.id, name: accountTable.name })
    .from(accountTable)
    .where(inArray(accountTable.id, ids))
    .all()
  const names = new Map(named.map((row) => [row.id, row.name]))
  return (accountId) => names.get(accountId) ?? ''
}

function countAccounts(db: ReadableDb): number {
  const [row] = db.select({ accounts: count() }).from(accountTable).all()
  return row?.accounts ?? 0
}
