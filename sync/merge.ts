import type { Change, GroupValues, SetChange, TextChange, Value } from './change'
import type { QuarantineReason } from './check'
import type { ConflictSide } from './conflict'
import type { ParentOf } from './placement'
import type { RegisterStamp, StoredRow } from './row'
import type { ConflictKind, SyncSchema, TableSchema } from './schema'
import type { TextDoc } from './text'

import { fromBase64 } from './base64'
import { isSameValue } from './change'
import { makeConflictRow } from './conflict'
import { wouldLoop } from './placement'
import { findUnseen, isStampLater, joinRegister, latestStamp, takeRegister } from './register'
import { birthField, editsField, existenceField, textField } from './row'
import { findTable } from './schema'
import { applyTextUpdate, emptyTextDoc, readInsertedText } from './text'

export interface Author {
  readonly device: string
  readonly user: string
  /** Server time of the operation, from `correctStampMs`. */
  readonly atMs: number
}

export interface MergeInput {
  readonly schema: SyncSchema
  /** Already checked by `checkChange` and by the access rules. */
  readonly change: Change
  readonly author: Author
  /** The row as it stands, in whatever bucket; null when there is none. */
  readonly row: StoredRow | null
  /** Long texts of the row by column; needed for the column of a T only. */
  readonly docs: Readonly<Record<string, TextDoc>>
  /** Last sequence given out in the bucket of the change. */
  readonly head: number
  /** Parents in the same table and bucket, deleted rows included. */
  readonly parentOf: ParentOf
  /** True for a row of the same table that lives in another bucket. */
  readonly isForeign: (id: string) => boolean
  /** Same name, same id: makes conflict rows idempotent. */
  readonly idOf: (name: string) => string
  readonly userOf: (device: string) => string | null
}

export type Outcome = 'applied' | 'conflict' | 'quarantined'

export interface MergeResult {
  readonly outcome: Outcome
  readonly reason?: QuarantineReason
  readonly head: number
  /** The row to store; null when nothing of it may change. */
  readonly row: StoredRow | null
  readonly docs: Readonly<Record<string, TextDoc>>
  readonly conflicts: readonly StoredRow[]
  /** Values of the touched groups before the operation, for history and restore. */
  readonly before: Readonly<Record<string, GroupValues>>
}

/** What one operation does to its row, collected before it gets its place in the order. */
interface Draft {
  isDeleted: boolean
  data: Record<string, Value>
  fields: Record<string, RegisterStamp>
  docs: Record<string, TextDoc>
  before: Record<string, GroupValues>
  conflicts: {
    kind: ConflictKind
    field: string
    kept: ConflictSide
    lost: ConflictSide
  }[]
}

/**
 * Resolves one operation against the row as it stands: the only place where conflicts are decided
 * (SPEC M1 to M9). Every operation on a row of its bucket moves the row to a new sequence, whatever
 * the outcome, so that a device which lost the answer still receives the row (SPEC M6).
 */
export function mergeChange(input: MergeInput): MergeResult {
  const { change, row } = input
  const table = findTable(input.schema, change.tbl)
  if (table === undefined) return setAside(input, 'unknown_table')
  if (row !== null && row.b !== change.b) return setAside(input, 'wrong_bucket')
  if (change.base > input.head) return setAside(input, 'bad_base')
  if (change.k === 'D') return finish(input, deleteRow(input))
  const isBorn = row !== null && Object.hasOwn(row.fields, birthField)
  if (change.k !== 'I' && !isBorn) return setAside(input, 'unknown_row')
  const draft = makeDraft(input)
  const reason =
    change.k === 'T' ? mergeText(input, change, draft) : mergeSet(input, table, change, draft)
  if (reason !== null) return setAside(input, reason)
  reviveRow(input, draft)
  joinRegister(draft.fields, editsField, stampOf(input), change.base)
  if (!isBorn) draft.fields[birthField] = stampOf(input)
  return finish(input, draft)
}

/**
 * Sets an operation aside without touching values (SPEC Q1). A row the device invented becomes a
 * deleted place holder and a known row moves on in the feed, so that the device gives up its version
 * even when the answer is lost (SPEC Q3). Rows of another bucket are left alone.
 */
export function setAside(input: MergeInput, reason: QuarantineReason): MergeResult {
  const { change, row, head } = input
  const isHidden =
    reason === 'unknown_table' ||
    reason === 'forbidden' ||
    reason === 'bad_bucket' ||
    (row !== null && row.b !== change.b)
  if (isHidden)
    return { outcome: 'quarantined', reason, head, row: null, docs: {}, conflicts: [], before: {} }
  const holder = { tbl: change.tbl, id: change.id, b: change.b, isDeleted: true }
  const kept = row ?? { ...holder, data: {}, fields: {} }
  return {
    outcome: 'quarantined',
    reason,
    head: head + 1,
    row: { ...kept, seq: head + 1 },
    docs: {},
    conflicts: [],
    before: {},
  }
}

function stampOf(input: MergeInput): RegisterStamp {
  return [input.head + 1, input.author.device, input.author.atMs]
}

function makeDraft({ row }: MergeInput): Draft {
  return {
    isDeleted: row?.isDeleted ?? false,
    data: { ...row?.data },
    fields: { ...row?.fields },
    docs: {},
    before: {},
    conflicts: [],
  }
}

