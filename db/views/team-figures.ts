import { eq, gte } from 'drizzle-orm'
import { z } from 'zod'
import { atMsSchema, idSchema } from '../columns'
import { query } from '../entity'
import { accountTable } from '../entities/account'
import { competitorSightingTable } from '../entities/competitor-sighting'
import { meetingTable } from '../entities/meeting'
import { opportunityTable } from '../entities/opportunity'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import { surveyAnswerTable } from '../entities/survey-answer'
import { dueOf, rulesFor } from '../figures/cadence'
import type { Light } from '../figures/cadence'
import { npsOf } from '../figures/nps'
import type { Nps } from '../figures/nps'

export interface TeamFigures {
  readonly accounts: number
  /** Share of active people of the portfolio met in the last 365 days, 0 to 1; null = nobody mapped. */
  readonly coverage: number | null
  readonly peopleActive: number
  readonly peopleMet: number
  /** Meetings per calendar month 'YYYY-MM', oldest first. */
  readonly months: readonly { month: string; onSite: number; remote: number }[]
  /** Accounts with face time due, most overdue first. */
  readonly faceTime: readonly FaceTime[]
  /** Mean over accounts of value now over potential value, 0 to 1; null = no potential known. */
  readonly penetration: number | null
  readonly penetrationByAccount: readonly {
    id: string
    name: string
    currency: string
    now: number
    potential: number
  }[]
  readonly nps: Nps
  readonly pilots: readonly {
    id: string
    name: string
    accountId: string
    accountName: string
    stage: string
    closeDate: string | null
  }[]
  readonly sightings: readonly { competitor: string; count: number; accounts: number }[]
  readonly neverVisited: readonly { id: string; name: string }[]
}

export interface FaceTime {
  readonly accountId: string
  readonly name: string
  readonly who: 'ae' | 'executive' | 'ceo'
  readonly lastAtMs: number | null
  readonly dueAtMs: number
  readonly light: Light
  readonly overdueDays: number
}

const yearMs = 365 * 86_400_000
const monthsShown = 12

/** The manager's figures: few, each with the accounts or people behind it. */
export const teamFigures = query(
  z.object({ ownerMemberId: idSchema.optional(), untilMs: atMsSchema.optional() }),
  [
    accountTable,
    personTable,
    meetingTable,
    participantTable,
    opportunityTable,
    competitorSightingTable,
    surveyAnswerTable,
  ],
  (db, { ownerMemberId, untilMs }, { nowMs }): TeamFigures => {
    const atMs = untilMs ?? nowMs
    const accounts = db
      .select()
      .from(accountTable)
      .all()
      .filter((row) => !ownerMemberId || row.ownerMemberId === ownerMemberId)
    const names = new Map(accounts.map((row) => [row.id, row.name]))
    const meetings = db
      .select()
      .from(meetingTable)
      .where(eq(meetingTable.status, 'done'))
      .all()
      .filter((row) => names.has(row.accountId) && row.startedAtMs <= atMs)
    const people = db
      .select({ id: personTable.id, accountId: personTable.accountId, status: personTable.status })
      .from(personTable)
      .where(eq(personTable.status, 'active'))
      .all()
      .filter((row) => names.has(row.accountId))
    const recent = new Set(
      meetings.filter((row) => row.startedAtMs > atMs - yearMs).map((row) => row.id),
    )
    const met = new Set(
      db
        .select()
        .from(participantTable)
        .all()
        .filter(
          (row) =>
            recent.has(row.meetingId) && ['attended', 'walk_in', 'remote'].includes(row.attendance),
        )
        .map((row) => row.personId),
    )
    const peopleMet = people.filter((row) => met.has(row.id)).length
    const withPotential = accounts.filter((row) => (row.potentialValueMinor ?? 0) > 0)
    const shares = withPotential.map((row) => (row.valueNowMinor ?? 0) / row.potentialValueMinor!)
    const visited = new Set(
      meetings.filter((row) => row.modality === 'on_site').map((row) => row.accountId),
    )
    return {
      accounts: accounts.length,
      coverage: people.length === 0 ? null : peopleMet / people.length,
      peopleActive: people.length,
      peopleMet,
      months: monthsOf(meetings, atMs),
      faceTime: faceTimeOf(accounts, meetings, atMs),
      penetration: shares.length === 0 ? null : sum(shares) / shares.length,
      penetrationByAccount: withPotential
        .map((row) => ({
          id: row.id,
          name: row.name,
          currency: row.currency,
          now: row.valueNowMinor ?? 0,
          potential: row.potentialValueMinor!,
        }))
        .sort((left, right) => right.potential - right.now - (left.potential - left.now))
        .slice(0, 12),
      nps: npsOf(
        db
          .select()
          .from(surveyAnswerTable)
          .where(eq(surveyAnswerTable.kind, 'nps'))
          .all()
          .filter((row) => names.has(row.accountId) && row.personId !== null)
          .map((row) => ({ personId: row.personId!, score: row.score, atMs: row.atMs })),
        atMs,
      ),
      pilots: db
        .select()
        .from(opportunityTable)
        .where(eq(opportunityTable.kind, 'pilot'))
        .all()
        .filter((row) => names.has(row.accountId))
        .map(({ id, name, accountId, stage, closeDate }) => {
          return { id, name, accountId, accountName: names.get(accountId)!, stage, closeDate }
        }),
      sightings: sightingsOf(
        db
          .select()
          .from(competitorSightingTable)
          .where(gte(competitorSightingTable.atMs, atMs - yearMs))
          .all()
          .filter((row) => names.has(row.accountId)),
      ),
      neverVisited: accounts
        .filter((row) => row.status === 'customer' && !visited.has(row.id))
        .map(({ id, name }) => ({ id, name })),
    }
  },
)

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}

