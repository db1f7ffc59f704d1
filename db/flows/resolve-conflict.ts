import { z } from 'zod'
import { conflictTable } from '../entities/conflict'
import type { Conflict } from '../entities/conflict'
import { requireNoCycle } from '../entities/seat'
import { changed, command, findRow, update } from '../entity'
import type { Change } from '../entity'
import { StoreError } from '../errors'
import type { ReadableDb, SqlValue } from '../handles'
import { requireShape, tableShapes } from '../schema'
import type { TableShape } from '../schema'
import { idSchema } from '../columns'

/** Decides a conflict: an ordinary change of the row, where one is needed, and the resolution. */
export const conflicts = {
  choose: command(
    z.object({ id: idSchema, choice: z.enum(['kept', 'lost', 'both']) }),
    (db, { id, choice }, { nowMs, memberId }) => {
      const conflict = findRow(db, conflictTable, id)
      if (!conflict) throw new StoreError('not_found')
      return changed(
        ...wantedChanges(db, conflict, choice),
        update(conflictTable, id, { resolvedAtMs: nowMs, resolvedBy: memberId }),
      )
    },
  ),
  /** Puts earlier values of a row back, from its history (sync/SPEC.md M9). */
  restore: command(
    z.object({
      table: z.string().max(64),
      id: idSchema,
      values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
    (db, { table, id, values }) => {
      const shape = requireShape(tableShapes, table)
      if (!findRow(db, shape.table, id)) throw new StoreError('not_found')
      return changed(makeUpdate(shape, id, knownValues(shape, values)))
    },
  ),
}

function wantedChanges(
  db: ReadableDb,
  conflict: Conflict,
  choice: 'kept' | 'lost' | 'both',
): readonly Change[] {
  const { rowTable, rowId, kind } = conflict
  const shape = requireShape(tableShapes, rowTable)
  const row = findRow(db, shape.table, rowId) as Readonly<Record<string, SqlValue>> | null
  if (!row) return []
  const kept = valuesOf(shape, conflict.kept)
  const lost = valuesOf(shape, conflict.lost)
  if (kind === 'edit_beats_delete')
    return choice === 'lost' ? [{ kind: 'delete', table: rowTable, id: rowId }] : []
  if (kind === 'old_text') {
    const [column = '', text = ''] = Object.entries(lost)[0] ?? []
    if (choice === 'kept' || text === '') return []
    return [makeUpdate(shape, rowId, { [column]: joinTexts(String(row[column]), String(text)) })]
  }
  if (choice === 'both') return [makeUpdate(shape, rowId, bothValues(shape, kept, lost))]
  const values = choice === 'lost' ? lost : kept
  const boss = values['bossId']
  if (rowTable === 'seat' && typeof boss === 'string') requireNoCycle(db, rowId, boss)
  return [makeUpdate(shape, rowId, values)]
}

/** Keeps both texts; what is no free text stays as it was kept. */
function bothValues(
  shape: TableShape,
  kept: Readonly<Record<string, SqlValue>>,
  lost: Readonly<Record<string, SqlValue>>,
): Record<string, SqlValue> {
  const values: Record<string, SqlValue> = { ...kept }
  for (const [column, text] of Object.entries(lost))
    if (shape.freeTexts.has(column) && typeof text === 'string' && text !== '')
      values[column] = joinTexts(String(kept[column] ?? ''), text)
  return values
}

function joinTexts(kept: string, lost: string): string {
  if (kept === '' || kept.includes(lost)) return kept || lost
  return kept.includes('\n') || lost.includes('\n') ? `${kept}\n\n${lost}` : `${kept} / ${lost}`
}

function valuesOf(shape: TableShape, json: string | null): Record<string, SqlValue> {
  return knownValues(shape, JSON.parse(json ?? '{}') as Record<string, SqlValue>)
}

function knownValues(
  shape: TableShape,
  values: Readonly<Record<string, SqlValue>>,
): Record<string, SqlValue> {
  const known = Object.entries(values).filter(
    ([column, value]) =>
      column !== 'id' &&
      shape.columns.includes(column) &&
      (value === null ? !shape.required.has(column) : typeof value === shape.types[column]),
  )
  return Object.fromEntries(known)
}

function makeUpdate(
  shape: TableShape,
  id: string,
  values: Readonly<Record<string, SqlValue>>,
): Change {
  return { kind: 'update', table: shape.name, id, values }
}
