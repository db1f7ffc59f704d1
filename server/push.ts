import { createHash } from 'node:crypto'

import { v5 as nameId } from 'uuid'

import type { Admission } from '../sync/admit'
import { admitPush } from '../sync/admit'
import type { BatchInput, BatchOutput } from '../sync/batch'
import { listTrees, resolveBatch, treeKey } from '../sync/batch'
import type { Change } from '../sync/change'
import { digestChange, rowKey } from '../sync/change'
import { packRows } from '../sync/pages'
import type { StoredRow } from '../sync/row'
import type { SyncSchema } from '../sync/schema'
import { conflictTable, findTable } from '../sync/schema'
import type { TextDoc } from '../sync/text'
import type { HeadSpan, PushAnswer, PushRequest, Role } from '../sync/wire'
import { lockRoles, setTeam } from './access'
import type { Caller } from './caller'
import type { Queryable } from './database/database'
import { problem } from './problem'
import { readFeedRows } from './feed'

/** Namespace of the ids of conflict rows (SPEC M8). */
const conflictNamespace = '6f1b5b0e-3b6c-5d1a-9b0e-0c6d2f7f4a11'

export interface PushContext {
  readonly schema: SyncSchema
  readonly epoch: string
  readonly caller: Caller
  readonly clientNowMs: number
  readonly serverNowMs: number
}

export interface PushOutcome {
  readonly answer: PushAnswer
  /** Buckets that moved and members whose access changed: who is to be woken. */
  readonly movedBuckets: readonly string[]
  readonly changedMembers: readonly string[]
}

/**
 * One push in the caller's transaction (`sync.md` 3.5): device lock, admission, bucket locks in
 * order, resolution in memory, one write per table. Sequences are given out under the bucket's row
 * lock held to commit, so a cursor can never skip a row.
 */
export async function applyPush(
  tx: Queryable,
  context: PushContext,
  push: PushRequest,
): Promise<PushOutcome> {
  const { ws } = context.caller
  const admission = await admit(tx, context, push)
  const { fresh, duplicates, mark } = admission
  const buckets = [...new Set(push.ops.map((op) => op.b))].sort()
  const { roles, changedMembers } = await claimBuckets(tx, context, buckets, fresh)
  const heads = await lockBuckets(tx, ws, buckets, roles)
  const batch = resolveBatch(await gather(tx, context, fresh, heads, roles))
  await store(tx, context, batch, fresh)
  await tx.query(
    `UPDATE device SET last_n = $3, last_hash = $4, seen_at = now() WHERE ws = $1 AND id = $2`,
    [ws, context.caller.device, mark.lastN, mark.lastHash],
  )
  const keys = [...push.ops.map(({ tbl, id }) => ({ tbl, id })), ...batch.rows.values()]
  const rows = await readFeedRows(tx, context.schema, ws, keys)
  const spans = [...batch.heads].filter(([bucket, head]) => head > (heads.get(bucket) ?? 0))
  return {
    answer: {
      epoch: context.epoch,
      nowMs: context.serverNowMs,
      mark,
      results: [
        ...duplicates.map(({ n }) => ({ n, outcome: 'duplicate' as const })),
        ...batch.results,
      ],
      page: packRows(rows.filter((row) => roles.has(row.b))),
      heads: Object.fromEntries(
        spans.map(([bucket, head]): [string, HeadSpan] => [bucket, [heads.get(bucket) ?? 0, head]]),
      ),
    },
    movedBuckets: spans.map(([bucket]) => bucket),
    changedMembers,
  }
}

async function admit(
  tx: Queryable,
  { caller }: PushContext,
  push: PushRequest,
): Promise<Extract<Admission, { kind: 'ok' }>> {
  const [device] = await tx.query<{ last_n: number; last_hash: string }>(
    'SELECT last_n, last_hash FROM device WHERE ws = $1 AND id = $2 FOR UPDATE',
    [caller.ws, caller.device],
  )
  if (device === undefined) throw problem('device_revoked')
  const mark = { lastN: device.last_n, lastHash: device.last_hash }
  const admission = admitPush(sha256Hex, mark, push)
  if (admission.kind === 'op_gap') throw problem('op_gap', { expected: admission.expected })
  if (admission.kind === 'device_forked') throw problem('device_forked')
  if (admission.kind === 'bad_request') throw problem('bad_request', { why: admission.why })
  return admission
}

/**
 * Roles in the buckets of a push. Who puts the first row into an account nobody has yet makes the
 * account and is its first editor.
 */
