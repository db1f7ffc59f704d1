import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema, lineSchema } from '../columns'
import { changed, command, findRow, insert, update } from '../entity'
import type { Change, CommandContext } from '../entity'
import { lineTable } from '../entities/line'
import { occupancyTable } from '../entities/occupancy'
import { personTable } from '../entities/person'
import { peersOf, requireNoCycle, seatTable } from '../entities/seat'
import type { Seat } from '../entities/seat'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { buyingRoles, influences, lineKinds, stances } from '../terms'
import { drawing } from './drawing'

const seatIdsSchema = z.array(idSchema).min(1).max(10_000)

/** Rows of an outline, bosses before their reports; what `db/formats/outline.ts` reads. */
const nodeSchema = z.object({
  parentIndex: z.int().min(0).nullable(),
  name: lineSchema,
  title: lineSchema,
  department: lineSchema,
  email: lineSchema,
  stance: z.enum(stances),
  influence: z.enum(influences),
  roles: z.array(z.enum(buyingRoles)),
  isTopFive: z.boolean(),
  isPlaceholder: z.boolean(),
})
type Node = z.output<typeof nodeSchema>

/** Steps that move, copy or add many cards at once; each is one step of undo. */
export const branches = {
  /** Moves seats below a boss (null = top): after a peer, first (null) or last (left out). */
  move: command(
    z.object({ seatIds: seatIdsSchema, bossId: idSchema.nullable(), afterId: idSchema.nullish() }),
    (db, { seatIds, bossId, afterId }, { rankBetween }) => {
      const seats = seatIds.map((id) => requireSeat(db, id))
      if (bossId !== null) for (const { id } of seats) requireNoCycle(db, id, bossId)
      const moving = new Set(seatIds)
      const first = seats[0] as Seat
      const peers = peersOf(db, first.accountId, bossId).filter(({ id }) => !moving.has(id))
      const at =
        afterId === undefined ? peers.length : peers.findIndex(({ id }) => id === afterId) + 1
      let before = peers[at - 1]?.rank || null
      const after = peers.slice(at).find(({ rank }) => rank > (before ?? ''))?.rank ?? null
      const changes = seats.map(({ id }): Change => {
        before = rankBetween(before, after)
        return update(seatTable, id, { bossId, rank: before })
      })
      return changed(...changes)
    },
  ),

  /** Copies branches below a boss: new seats, held by the same people. Gives the new top seats. */
  copy: command(
    z.object({ seatIds: seatIdsSchema, bossId: idSchema.nullable() }),
    (db, { seatIds, bossId }, context) => {
      const { newId, nowMs, rankBetween } = context
      const changes: Change[] = []
      const tops: string[] = []
      const open = seatIds.map((id) => ({ seat: requireSeat(db, id), under: bossId, isTop: true }))
      const lastRanks = new Map<string | null, string>()
      for (let next = open.shift(); next; next = open.shift()) {
        const { seat, under, isTop } = next
        const id = newId()
        const last = lastRanks.get(under) ?? (isTop ? lastRankOf(db, seat.accountId, under) : null)
        const rank = rankBetween(last, null)
        lastRanks.set(under, rank)
        changes.push(insert(seatTable, { ...seat, id, bossId: under, rank, createdAtMs: nowMs }))
        const holder = holderIdOf(db, seat.id)
        if (holder !== null) changes.push(seatHolder(seat.accountId, id, holder, context))
        if (isTop) tops.push(id)
        for (const report of peersOf(db, seat.accountId, seat.id)) {
          open.push({ seat: report, under: id, isTop: false })
        }
      }
      return { changes, value: tops }
    },
  ),

  /**
   * Adds an outline below a boss. It is a merge: somebody of that name (and title, where both say
   * one) who is on the map already stays where they are and takes what the text says of them.
   */
  addOutline: command(
    z.object({
      accountId: idSchema,
      bossId: idSchema.nullable(),
      nodes: z.array(nodeSchema).max(20_000),
      links: z.array(
        z.object({
          kind: z.enum(lineKinds),
          fromIndex: z.int().min(0),
          toIndex: z.int().min(0),
        }),
      ),
    }),
    (db, { accountId, bossId, nodes, links }, context) => {
      const known = readKnown(db, accountId)
      const changes: Change[] = []
      const seatIds: string[] = []
      const added: string[] = []
      const lastRanks = new Map<string | null, string>()
      for (const node of nodes) {
        const found = takeKnown(known, node)
        if (found !== null) {
          seatIds.push(found)
          changes.push(
            ...drawing.edit.run(db, { seatId: found, ...saying({ ...node, name: '' }) }, context)
              .changes,
          )
          continue
        }
        const under = node.parentIndex === null ? bossId : (seatIds[node.parentIndex] ?? bossId)
        const last = lastRanks.get(under) ?? lastRankOf(db, accountId, under)
        const rank = context.rankBetween(last, null)
        lastRanks.set(under, rank)
        const made = drawing.add.run(db, { accountId, bossId: under, ...saying(node) }, context)
        changes.push(...made.changes.map((change) => withRank(change, rank)))
        seatIds.push(made.value.seatId)
        added.push(made.value.seatId)
      }
      for (const { kind, fromIndex, toIndex } of links) {
        const from = seatIds[fromIndex]
        const to = seatIds[toIndex]
        if (from === undefined || to === undefined || from === to) continue
        changes.push(...lineChanges(db, accountId, kind, from, to, context))
      }
      return { changes, value: { seatIds, added } }
    },
  ),
}