function monthsOf(
  meetings: readonly { startedAtMs: number; modality: string }[],
  nowMs: number,
): TeamFigures['months'] {
  const end = new Date(nowMs)
  const months = Array.from({ length: monthsShown }, (_, index) => {
    const back = monthsShown - 1 - index
    const start = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - back, 1))
    return { month: start.toISOString().slice(0, 7), onSite: 0, remote: 0 }
  })
  const byMonth = new Map(months.map((entry) => [entry.month, entry]))
  for (const meeting of meetings) {
    const entry = byMonth.get(new Date(meeting.startedAtMs).toISOString().slice(0, 7))
    if (!entry) continue
    if (meeting.modality === 'on_site') entry.onSite += 1
    else entry.remote += 1
  }
  return months
}

function faceTimeOf(
  accounts: readonly { id: string; name: string; status: string; valueNowMinor: number | null }[],
  meetings: readonly { accountId: string; modality: string; startedAtMs: number }[],
  nowMs: number,
): FaceTime[] {
  const last = new Map<string, number>()
  const lastOnSite = new Map<string, number>()
  for (const { accountId, modality, startedAtMs } of meetings) {
    last.set(accountId, Math.max(startedAtMs, last.get(accountId) ?? 0))
    if (modality !== 'on_site') continue
    lastOnSite.set(accountId, Math.max(startedAtMs, lastOnSite.get(accountId) ?? 0))
  }
  return accounts
    .filter((account) => account.status === 'customer')
    .flatMap((account) =>
      rulesFor(account.valueNowMinor)
        .filter((rule) => rule.who === 'ae')
        .map((rule) => {
          const source = rule.isOnSite ? lastOnSite : last
          const lastAtMs = source.get(account.id) ?? null
          const due = dueOf(lastAtMs, rule.everyDays, nowMs)
          return { accountId: account.id, name: account.name, who: rule.who, lastAtMs, ...due }
        }),
    )
    .sort((left, right) => left.dueAtMs - right.dueAtMs)
}

function sightingsOf(
  rows: readonly { competitorName: string; accountId: string }[],
): TeamFigures['sightings'] {
  const groups = new Map<string, { count: number; accounts: Set<string> }>()
  for (const { competitorName, accountId } of rows) {
    const name = competitorName.trim()
    if (name === '') continue
    const group = groups.get(name) ?? { count: 0, accounts: new Set<string>() }
    group.count += 1
    group.accounts.add(accountId)
    groups.set(name, group)
  }
  return [...groups]
    .map(([competitor, group]) => {
      return { competitor, count: group.count, accounts: group.accounts.size }
    })
    .sort((left, right) => right.count - left.count)
}