async function claimBuckets(
  tx: Queryable,
  { caller }: PushContext,
  buckets: readonly string[],
  fresh: readonly Change[],
): Promise<{ roles: ReadonlyMap<string, Role>; changedMembers: readonly string[] }> {
  const { ws, member } = caller
  const roles = await lockRoles(tx, ws, member, buckets)
  const claimed = buckets.filter(
    (id) =>
      id.startsWith('a:') && !roles.has(id) && fresh.some((op) => op.b === id && op.k === 'I'),
  )
  if (claimed.length === 0) return { roles, changedMembers: [] }
  const made = await tx.query<{ id: string }>(
    `INSERT INTO bucket (ws, id) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING RETURNING id`,
    [ws, claimed],
  )
  const changed = new Set<string>()
  for (const { id } of made)
    for (const name of await setTeam(tx, ws, id.slice(2), member, 'editor')) changed.add(name)
  if (made.length === 0) return { roles, changedMembers: [] }
  return { roles: await lockRoles(tx, ws, member, buckets), changedMembers: [...changed] }
}

async function lockBuckets(
  tx: Queryable,
  ws: number,
  buckets: readonly string[],
  roles: ReadonlyMap<string, Role>,
): Promise<ReadonlyMap<string, number>> {
  const usable = buckets.filter((bucket) => roles.has(bucket))
  await tx.query(
    'INSERT INTO bucket (ws, id) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
    [ws, usable],
  )
  const rows = await tx.query<{ id: string; head: number }>(
    'SELECT id, head FROM bucket WHERE ws = $1 AND id = ANY($2) ORDER BY id FOR UPDATE',
    [ws, usable],
  )
  return new Map(rows.map((row) => [row.id, row.head]))
}

async function gather(
  tx: Queryable,
  context: PushContext,
  ops: readonly Change[],
  heads: ReadonlyMap<string, number>,
  roles: ReadonlyMap<string, Role>,
): Promise<BatchInput> {
  const { ws, device, member } = context.caller
  const devices = new Map<string, string>()
  const rows = await readStoredRows(tx, ws, ops)
  for (const row of rows.values())
    for (const stamp of Object.values(row.fields)) devices.set(stamp[1], '')
  const owners = await tx.query<{ id: string; member: string }>(
    'SELECT id, member FROM device WHERE ws = $1 AND id = ANY($2)',
    [ws, [...devices.keys()]],
  )
  for (const owner of owners) devices.set(owner.id, owner.member)
  return {
    schema: context.schema,
    ops,
    device,
    user: member,
    clientNowMs: context.clientNowMs,
    serverNowMs: context.serverNowMs,
    heads,
    rows,
    docs: await readDocs(tx, ws, ops),
    ...(await readTrees(tx, context.schema, ws, ops)),
    deny: (change) => denyChange(context.schema, change, roles.get(change.b)),
    idOf: (name) => nameId(name, conflictNamespace),
    userOf: (id) => (id === device ? member : (devices.get(id) ?? null)),
  }
}

function denyChange(
  schema: SyncSchema,
  change: Change,
  role: Role | undefined,
): 'forbidden' | 'read_only' | null {
  if (role === undefined) return 'forbidden'
  if (role === 'editor') return null
  const isOpen = findTable(schema, change.tbl)?.isOpenToReviewers === true
  return role === 'reviewer' && isOpen && change.tbl !== conflictTable ? null : 'read_only'
}

async function readStoredRows(
  tx: Queryable,
  ws: number,
  ops: readonly Change[],
): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = await tx.query<{
    tbl: string
    id: string
    bucket: string
    seq: number
    deleted: boolean
    data: StoredRow['data']
    fields: StoredRow['fields']
  }>(
    `SELECT tbl, id, bucket, seq, deleted, data, fields FROM sync_row
     WHERE ws = $1 AND (tbl, id) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [ws, ops.map((op) => op.tbl), ops.map((op) => op.id)],
  )
  return new Map(
    rows.map(({ tbl, id, bucket, seq, deleted, data, fields }) => [
      rowKey(tbl, id),
      { tbl, id, b: bucket, seq, isDeleted: deleted, data, fields },
    ]),
  )
}

async function readDocs(
  tx: Queryable,
  ws: number,
  ops: readonly Change[],
): Promise<ReadonlyMap<string, Readonly<Record<string, TextDoc>>>> {
  const edits = ops.filter((op) => op.k === 'T')
  if (edits.length === 0) return new Map()
  const rows = await tx.query<{
    tbl: string
    id: string
    col: string
    gen: number
    state: Uint8Array
  }>(
    `SELECT tbl, id, col, gen, state FROM sync_text
     WHERE ws = $1 AND (tbl, id) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [ws, edits.map((op) => op.tbl), edits.map((op) => op.id)],
  )
  const docs = new Map<string, Record<string, TextDoc>>()
  for (const { tbl, id, col, gen, state } of rows) {
    const key = rowKey(tbl, id)
    docs.set(key, { ...docs.get(key), [col]: { gen, state: new Uint8Array(state) } })
  }
  return docs
}

