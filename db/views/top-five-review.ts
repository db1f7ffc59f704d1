import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '../entity'
import { accountTable } from '../entities/account'
import { meetingTable } from '../entities/meeting'
import { occupancyTable } from '../entities/occupancy'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import { seatTable } from '../entities/seat'

export interface ReviewPerson {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly stance: string
  readonly needs: string
  readonly lastContactAtMs: number | null
  readonly lastModality: string | null
}

export interface ReviewAccount {
  readonly id: string
  readonly name: string
  readonly valueNowMinor: number | null
  readonly potentialValueMinor: number | null
  readonly currency: string
  readonly people: readonly ReviewPerson[]
  /** Active people known besides the top five. */
  readonly othersKnown: number
}

/**
 * The weekly review: each customer and open prospect with its top five and when each was last
 * spoken to, the largest potential first (methods 0.13 to 0.15).
 */
export const topFiveReview = query(
  z.object({}),
  [accountTable, personTable, participantTable, meetingTable, occupancyTable, seatTable],
  (db): ReviewAccount[] => {
    const accounts = db
      .select()
      .from(accountTable)
      .where(inArray(accountTable.status, ['customer', 'prospect', 'special_prospect']))
      .all()
    const topFive = db
      .select()
      .from(personTable)
      .where(and(eq(personTable.isTopFive, 1), eq(personTable.status, 'active')))
      .all()
    const ids = topFive.map((person) => person.id)
    const known = new Map<string, number>()
    for (const { accountId } of db
      .select({ accountId: personTable.accountId })
      .from(personTable)
      .where(eq(personTable.status, 'active'))
      .all())
      known.set(accountId, (known.get(accountId) ?? 0) + 1)
    const titles = new Map(
      db
        .select({ personId: occupancyTable.personId, title: seatTable.title })
        .from(occupancyTable)
        .innerJoin(seatTable, eq(seatTable.id, occupancyTable.seatId))
        .where(and(inArray(occupancyTable.personId, ids), isNull(occupancyTable.toDate)))
        .all()
        .map((row) => [row.personId, row.title]),
    )
    const contacts = new Map<string, { atMs: number; modality: string }>()
    for (const { personId, atMs, modality } of db
      .select({
        personId: participantTable.personId,
        atMs: meetingTable.startedAtMs,
        modality: participantTable.modality,
      })
      .from(participantTable)
      .innerJoin(meetingTable, eq(meetingTable.id, participantTable.meetingId))
      .where(
        and(
          isNotNull(participantTable.personId),
          inArray(participantTable.personId, ids),
          inArray(participantTable.attendance, ['attended', 'walk_in', 'remote']),
        ),
      )
      .orderBy(desc(meetingTable.startedAtMs))
      .all())
      if (!contacts.has(personId!)) contacts.set(personId!, { atMs, modality })
    const peopleByAccount = new Map<string, ReviewPerson[]>()
    for (const { id, accountId, name, stance, needs } of topFive) {
      const contact = contacts.get(id)
      const list = peopleByAccount.get(accountId) ?? []
      list.push({
        id,
        name,
        title: titles.get(id) ?? '',
        stance,
        needs,
        lastContactAtMs: contact?.atMs ?? null,
        lastModality: contact?.modality ?? null,
      })
      peopleByAccount.set(accountId, list)
    }
    return accounts
      .map(({ id, name, valueNowMinor, potentialValueMinor, currency }) => {
        const people = peopleByAccount.get(id) ?? []
        const othersKnown = (known.get(id) ?? 0) - people.length
        return { id, name, valueNowMinor, potentialValueMinor, currency, people, othersKnown }
      })
      .filter((account) => account.people.length + account.othersKnown > 0)
      .sort((left, right) => worth(right) - worth(left))
      .slice(0, 200)
  },
)

function worth(account: Pick<ReviewAccount, 'valueNowMinor' | 'potentialValueMinor'>): number {
  return account.potentialValueMinor ?? account.valueNowMinor ?? 0
}
