import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { accountTable } from '../entities/account'
import { conflictTable } from '../entities/conflict'
import type { Conflict } from '../entities/conflict'
import { memberTable } from '../entities/member'
import { occupancyTable } from '../entities/occupancy'
import { personTable } from '../entities/person'
import { seatTable } from '../entities/seat'
import { findRow, query } from '../entity'
import type { ReadableDb, SqlValue } from '../handles'
import { rowStateTable } from '../ledger'
import { tableShapes } from '../schema'

/** One value of a conflict or a history, with the name behind an id where there is one. */
export interface NamedValue {
  readonly column: string
  readonly value: SqlValue
  readonly name: string | null
}

export interface ConflictSideView {
  readonly values: readonly NamedValue[]
  readonly memberName: string | null
  readonly atMs: number | null
}

export interface ConflictView extends Pick<
  Conflict,
  'id' | 'rowTable' | 'rowId' | 'field' | 'kind'
> {
  readonly accountId: string | null
  readonly accountName: string
  /** What the row is called. */
  readonly about: string
  readonly kept: ConflictSideView
  readonly lost: ConflictSideView
  /** True where both can stand one after the other. */
  readonly canKeepBoth: boolean
}

/** Conflicts nobody has decided, with names for people to read, newest first. */
export const conflictList = query(
  z.object({}),
  [conflictTable, accountTable, memberTable, occupancyTable, personTable, seatTable],
  (db): ConflictView[] => {
    const rows = db
      .select({ conflict: conflictTable, bucket: rowStateTable.bucket })
      .from(conflictTable)
      .leftJoin(
        rowStateTable,
        and(eq(rowStateTable.tbl, 'conflict'), eq(rowStateTable.rowId, conflictTable.id)),
      )
      .where(isNull(conflictTable.resolvedAtMs))
      .all()
    return rows
      .map(({ conflict, bucket }) => viewOf(db, conflict, bucket ?? ''))
      .sort((left, right) => (right.lost.atMs ?? 0) - (left.lost.atMs ?? 0))
  },
)

function viewOf(db: ReadableDb, conflict: Conflict, bucket: string): ConflictView {
  const { id, rowTable, rowId, field, kind } = conflict
  const accountId = bucket.startsWith('a:') ? bucket.slice(2) : null
  const lost = readValues(conflict.lost)
  const free = tableShapes.get(rowTable)?.freeTexts
  return {
    id,
    rowTable,
    rowId,
    field,
    kind,
    accountId,
    accountName: accountId ? (findRow(db, accountTable, accountId)?.name ?? '') : '',
    about: nameOfRow(db, rowTable, rowId),
    kept: sideOf(db, conflict.kept, conflict.keptUser, conflict.keptAtMs),
    lost: sideOf(db, conflict.lost, conflict.lostUser, conflict.lostAtMs),
    canKeepBoth:
      kind === 'old_text' ||
      (kind === 'edit' && Object.keys(lost).some((column) => free?.has(column) ?? false)),
  }
}

function sideOf(
  db: ReadableDb,
  json: string | null,
  user: string | null,
  atMs: number | null,
): ConflictSideView {
  const values = Object.entries(readValues(json))
    .filter(([column]) => !/AtMs$|^rank$/.test(column))
    .map(([column, value]) => ({ column, value, name: nameOfValue(db, column, value) }))
  return { values, memberName: user && (findRow(db, memberTable, user)?.name ?? null), atMs }
}

function readValues(json: string | null): Readonly<Record<string, SqlValue>> {
  return json === null ? {} : (JSON.parse(json) as Record<string, SqlValue>)
}

function nameOfValue(db: ReadableDb, column: string, value: SqlValue): string | null {
  if (typeof value !== 'string') return null
  if (['bossId', 'seatId', 'fromSeatId', 'toSeatId'].includes(column))
    return nameOfRow(db, 'seat', value)
  if (column === 'memberId' || column.endsWith('MemberId'))
    return findRow(db, memberTable, value)?.name ?? null
  if (column === 'personId') return findRow(db, personTable, value)?.name ?? null
  return null
}

/** What people call a row: its name or title; of a seat the person in it. */
export function nameOfRow(db: ReadableDb, table: string, id: string): string {
  if (table === 'seat') {
    const holder = db
      .select({ name: personTable.name })
      .from(occupancyTable)
      .innerJoin(personTable, eq(personTable.id, occupancyTable.personId))
      .where(and(eq(occupancyTable.seatId, id), isNull(occupancyTable.toDate)))
      .get()
    if (holder) return holder.name
  }
  const shape = tableShapes.get(table)
  const row = shape && (findRow(db, shape.table, id) as Readonly<Record<string, SqlValue>> | null)
  const text = row && (row['name'] ?? row['title'] ?? row['body'] ?? row['remark'])
  return typeof text === 'string' ? text.split('\n')[0]!.slice(0, 120) : ''
}