async function readTrees(
  tx: Queryable,
  schema: SyncSchema,
  ws: number,
  ops: readonly Change[],
): Promise<Pick<BatchInput, 'parents' | 'foreignParents'>> {
  const parents = new Map<string, ReadonlyMap<string, string | null>>()
  const foreignParents = new Set<string>()
  for (const { tbl, b, parentColumn } of listTrees(schema, ops)) {
    const members = await tx.query<{ id: string; parent: string | null }>(
      `SELECT id, data->>$4 AS parent FROM sync_row WHERE ws = $1 AND bucket = $2 AND tbl = $3`,
      [ws, b, tbl, parentColumn],
    )
    parents.set(treeKey(tbl, b), new Map(members.map((row) => [row.id, row.parent])))
    const wanted = ops.flatMap((op) =>
      op.tbl === tbl && op.b === b && (op.k === 'I' || op.k === 'U')
        ? Object.values(op.set).flatMap((values) => values[parentColumn] ?? [])
        : [],
    )
    const strangers = await tx.query<{ id: string }>(
      `SELECT id FROM sync_row WHERE ws = $1 AND tbl = $2 AND id = ANY($3) AND bucket <> $4`,
      [ws, tbl, wanted.map(String), b],
    )
    for (const { id } of strangers) foreignParents.add(id)
  }
  return { parents, foreignParents }
}

async function store(
  tx: Queryable,
  { caller }: PushContext,
  batch: BatchOutput,
  fresh: readonly Change[],
): Promise<void> {
  const { ws, device, member } = caller
  if (fresh.length === 0) return
  const rows = [...batch.rows.values()]
  const column = <T>(pick: (row: StoredRow) => T): T[] => rows.map(pick)
  await tx.query(
    `INSERT INTO sync_row (ws, tbl, id, bucket, seq, deleted, data, fields, created_by, updated_by)
     SELECT $1, t.tbl, t.id, t.bucket, t.seq, t.deleted, t.data::jsonb, t.fields::jsonb, $9, $9
     FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::boolean[], $7::text[], $8::text[])
       AS t(tbl, id, bucket, seq, deleted, data, fields)
     ON CONFLICT (ws, tbl, id) DO UPDATE SET seq = excluded.seq, deleted = excluded.deleted,
       data = excluded.data, fields = excluded.fields, updated_by = excluded.updated_by,
       updated_at = now()`,
    [
      ws,
      column((row) => row.tbl),
      column((row) => row.id),
      column((row) => row.b),
      column((row) => row.seq),
      column((row) => row.isDeleted),
      column((row) => JSON.stringify(row.data)),
      column((row) => JSON.stringify(row.fields)),
      member,
    ],
  )
  for (const [key, docs] of batch.docs) {
    const slash = key.indexOf('/')
    for (const [col, doc] of Object.entries(docs))
      await tx.query(
        `INSERT INTO sync_text (ws, tbl, id, col, gen, state) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (ws, tbl, id, col) DO UPDATE SET gen = excluded.gen, state = excluded.state`,
        [ws, key.slice(0, slash), key.slice(slash + 1), col, doc.gen, Buffer.from(doc.state)],
      )
  }
  const { log } = batch
  const of = <T>(pick: (entry: (typeof log)[number]) => T): T[] => log.map(pick)
  await tx.query(
    `INSERT INTO sync_op (ws, device, n, member, bucket, seq, tbl, row_id, kind, body, prev, digest,
       hlc, base, outcome, reason)
     SELECT $1, $2, t.n, $3, t.bucket, t.seq, t.tbl, t.row_id, t.kind, t.body::json, t.prev::jsonb,
       t.digest, t.hlc, t.base, t.outcome, t.reason
     FROM unnest($4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[],
       $10::text[], $11::text[], $12::text[], $13::text[], $14::bigint[], $15::text[], $16::text[])
       AS t(n, bucket, seq, tbl, row_id, kind, body, prev, digest, hlc, base, outcome, reason)`,
    [
      ws,
      device,
      member,
      of(({ change }) => change.n),
      of(({ change }) => change.b),
      of(({ seq }) => seq),
      of(({ change }) => change.tbl),
      of(({ change }) => change.id),
      of(({ change }) => change.k),
      of(({ change }) => bodyOf(change)),
      of(({ before }) => JSON.stringify(before)),
      of(({ change }) => digestChange(sha256Hex, change)),
      of(({ change }) => change.hlc),
      of(({ change }) => change.base),
      of(({ outcome }) => outcome),
      of(({ reason }) => reason),
    ],
  )
  for (const { change, reason } of log)
    if (reason !== null)
      await tx.query(
        `INSERT INTO sync_quarantine (ws, device, n, member, bucket, op, reason)
         VALUES ($1, $2, $3, $4, $5, $6::json, $7)`,
        [ws, device, change.n, member, change.b, JSON.stringify(change), reason],
      )
  for (const [bucket, head] of batch.heads)
    await tx.query('UPDATE bucket SET head = $3 WHERE ws = $1 AND id = $2', [ws, bucket, head])
}

function bodyOf(change: Change): string | null {
  if (change.k === 'D') return null
  return JSON.stringify(change.k === 'T' ? change.text : change.set)
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
