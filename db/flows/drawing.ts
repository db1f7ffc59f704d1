import { and, eq, isNull, or } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema, lineSchema } from '../columns'
import { changed, command, findRow, insert, remove, update } from '../entity'
import type { Change, CommandContext } from '../entity'
import { buyingRoleTable } from '../entities/buying-role'
import { lineTable } from '../entities/line'
import { occupancyTable } from '../entities/occupancy'
import { personTable, topFiveMax, topFiveOf } from '../entities/person'
import type { Person } from '../entities/person'
import { peersOf, rankAfter, seatTable } from '../entities/seat'
import type { Seat } from '../entities/seat'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { buyingRoles, influences, seatLevels, stances } from '../terms'
import { opinionChanges } from './opinions'

/** What one line of text on a card says: `Jan Kowalski, Head of IT + !M #T <jan@example>`. */
const cardSchema = z.object({
  /** Empty = nobody is known to sit there ('?'). */
  name: lineSchema.optional(),
  title: lineSchema.optional(),
  department: lineSchema.optional(),
  email: lineSchema.optional(),
  level: z.enum(seatLevels).optional(),
  stance: z.enum(stances).optional(),
  influence: z.enum(influences).optional(),
  roles: z.array(z.enum(buyingRoles)).optional(),
  isTopFive: z.boolean().optional(),
  /** A person of the account who takes the seat; their name is not changed. */
  personId: idSchema.optional(),
})
type Card = z.output<typeof cardSchema>

/** A card of the map is a seat with its present person; these steps write both at once. */
export const drawing = {
  /** Adds a seat, and its person where one is named. Gives both ids. */
  add: command(
    cardSchema.extend({
      accountId: idSchema,
      bossId: idSchema.nullable(),
      afterId: idSchema.nullish(),
      /** The new seat goes between this seat and its boss. */
      aboveSeatId: idSchema.optional(),
    }),
    (db, { accountId, bossId, afterId, aboveSeatId, ...card }, context) => {
      const below = aboveSeatId ? requireSeat(db, aboveSeatId) : null
      const boss = below ? below.bossId : bossId
      const rank = below ? below.rank : rankAfter(db, accountId, boss, afterId, context.rankBetween)
      const seatId = context.newId()
      const { title = '', department = '', level = 'unknown' } = card
      const seat = { id: seatId, accountId, bossId: boss, rank, title, department, level }
      const changes = [insert(seatTable, { ...seat, createdAtMs: context.nowMs })]
      if (below) {
        const lowered = context.rankBetween(null, null)
        changes.push(update(seatTable, below.id, { bossId: seatId, rank: lowered }))
      }
      const seated = seatPerson(db, accountId, seatId, card, context)
      return {
        changes: [...changes, ...seated.changes],
        value: { seatId, personId: seated.personId },
      }
    },
  ),

  /** Writes what was typed on an existing card. Only what the text names is changed. */
  edit: command(cardSchema.extend({ seatId: idSchema }), (db, { seatId, ...card }, context) => {
    const seat = requireSeat(db, seatId)
    const { title, department, level } = card
    const changes: Change[] = [update(seatTable, seatId, definedOnly({ title, department, level }))]
    const person = holderOf(db, seatId)
    if (person && card.name !== undefined && card.name !== '' && !card.personId) {
      const { name, email } = card
      changes.push(update(personTable, person.id, definedOnly({ name, email })))
      changes.push(...attributeChanges(db, person, card, context))
      return { changes, value: { seatId, personId: person.id } }
    }
    if (person && !card.personId)
      return {
        changes: [...changes, ...attributeChanges(db, person, card, context)],
        value: { seatId, personId: person.id },
      }
    const seated = seatPerson(db, seat.accountId, seatId, card, context)
    return {
      changes: [...changes, ...seated.changes],
      value: { seatId, personId: seated.personId },
    }
  }),

  /** Takes seats off the map; their reports move up or go too. The people are kept. */
  removeSeats: command(
    z.object({ seatIds: z.array(idSchema).max(10_000), keepReports: z.boolean() }),
    (db, { seatIds, keepReports }, { rankBetween, nowMs }) => {
      const going = new Set(seatIds.filter((id) => findRow(db, seatTable, id)))
      if (!keepReports) for (const id of [...going]) addBranch(db, id, going)
      const changes: Change[] = []
      for (const id of going) {
        const seat = requireSeat(db, id)
        if (keepReports) {
          let before: string | null = seat.rank
          const above = peersOf(db, seat.accountId, seat.bossId)
          const after = above.find((peer) => peer.rank > seat.rank)?.rank ?? null
          for (const report of peersOf(db, seat.accountId, id)) {
            if (going.has(report.id)) continue
            before = rankBetween(before, after)
            changes.push(
              update(seatTable, report.id, {
                bossId: nearestStaying(db, seat, going),
                rank: before,
              }),
            )
          }
        }
        changes.push(...seatRemovals(db, id, nowMs))
      }
      return changed(...changes)
    },
  ),

  /** The person of a seat left: the seat stays with its lines, the history goes with the person. */
  vacate: command(
    z.object({ seatId: idSchema, hasLeftCompany: z.boolean() }),
    (db, { seatId, hasLeftCompany }, { nowMs }) => {
      requireSeat(db, seatId)
      const changes: Change[] = endOccupancies(db, seatId, nowMs)
      const person = holderOf(db, seatId)
      if (person && hasLeftCompany)
        changes.push(update(personTable, person.id, { status: 'left', isTopFive: 0 }))
      return changed(...changes)
    },
  ),

  /** Puts a person of the account on a seat; who sat there before is moved out. */
  seatPerson: command(
    z.object({ seatId: idSchema, personId: idSchema }),
    (db, { seatId, personId }, context) => {
      const seat = requireSeat(db, seatId)
      return changed(...seatPerson(db, seat.accountId, seatId, { personId }, context).changes)
    },
  ),

  /** Removes a person and everything that names them on this account's map. The seat stays. */
  removePerson: command(z.object({ personId: idSchema }), (db, { personId }) => {
    const changes: Change[] = []
    const seats = db
      .select()
      .from(occupancyTable)
      .where(eq(occupancyTable.personId, personId))
      .all()
    for (const row of seats) changes.push(remove(occupancyTable, row.id))
    const roles = db
      .select()
      .from(buyingRoleTable)
      .where(eq(buyingRoleTable.personId, personId))
      .all()
    for (const row of roles) changes.push(remove(buyingRoleTable, row.id))
    return changed(...changes, remove(personTable, personId))
  }),
}