function mergeSet(
  input: MergeInput,
  table: TableSchema,
  change: SetChange,
  draft: Draft,
): QuarantineReason | null {
  for (const [group, values] of Object.entries(change.set)) {
    const tree = table.tree?.group === group ? table.tree : undefined
    const parent = tree === undefined ? undefined : values[tree.parentColumn]
    if (typeof parent === 'string' && input.isForeign(parent)) return 'foreign_parent'
    draft.before[group] = pickColumns(draft.data, table.groups[group] ?? [])
    const stamp = findUnseen(draft.fields, group, change.base, input.author.device)
    if (stamp !== undefined) {
      if (hasValues(draft.data, values)) {
        joinRegister(draft.fields, group, stampOf(input), change.base)
        continue
      }
      const kept = sideOf(input, draft.before[group], stamp)
      const mine = ownSide(input, values)
      if (!isStampLater(stampOf(input), stamp)) {
        draft.conflicts.push({ kind: 'edit', field: group, kept, lost: mine })
        continue
      }
      draft.conflicts.push({ kind: 'edit', field: group, kept: mine, lost: kept })
    }
    if (typeof parent === 'string' && wouldLoop(change.id, parent, input.parentOf))
      refuseLoop(input, draft, group, values, tree!.parentColumn)
    else writeGroup(input, draft, group, values)
  }
  return null
}

/** A move that would close a loop is skipped and kept as a conflict (SPEC P1). */
function refuseLoop(
  input: MergeInput,
  draft: Draft,
  group: string,
  values: GroupValues,
  parentColumn: string,
): void {
  const stamp = latestStamp(draft.fields, group)
  const wanted = ownSide(input, values)
  draft.conflicts = draft.conflicts.filter((conflict) => conflict.field !== group)
  if (stamp === undefined) writeGroup(input, draft, group, { ...values, [parentColumn]: null })
  const kept = sideOf(input, draft.before[group] ?? {}, stamp ?? stampOf(input))
  draft.conflicts.push({ kind: 'cycle', field: group, kept, lost: wanted })
}

function writeGroup(input: MergeInput, draft: Draft, group: string, values: GroupValues): void {
  Object.assign(draft.data, values)
  takeRegister(draft.fields, group, stampOf(input))
}

function mergeText(input: MergeInput, change: TextChange, draft: Draft): QuarantineReason | null {
  const { column, gen, u } = change.text
  const update = fromBase64(u)
  if (update === null) return 'text_undecodable'
  const doc = input.docs[column] ?? emptyTextDoc
  const field = textField(column)
  if (gen > doc.gen) return 'bad_generation'
  if (gen < doc.gen) {
    const kept = sideOf(input, pickColumns(draft.data, [column]), latestStamp(draft.fields, field))
    const lost = ownSide(input, { [column]: readInsertedText(update) })
    draft.conflicts.push({ kind: 'old_text', field, kept, lost })
    return null
  }
  const merged = applyTextUpdate(doc, update)
  if ('fault' in merged) return merged.fault
  draft.before[field] = pickColumns(draft.data, [column])
  draft.docs[column] = merged.doc
  draft.data[column] = merged.text
  joinRegister(draft.fields, field, stampOf(input), change.base)
  return null
}

/** An edit brings a deleted row back; a conflict only when the editor had not seen the delete (M5). */
function reviveRow(input: MergeInput, draft: Draft): void {
  if (!draft.isDeleted) return
  const { base } = input.change
  const stamp = findUnseen(draft.fields, existenceField, base, input.author.device)
  draft.isDeleted = false
  takeRegister(draft.fields, existenceField, stampOf(input))
  if (stamp === undefined) return
  const kept = ownSide(input, { deleted: 0 })
  const lost = sideOf(input, { deleted: 1 }, stamp)
  draft.conflicts.push({ kind: 'edit_beats_delete', field: existenceField, kept, lost })
}

/** A delete that had not seen every edit leaves the row and is kept as a conflict (SPEC M5). */
function deleteRow(input: MergeInput): Draft {
  const draft = makeDraft(input)
  if (draft.isDeleted) {
    draft.fields[existenceField] ??= stampOf(input)
    return draft
  }
  const unseen = findUnseen(draft.fields, editsField, input.change.base, input.author.device)
  if (unseen === undefined) {
    draft.isDeleted = true
    draft.fields[existenceField] = stampOf(input)
    return draft
  }
  const kept = sideOf(input, { deleted: 0 }, unseen)
  const lost = ownSide(input, { deleted: 1 })
  draft.conflicts.push({ kind: 'edit_beats_delete', field: existenceField, kept, lost })
  return draft
}

function hasValues(data: GroupValues, values: GroupValues): boolean {
  return Object.entries(values).every(([column, value]) => isSameValue(data[column], value))
}

function pickColumns(data: GroupValues, columns: readonly string[]): GroupValues {
  return Object.fromEntries(columns.map((column) => [column, data[column] ?? null]))
}

function ownSide({ author }: MergeInput, values: GroupValues): ConflictSide {
  return { values, device: author.device, user: author.user, atMs: author.atMs }
}

function sideOf(
  input: MergeInput,
  values: GroupValues,
  stamp: RegisterStamp | undefined,
): ConflictSide {
  if (stamp === undefined) return { values, device: null, user: null, atMs: null }
  return { values, device: stamp[1], user: input.userOf(stamp[1]), atMs: stamp[2] }
}

function finish(input: MergeInput, draft: Draft): MergeResult {
  const { change, author } = input
  const seq = input.head + 1
  const conflicts = draft.conflicts.map((conflict, i) =>
    makeConflictRow({
      ...conflict,
      row: change,
      id: input.idOf(`${author.device}:${change.n}:${conflict.field}`),
      stamp: [seq + 1 + i, author.device, author.atMs],
    }),
  )
  const { tbl, id, b } = change
  const { isDeleted, data, fields } = draft
  return {
    outcome: conflicts.length > 0 ? 'conflict' : 'applied',
    head: seq + conflicts.length,
    row: { tbl, id, b, seq, isDeleted, data, fields },
    docs: draft.docs,
    conflicts,
    before: draft.before,
  }
}
