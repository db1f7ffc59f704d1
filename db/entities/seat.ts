import { eq } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema, lineSchema, noteSchema, wordsColumn } from '../columns'
import { changed, command, defineEntity, findRow, insert, rowById, rowsBy, update } from '../entity'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { byRank, rankAmong } from '../ordering'
import { seatLevels } from '../terms'

/** A place in the organisation. It holds placement and lines; an occupancy fills it with a person. */
export const seatTable = sqliteTable(
  'seat',
  {
    id: idColumn(),
    accountId: text().notNull(),
    /** The seat above; null = a top of the map. */
    bossId: text(),
    /** Order among the reports of one boss (fractional index; ties are broken by id). */
    rank: text().notNull().default(''),
    title: wordsColumn(),
    department: wordsColumn(),
    level: text({ enum: seatLevels }).notNull().default('unknown'),
    siteId: text(),
    /** Number of people one row stands for; 1 for a seat of its own. */
    headcount: integer().notNull().default(1),
    /** What the seat is to us where nobody sits there, for example 'vacant since March'. */
    remark: wordsColumn(),
    externalId: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('seat_account').on(table.accountId), index('seat_boss').on(table.bossId)],
)
export type Seat = typeof seatTable.$inferSelect

const fieldsSchema = z
  .object({
    title: lineSchema,
    department: lineSchema,
    level: z.enum(seatLevels),
    siteId: idSchema.nullable(),
    headcount: z.int().min(1).max(1_000_000),
    remark: noteSchema,
    externalId: lineSchema,
  })
  .partial()

export const seat = defineEntity({
  table: seatTable,
  bucket: 'account',
  groups: { placement: ['bossId', 'rank'] },
  parentColumn: 'bossId',
  search: ['title', 'department', 'remark'],
  references: { accountId: 'account', bossId: 'seat', siteId: 'site' },
  operations: {
    create: command(
      fieldsSchema.extend({
        accountId: idSchema,
        bossId: idSchema.nullable(),
        afterId: idSchema.nullish(),
      }),
      (db, { bossId, afterId, ...fields }, { newId, nowMs, rankBetween }) => {
        const id = newId()
        const rank = rankAfter(db, fields.accountId, bossId, afterId, rankBetween)
        const values = { ...fields, id, bossId, rank, createdAtMs: nowMs }
        return { changes: [insert(seatTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (db, { id, fields }) => {
      if (!findRow(db, seatTable, id)) throw new StoreError('not_found')
      return changed(update(seatTable, id, fields))
    }),
    /** Moves a seat under a boss (null = top), after one of its reports (null = first, left out = last). */
    move: command(
      z.object({
        id: idSchema,
        bossId: idSchema.nullable(),
        afterId: idSchema.nullish(),
      }),
      (db, { id, bossId, afterId }, { rankBetween }) => {
        const row = findRow(db, seatTable, id)
        if (!row) throw new StoreError('not_found')
        if (bossId !== null) requireNoCycle(db, id, bossId)
        const rank = rankAfter(db, row.accountId, bossId, afterId, rankBetween, id)
        return changed(update(seatTable, id, { bossId, rank }))
      },
    ),
    byAccount: rowsBy(seatTable, 'accountId'),
    byId: rowById(seatTable),
  },
})

/** Refuses a boss that sits below the seat itself. */
export function requireNoCycle(db: ReadableDb, id: string, bossId: string): void {
  const visited = new Set<string>()
  for (let above: string | null = bossId; above !== null && !visited.has(above);) {
    if (above === id) throw new StoreError('would_be_cycle')
    visited.add(above)
    above = findRow(db, seatTable, above)?.bossId ?? null
  }
}

/**
 * The rank of a seat that goes after `afterId` among the reports of a boss:
 * null = first, undefined = last. `movingId` is left out of the peers.
 */
export function rankAfter(
  db: ReadableDb,
  accountId: string,
  bossId: string | null,
  afterId: string | null | undefined,
  rankBetween: (before: string | null, after: string | null) => string,
  movingId?: string,
): string {
  const peers = peersOf(db, accountId, bossId).filter((peer) => peer.id !== movingId)
  return rankAmong(peers, afterId, rankBetween)
}

/** The reports of a boss in their order; of null the tops of the account. */
export function peersOf(db: ReadableDb, accountId: string, bossId: string | null): Seat[] {
  const rows =
    bossId === null
      ? db
          .select()
          .from(seatTable)
          .where(eq(seatTable.accountId, accountId))
          .all()
          .filter((row) => row.bossId === null)
      : db.select().from(seatTable).where(eq(seatTable.bossId, bossId)).all()
  return rows.sort(byRank)
}