/** The person who sits on a seat today, or null. */
export function holderOf(db: ReadableDb, seatId: string): Person | null {
  const occupancy = db
    .select()
    .from(occupancyTable)
    .where(and(eq(occupancyTable.seatId, seatId), isNull(occupancyTable.toDate)))
    .get()
  return occupancy ? findRow(db, personTable, occupancy.personId) : null
}

function requireSeat(db: ReadableDb, id: string): Seat {
  const seat = findRow(db, seatTable, id)
  if (!seat) throw new StoreError('not_found')
  return seat
}

/** Ends who sits there and seats the person named on the card, new or known. */
function seatPerson(
  db: ReadableDb,
  accountId: string,
  seatId: string,
  card: Card,
  context: CommandContext,
): { changes: Change[]; personId: string | null } {
  const { newId, nowMs } = context
  const name = card.name?.trim() ?? ''
  if (!card.personId && name === '') return { changes: [], personId: null }
  const changes: Change[] = endOccupancies(db, seatId, nowMs)
  let person = card.personId ? findRow(db, personTable, card.personId) : null
  if (card.personId && !person) throw new StoreError('not_found')
  const personId = person?.id ?? newId()
  if (!person) {
    const fields = { id: personId, accountId, personKey: personId, name, email: card.email ?? '' }
    changes.push(insert(personTable, { ...fields, createdAtMs: nowMs }))
  } else if (person.status === 'left') {
    changes.push(update(personTable, personId, { status: 'active' }))
  }
  const occupancy = { id: newId(), accountId, seatId, personId, fromDate: null, toDate: null }
  changes.push(insert(occupancyTable, { ...occupancy, createdAtMs: nowMs }))
  person ??= { id: personId, accountId, isTopFive: 0 } as Person
  changes.push(...attributeChanges(db, person, card, context))
  return { changes, personId }
}

function attributeChanges(
  db: ReadableDb,
  person: Person,
  card: Card,
  context: CommandContext,
): Change[] {
  const changes: Change[] = []
  const { stance, influence } = card
  if (stance) changes.push(...opinionChanges(person, { kind: 'stance', value: stance }, context))
  if (influence)
    changes.push(...opinionChanges(person, { kind: 'influence', value: influence }, context))
  for (const role of card.roles ?? []) {
    const id = context.stableId(person.id, `buying_role:${role}`)
    if (findRow(db, buyingRoleTable, id)) continue
    const { accountId, id: personId } = person
    changes.push(
      insert(buyingRoleTable, { id, accountId, personId, role, createdAtMs: context.nowMs }),
    )
  }
  if (card.isTopFive && person.isTopFive === 0) {
    if (topFiveOf(db, person.accountId).length >= topFiveMax) throw new StoreError('top_five_full')
    changes.push(update(personTable, person.id, { isTopFive: 1 }))
  }
  return changes
}

function endOccupancies(db: ReadableDb, seatId: string, nowMs: number): Change[] {
  const toDate = new Date(nowMs).toISOString().slice(0, 10)
  return db
    .select()
    .from(occupancyTable)
    .where(and(eq(occupancyTable.seatId, seatId), isNull(occupancyTable.toDate)))
    .all()
    .map((row) => update(occupancyTable, row.id, { toDate }))
}

function seatRemovals(db: ReadableDb, seatId: string, nowMs: number): Change[] {
  const lines = db
    .select()
    .from(lineTable)
    .where(or(eq(lineTable.fromSeatId, seatId), eq(lineTable.toSeatId, seatId)))
    .all()
  return [
    ...endOccupancies(db, seatId, nowMs),
    ...lines.map((row) => remove(lineTable, row.id)),
    remove(seatTable, seatId),
  ]
}

function addBranch(db: ReadableDb, id: string, into: Set<string>): void {
  const reports = db.select().from(seatTable).where(eq(seatTable.bossId, id)).all()
  for (const report of reports) {
    if (into.has(report.id)) continue
    into.add(report.id)
    addBranch(db, report.id, into)
  }
}

function nearestStaying(db: ReadableDb, seat: Seat, going: ReadonlySet<string>): string | null {
  let above = seat.bossId
  while (above !== null && going.has(above)) above = findRow(db, seatTable, above)?.bossId ?? null
  return above
}

function definedOnly<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>
}
