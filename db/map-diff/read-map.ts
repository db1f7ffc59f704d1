import { eq } from 'drizzle-orm'
import { buyingRoleTable } from '../entities/buying-role'
import { gateTable } from '../entities/gate'
import { lineTable } from '../entities/line'
import { occupancyTable } from '../entities/occupancy'
import { personTable } from '../entities/person'
import { seatTable } from '../entities/seat'
import { byRank } from '../ordering'
import type { ReadableDb } from '../handles'
import type { BuyingRole } from '../terms'
import { normalizeMap } from './map-state'
import type { MapState } from './map-state'

/** The tables a state is made of, for what a query reads. */
export const mapTables = [
  seatTable,
  personTable,
  occupancyTable,
  lineTable,
  buyingRoleTable,
  gateTable,
] as const

/** The map of an account as it is now. */
export function readMap(db: ReadableDb, accountId: string): MapState {
  const seats = db.select().from(seatTable).where(eq(seatTable.accountId, accountId)).all()
  const people = db.select().from(personTable).where(eq(personTable.accountId, accountId)).all()
  const lines = db.select().from(lineTable).where(eq(lineTable.accountId, accountId)).all()
  const gates = db.select().from(gateTable).where(eq(gateTable.accountId, accountId)).all()
  const held = db.select().from(occupancyTable).where(eq(occupancyTable.accountId, accountId)).all()
  const roleRows = db
    .select()
    .from(buyingRoleTable)
    .where(eq(buyingRoleTable.accountId, accountId))
    .all()
  const holders = new Map<string, string>()
  const heldBefore = new Set<string>()
  for (const row of held.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (row.toDate === null) holders.set(row.seatId, row.personId)
    else heldBefore.add(row.seatId)
  }
  const roles = new Map<string, BuyingRole[]>()
  for (const { personId, role } of roleRows) {
    const group = roles.get(personId)
    if (group) group.push(role)
    else roles.set(personId, [role])
  }
  return normalizeMap({
    seats: seats.sort(byRank).map((row) => ({
      id: row.id,
      bossId: row.bossId,
      title: row.title,
      department: row.department,
      level: row.level,
      headcount: row.headcount,
      personId: holders.get(row.id) ?? null,
      isVacant: !holders.has(row.id) && (heldBefore.has(row.id) || row.remark !== ''),
    })),
    people: people.map(({ id, status, stance, influence, buyIn, isTopFive }) => ({
      id,
      status,
      stance,
      influence,
      buyIn,
      isTopFive: isTopFive === 1,
      roles: roles.get(id) ?? [],
    })),
    lines: lines.map(({ kind, fromSeatId, toSeatId, strength }) => ({
      kind,
      fromSeatId,
      toSeatId,
      strength,
    })),
    gates: gates.map(({ kind, status, personId }) => ({ kind, status, personId })),
  })
}

/** Names of an account's people by id. */
export function readNames(db: ReadableDb, accountId: string): Map<string, string> {
  const rows = db
    .select({ id: personTable.id, name: personTable.name })
    .from(personTable)
    .where(eq(personTable.accountId, accountId))
    .all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
