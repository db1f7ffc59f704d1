import { and, count, eq, gte, inArray, isNotNull, max, min, sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '../entity'
import { accountTable } from '../entities/account'
import type { Account } from '../entities/account'
import { actionItemTable } from '../entities/action-item'
import { meetingTable } from '../entities/meeting'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import { visitTable } from '../entities/visit'

export interface AccountListRow extends Pick<
  Account,
  | 'id'
  | 'name'
  | 'status'
  | 'segment'
  | 'city'
  | 'country'
  | 'industry'
  | 'ownerMemberId'
  | 'valueNowMinor'
  | 'potentialValueMinor'
  | 'currency'
  | 'renewalDate'
  | 'customerSince'
> {
  readonly people: number
  /** Last contact of each top-five person, UTC ms; null = never met. */
  readonly topFiveContacts: readonly (number | null)[]
  readonly nextVisitAtMs: number | null
  readonly lastContactAtMs: number | null
  readonly openActions: number
}

/** One line per account of the portfolio. Sorted by name; the page filters and sorts it. */
export const accountList = query(
  z.object({}),
  [accountTable, personTable, visitTable, meetingTable, participantTable, actionItemTable],
  (db, _args, { nowMs }): AccountListRow[] => {
    const people = new Map(
      db
        .select({ accountId: personTable.accountId, people: count() })
        .from(personTable)
        .groupBy(personTable.accountId)
        .all()
        .map((row) => [row.accountId, row.people]),
    )
    const visits = new Map(
      db
        .select({ accountId: visitTable.accountId, atMs: min(visitTable.startAtMs) })
        .from(visitTable)
        .where(
          and(gte(visitTable.endAtMs, nowMs), inArray(visitTable.status, ['draft', 'invited'])),
        )
        .groupBy(visitTable.accountId)
        .all()
        .map((row) => [row.accountId, row.atMs]),
    )
    const actions = new Map(
      db
        .select({ accountId: actionItemTable.accountId, open: count() })
        .from(actionItemTable)
        .where(eq(actionItemTable.status, 'open'))
        .groupBy(actionItemTable.accountId)
        .all()
        .map((row) => [row.accountId, row.open]),
    )
    const contacts = new Map<string, number>()
    const lastByAccount = new Map<string, number>()
    const metRows = db
      .select({
        personId: participantTable.personId,
        accountId: participantTable.accountId,
        atMs: max(meetingTable.startedAtMs),
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
      .all()
    for (const { personId, accountId, atMs } of metRows) {
      if (atMs === null) continue
      contacts.set(personId!, atMs)
      lastByAccount.set(accountId, Math.max(atMs, lastByAccount.get(accountId) ?? 0))
    }
    const topFive = new Map<string, (number | null)[]>()
    const marked = db
      .select({ id: personTable.id, accountId: personTable.accountId })
      .from(personTable)
      .where(sql`${personTable.isTopFive} = 1`)
      .all()
    for (const { id, accountId } of marked) {
      const dots = topFive.get(accountId) ?? []
      dots.push(contacts.get(id) ?? null)
      topFive.set(accountId, dots)
    }
    return db
      .select({
        id: accountTable.id,
        name: accountTable.name,
        status: accountTable.status,
        segment: accountTable.segment,
        city: accountTable.city,
        country: accountTable.country,
        industry: accountTable.industry,
        ownerMemberId: accountTable.ownerMemberId,
        valueNowMinor: accountTable.valueNowMinor,
        potentialValueMinor: accountTable.potentialValueMinor,
        currency: accountTable.currency,
        renewalDate: accountTable.renewalDate,
        customerSince: accountTable.customerSince,
      })
      .from(accountTable)
      .orderBy(accountTable.name)
      .all()
      .map((row) => ({
        ...row,
        people: people.get(row.id) ?? 0,
        topFiveContacts: topFive.get(row.id) ?? [],
        nextVisitAtMs: visits.get(row.id) ?? null,
        lastContactAtMs: lastByAccount.get(row.id) ?? null,
        openActions: actions.get(row.id) ?? 0,
      }))
  },
)
