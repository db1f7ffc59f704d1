import type { Change, GroupValues } from './change'
import type { QuarantineReason } from './check'
import type { MergeInput, MergeResult, Outcome } from './merge'
import type { StoredRow } from './row'
import type { SyncSchema } from './schema'
import type { TextDoc } from './text'
import type { PushResult } from './wire'

import { rowKey } from './change'
import { checkChange } from './check'
import { correctStampMs, parseStamp } from './clock'
import { mergeChange, setAside } from './merge'
import { findTable } from './schema'

/** Everything an authority has to read, under the locks of the buckets, before it resolves a push. */
export interface BatchInput {
  readonly schema: SyncSchema
  /** Fresh operations of one device in order, from `admitPush`. */
  readonly ops: readonly Change[]
  readonly device: string
  readonly user: string
  /** The device's wall clock when it sent the push, and the server's when it arrived. */
  readonly clientNowMs: number
  readonly serverNowMs: number
  /** Last sequence given out per bucket of the operations. */
  readonly heads: ReadonlyMap<string, number>
  /** Rows by `rowKey`, for every id the operations name. */
  readonly rows: ReadonlyMap<string, StoredRow>
  /** Long texts by `rowKey`, for every T. */
  readonly docs: ReadonlyMap<string, Readonly<Record<string, TextDoc>>>
  /** Parent by id for each tree (`treeKey`) an operation moves something in, deleted rows included. */
  readonly parents: ReadonlyMap<string, ReadonlyMap<string, string | null>>
  /** Ids of wanted parents that live in another bucket. */
  readonly foreignParents: ReadonlySet<string>
  /** Why the device's user may not make this change; null when allowed. */
  readonly deny: (change: Change) => 'forbidden' | 'read_only' | null
  readonly idOf: (name: string) => string
  readonly userOf: (device: string) => string | null
}

/** History entry of one operation, written in the same transaction as its effects. */
export interface LogEntry {
  readonly change: Change
  readonly outcome: Outcome
  readonly reason: QuarantineReason | null
  /** Sequence the row moved to; null when nothing was written. */
  readonly seq: number | null
  readonly before: Readonly<Record<string, GroupValues>>
}

export interface BatchOutput {
  readonly results: readonly PushResult[]
  readonly log: readonly LogEntry[]
  /** Rows to store, in their last state. */
  readonly rows: ReadonlyMap<string, StoredRow>
  /** Documents to store by `rowKey`. */
  readonly docs: ReadonlyMap<string, Readonly<Record<string, TextDoc>>>
  readonly heads: ReadonlyMap<string, number>
}

/** Names the tree of one table in one bucket in `BatchInput.parents`. */
export function treeKey(tbl: string, bucket: string): string {
  return `${tbl}@${bucket}`
}

/** Parents the operations ask for, by tree: what the authority must load for `BatchInput`. */
export function listTrees(
  schema: SyncSchema,
  ops: readonly Change[],
): readonly { readonly tbl: string; readonly b: string; readonly parentColumn: string }[] {
  const trees = new Map<string, { tbl: string; b: string; parentColumn: string }>()
  for (const op of ops) {
    const tree = findTable(schema, op.tbl)?.tree
    if (tree === undefined || (op.k !== 'I' && op.k !== 'U') || !op.set[tree.group]) continue
    const { tbl, b } = op
    trees.set(treeKey(tbl, b), { tbl, b, parentColumn: tree.parentColumn })
  }
  return [...trees.values()]
}

/** Resolves the fresh operations of one push one after the other; writes nothing (SPEC M, Q). */
export function resolveBatch(input: BatchInput): BatchOutput {
  const rows = new Map<string, StoredRow>()
  const docs = new Map<string, Readonly<Record<string, TextDoc>>>()
  const heads = new Map(input.heads)
  const results: PushResult[] = []
  const log: LogEntry[] = []
  for (const op of input.ops) {
    const key = rowKey(op.tbl, op.id)
    const result = resolveOne(input, op, {
      row: rows.get(key) ?? input.rows.get(key) ?? null,
      docs: { ...input.docs.get(key), ...docs.get(key) },
      head: heads.get(op.b) ?? 0,
      parentOf: (id) => findParent(input, rows, op, id),
    })
    heads.set(op.b, result.head)
    if (result.row) rows.set(key, result.row)
    if (Object.keys(result.docs).length > 0) docs.set(key, { ...docs.get(key), ...result.docs })
    for (const conflict of result.conflicts) rows.set(rowKey(conflict.tbl, conflict.id), conflict)
    results.push(makeResult(op.n, result))
    log.push({
      change: op,
      outcome: result.outcome,
      reason: result.reason ?? null,
      seq: result.row?.seq ?? null,
      before: result.before,
    })
  }
  return { results, log, rows, docs, heads }
}

function resolveOne(
  input: BatchInput,
  op: Change,
  state: Pick<MergeInput, 'row' | 'docs' | 'head' | 'parentOf'>,
): MergeResult {
  const stamp = parseStamp(op.hlc)
  const { device, user, clientNowMs, serverNowMs, schema, idOf, userOf } = input
  const atMs = stamp === null ? 0 : correctStampMs(stamp.ms, clientNowMs, serverNowMs)
  const merge: MergeInput = {
    schema,
    change: op,
    author: { device, user, atMs },
    ...state,
    isForeign: (id) => input.foreignParents.has(id),
    idOf,
    userOf,
  }
  const denied = input.deny(op)
  if (denied !== null) return setAside(merge, denied)
  const checked = checkChange(schema, op)
  if (checked.reason !== undefined) return setAside(merge, checked.reason)
  return mergeChange({ ...merge, change: checked.change })
}

function findParent(
  input: BatchInput,
  changed: ReadonlyMap<string, StoredRow>,
  op: Change,
  id: string,
): string | null | undefined {
  const tree = findTable(input.schema, op.tbl)?.tree
  const row = tree && (changed.get(rowKey(op.tbl, id)) ?? input.rows.get(rowKey(op.tbl, id)))
  if (!row) return input.parents.get(treeKey(op.tbl, op.b))?.get(id)
  if (row.b !== op.b) return undefined
  const parent = row.data[tree.parentColumn]
  return typeof parent === 'string' ? parent : null
}

function makeResult(n: number, result: MergeResult): PushResult {
  const conflictIds = result.conflicts.map((conflict) => conflict.id)
  return {
    n,
    outcome: result.outcome,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(conflictIds.length > 0 ? { conflictIds } : {}),
  }
}
