import type { Change, GroupValues, Value } from './change'
import type { ColumnSchema, SyncSchema, TableSchema } from './schema'

import { parseStamp } from './clock'
import { conflictTable, findTable } from './schema'

/** Why an operation was set aside instead of applied. Closed list; the queue goes on (SPEC Q1). */
export const quarantineReasons = [
  'bad_base',
  'bad_bucket',
  'bad_enum',
  'bad_generation',
  'bad_stamp',
  'bad_text',
  'bad_value',
  'forbidden',
  'foreign_parent',
  'read_only',
  'text_gap',
  'text_too_large',
  'text_undecodable',
  'too_long',
  'unknown_column',
  'unknown_group',
  'unknown_row',
  'unknown_table',
  'wrong_bucket',
] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

/** Longest text of a column that names no limit, in UTF-16 units. */
export const defaultTextMax = 65_536

export type CheckedChange =
  | { readonly change: Change; readonly reason?: undefined }
  | { readonly change?: undefined; readonly reason: QuarantineReason }

/**
 * Checks one operation against the schema and gives it back with booleans as 0 and 1 (SPEC Q2).
 * Its shape is already known from the wire (`parsePush`); rights are checked elsewhere.
 */
export function checkChange(schema: SyncSchema, change: Change): CheckedChange {
  const table = findTable(schema, change.tbl)
  if (table === undefined) return { reason: 'unknown_table' }
  if (parseStamp(change.hlc) === null) return { reason: 'bad_stamp' }
  if (!isAllowedBucket(table, change.b)) return { reason: 'bad_bucket' }
  if (change.k === 'D') return change.tbl === conflictTable ? { reason: 'read_only' } : { change }
  if (change.k === 'T')
    return table.text?.includes(change.text.column) ? { change } : { reason: 'unknown_column' }
  if (change.tbl === conflictTable && (change.k === 'I' || Object.hasOwn(change.set, 'conflict')))
    return { reason: 'read_only' }
  const set: Record<string, GroupValues> = {}
  for (const [group, values] of Object.entries(change.set)) {
    const checked = checkGroup(table, group, values)
    if (typeof checked === 'string') return { reason: checked }
    set[group] = checked
  }
  return { change: { ...change, set } }
}

/** True for text that every store keeps unchanged: no NUL and no half of a surrogate pair (SPEC W5). */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

function isAllowedBucket(table: TableSchema, bucket: string): boolean {
  const kind = bucket === 'w' ? 'workspace' : bucket.startsWith('a:') ? 'account' : 'user'
  return table.bucket === 'any' || kind === (table.bucket ?? 'account')
}

function checkGroup(
  table: TableSchema,
  group: string,
  values: GroupValues,
): GroupValues | QuarantineReason {
  const columns = Object.hasOwn(table.groups, group) ? table.groups[group] : undefined
  if (columns === undefined) return 'unknown_group'
  const checked: Record<string, Value> = {}
  for (const [column, value] of Object.entries(values)) {
    const type = columns.includes(column) ? table.columns[column] : undefined
    if (type === undefined) return 'unknown_column'
    const plain = typeof value === 'boolean' ? Number(value) : value
    const reason = plain === null ? null : checkValue(type, plain)
    if (reason !== null) return reason
    checked[column] = plain
  }
  return checked
}

function checkValue(type: ColumnSchema, value: string | number): QuarantineReason | null {
  if (type.type === 'text') {
    if (typeof value !== 'string') return 'bad_value'
    if (type.enum !== undefined && !type.enum.includes(value)) return 'bad_enum'
    if (value.length > (type.max ?? defaultTextMax)) return 'too_long'
    return isCleanText(value) ? null : 'bad_text'
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'bad_value'
  if (type.max !== undefined && Math.abs(value) > type.max) return 'bad_value'
  if (type.type === 'integer') return Number.isSafeInteger(value) ? null : 'bad_value'
  if (type.type === 'boolean') return value === 0 || value === 1 ? null : 'bad_value'
  return null
}