function requireSeat(db: ReadableDb, id: string): Seat {
  const seat = findRow(db, seatTable, id)
  if (!seat) throw new StoreError('not_found')
  return seat
}

function lastRankOf(db: ReadableDb, accountId: string, bossId: string | null): string | null {
  return peersOf(db, accountId, bossId).at(-1)?.rank || null
}

function holderIdOf(db: ReadableDb, seatId: string): string | null {
  const row = db
    .select()
    .from(occupancyTable)
    .where(and(eq(occupancyTable.seatId, seatId), isNull(occupancyTable.toDate)))
    .get()
  return row?.personId ?? null
}

function seatHolder(
  accountId: string,
  seatId: string,
  personId: string,
  { newId, nowMs }: CommandContext,
): Change {
  const row = { id: newId(), accountId, seatId, personId, fromDate: null, toDate: null }
  return insert(occupancyTable, { ...row, createdAtMs: nowMs })
}

/** Seats of the account by the name of who holds them, in lower case. */
function readKnown(
  db: ReadableDb,
  accountId: string,
): Map<string, { id: string; title: string }[]> {
  const people = db.select().from(personTable).where(eq(personTable.accountId, accountId)).all()
  const namesById = new Map(people.map(({ id, name }) => [id, name]))
  const seats = db.select().from(seatTable).where(eq(seatTable.accountId, accountId)).all()
  const titlesById = new Map(seats.map(({ id, title }) => [id, title]))
  const held = and(eq(occupancyTable.accountId, accountId), isNull(occupancyTable.toDate))
  const known = new Map<string, { id: string; title: string }[]>()
  for (const row of db.select().from(occupancyTable).where(held).all()) {
    const title = titlesById.get(row.seatId)
    const name = namesById.get(row.personId)
    if (title === undefined || !name) continue
    const key = name.toLocaleLowerCase()
    known.set(key, [...(known.get(key) ?? []), { id: row.seatId, title }])
  }
  return known
}

/** Takes a known seat for a node, so that the next node of the same name takes another one. */
function takeKnown(known: Map<string, { id: string; title: string }[]>, node: Node): string | null {
  if (node.name === '') return null
  const seats = known.get(node.name.toLocaleLowerCase()) ?? []
  const title = node.title.toLocaleLowerCase()
  const fits = (other: string) =>
    title === '' || other === '' || other.toLocaleLowerCase() === title
  const at = seats.findIndex((seat) => fits(seat.title))
  return at < 0 ? null : (seats.splice(at, 1)[0]?.id ?? null)
}

/** What a node says of a card; what it leaves out stays as it is. */
function saying({ name, title, department, email, stance, influence, roles, isTopFive }: Node) {
  return {
    ...(name === '' ? {} : { name }),
    ...(title === '' ? {} : { title }),
    ...(department === '' ? {} : { department }),
    ...(email === '' ? {} : { email }),
    ...(stance === 'unknown' ? {} : { stance }),
    ...(influence === 'unknown' ? {} : { influence }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(isTopFive ? { isTopFive } : {}),
  }
}

function withRank(change: Change, rank: string): Change {
  if (change.kind !== 'insert' || change.table !== 'seat') return change
  return { ...change, values: { ...change.values, rank } }
}

function lineChanges(
  db: ReadableDb,
  accountId: string,
  kind: (typeof lineKinds)[number],
  fromSeatId: string,
  toSeatId: string,
  { stableId, nowMs }: CommandContext,
): Change[] {
  const id = stableId(fromSeatId, `line:${kind}:${toSeatId}`)
  if (findRow(db, lineTable, id)) return []
  return [insert(lineTable, { id, accountId, kind, fromSeatId, toSeatId, createdAtMs: nowMs })]
}
