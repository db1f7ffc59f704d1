import { createHash } from 'node:crypto'

import type { HistoryMark } from '../../../sync/admit'
import { admitPush } from '../../../sync/admit'
import { toBase64 } from '../../../sync/base64'
import type { BatchInput, LogEntry } from '../../../sync/batch'
import { listTrees, resolveBatch, treeKey } from '../../../sync/batch'
import type { Change } from '../../../sync/change'
import { emptyHash, rowKey } from '../../../sync/change'
import { packRows } from '../../../sync/pages'
import { parseHello, parsePull, parsePush } from '../../../sync/parse'
import type { FeedRow, StoredRow } from '../../../sync/row'
import type { SyncSchema } from '../../../sync/schema'
import { completeSchema } from '../../../sync/schema'
import type { TextDoc } from '../../../sync/text'
import type {
  HeadSpan,
  HelloAnswer,
  PullAnswer,
  PullRequest,
  PushAnswer,
  PushRequest,
} from '../../../sync/wire'
import type { Authority, DeviceIdentity, HistoryEntry, Reply } from './contract'
import { toyBuckets } from './toy-schema'

interface LoggedEntry extends LogEntry {
  readonly device: string
}

/** The reference authority: one process, one map per table of `sync.md` 3.5. */
export class ModelAuthority implements Authority {
  private readonly schema: SyncSchema
  private stored = new Map<string, StoredRow>()
  private docs = new Map<string, Readonly<Record<string, TextDoc>>>()
  private heads = new Map<string, number>()
  private marks = new Map<string, HistoryMark>()
  private log: LoggedEntry[] = []
  private readonly users = new Map<string, string>()
  private epochNumber = 1
  /** Heads at the moment the epoch began: what both histories share (SPEC E2). */
  private floors: ReadonlyMap<string, number> = new Map()

  constructor(
    schema: SyncSchema,
    private readonly now: () => number,
  ) {
    this.schema = completeSchema(schema)
  }

  get epoch(): string {
    return `epoch-${this.epochNumber}`
  }

  async enrol(user: string): Promise<DeviceIdentity> {
    const device = `device-${this.users.size + 1}`
    this.users.set(device, user)
    this.marks.set(device, { lastN: 0, lastHash: emptyHash })
    return { device, user, node: String(this.users.size).padStart(8, '0') }
  }

  async push(identity: DeviceIdentity, body: string, clientNowMs: number): Promise<Reply> {
    const push = parsePush(body)
    if (!push.ok) return refuse(400, { code: 'bad_request', why: push.fault })
    if (push.value.epoch !== this.epoch) return this.refuseEpoch()
    const mark = this.marks.get(identity.device)!
    const admission = admitPush(sha256Hex, mark, push.value)
    if (admission.kind === 'bad_request') return refuse(400, { code: 'bad_request' })
    if (admission.kind === 'op_gap')
      return refuse(409, { code: 'op_gap', expected: admission.expected })
    if (admission.kind === 'device_forked') return refuse(409, { code: 'device_forked' })
    const before = new Map(this.heads)
    const batch = resolveBatch(this.gather(identity, admission.fresh, clientNowMs))
    for (const [key, row] of batch.rows) this.stored.set(key, row)
    for (const [key, docs] of batch.docs) this.docs.set(key, { ...this.docs.get(key), ...docs })
    for (const [bucket, head] of batch.heads) this.heads.set(bucket, head)
    for (const entry of batch.log) this.log.push({ ...entry, device: identity.device })
    this.marks.set(identity.device, admission.mark)
    const duplicates = admission.duplicates.map(({ n }) => ({ n, outcome: 'duplicate' as const }))
    const keys = new Set([
      ...push.value.ops.map((op) => rowKey(op.tbl, op.id)),
      ...batch.rows.keys(),
    ])
    const answer: PushAnswer = {
      epoch: this.epoch,
      nowMs: this.now(),
      mark: admission.mark,
      results: [...duplicates, ...batch.results],
      page: packRows(this.feedRows(keys, push.value)),
      heads: spansOf(before, batch.heads),
    }
    return { status: 200, body: JSON.stringify(answer) }
  }

  async pull(identity: DeviceIdentity, body: string): Promise<Reply> {
    const pull = parsePull(body)
    if (!pull.ok) return refuse(400, { code: 'bad_request', why: pull.fault })
    if (pull.value.epoch !== this.epoch) return this.refuseEpoch()
    const answer: PullAnswer = {
      epoch: this.epoch,
      nowMs: this.now(),
      mark: this.marks.get(identity.device)!,
      ...this.collectPage(pull.value),
    }
    return { status: 200, body: JSON.stringify(answer) }
  }

  async hello(identity: DeviceIdentity, body: string): Promise<Reply> {
    const hello = parseHello(body)
    if (!hello.ok) return refuse(400, { code: 'bad_request', why: hello.fault })
    const isNext = hello.value.epoch === `epoch-${this.epochNumber - 1}`
    const buckets = toyBuckets.map((id) => ({
      id,
      role: 'editor' as const,
      head: this.heads.get(id) ?? 0,
      floor: isNext ? (this.floors.get(id) ?? 0) : 0,
    }))
    const answer: HelloAnswer = {
      epoch: this.epoch,
      nowMs: this.now(),
      protocol: [1, 1],
      schema: this.schema.version,
      minSchema: 1,
      mark: this.marks.get(identity.device)!,
      state: 'ok',
      limits: { pushOps: 1_000, bodyBytes: 4_000_000 },
      access: { version: this.epochNumber, buckets },
    }
    return { status: 200, body: JSON.stringify(answer) }
  }

  /** Maps are copied, their values never change. */
  async backup(): Promise<() => Promise<void>> {
    const { stored, docs, heads, marks } = this
    const copy = {
      stored: new Map(stored),
      docs: new Map(docs),
      heads: new Map(heads),
      marks: new Map(marks),
      log: [...this.log],
    }
    return async () => {
      this.stored = new Map(copy.stored)
      this.docs = new Map(copy.docs)
      this.heads = new Map(copy.heads)
      this.marks = new Map(copy.marks)
      this.log = [...copy.log]
      this.floors = new Map(copy.heads)
      this.epochNumber++
    }
  }

  async rows(): Promise<readonly FeedRow[]> {
    return [...this.stored.values()].map((row) => this.toFeed(row))
  }

  async history(): Promise<readonly HistoryEntry[]> {
    return this.log.map(({ device, change, seq, outcome, reason }) => ({
      device,
      n: change.n,
      seq,
      outcome,
      reason,
      base: change.base,
    }))
  }

  async close(): Promise<void> {}

  private refuseEpoch(): Reply {
    return refuse(409, { code: 'epoch_changed', epoch: this.epoch })
  }

  private gather(
    identity: DeviceIdentity,
    ops: readonly Change[],
    clientNowMs: number,
  ): BatchInput {
    const parents = listTrees(this.schema, ops).map(({ tbl, b, parentColumn }) => {
      const members = [...this.stored.values()].filter((row) => row.tbl === tbl && row.b === b)
      const parentById = members.map((row) => [row.id, textOrNull(row.data[parentColumn])] as const)
      return [treeKey(tbl, b), new Map(parentById)] as const
    })
    return {
      schema: this.schema,
      ops,
      device: identity.device,
      user: identity.user,
      clientNowMs,
      serverNowMs: this.now(),
      heads: this.heads,
      rows: this.stored,
      docs: this.docs,
      parents: new Map(parents),
      foreignParents: new Set(),
      deny: () => null,
      idOf: (name) => `conflict-${sha256Hex(name).slice(0, 16)}`,
      userOf: (device) => this.users.get(device) ?? null,
    }
  }

  /** Rows of a push's answer: only of its own buckets, so that nothing else leaks. */
  private feedRows(keys: ReadonlySet<string>, push: PushRequest): readonly FeedRow[] {
    const buckets = new Set(push.ops.map((op) => op.b))
    return [...keys].flatMap((key) => {
      const row = this.stored.get(key)
      return row && buckets.has(row.b) ? [this.toFeed(row)] : []
    })
  }

  private collectPage(pull: PullRequest): Pick<PullAnswer, 'page' | 'heads' | 'more'> {
    const page: FeedRow[] = []
    const heads: Record<string, HeadSpan> = {}
    let more = false
    for (const [bucket, cursor] of Object.entries(pull.cursors)) {
      const head = this.heads.get(bucket) ?? 0
      if (head <= cursor) continue
      const left = pull.limitRows - page.length
      const waiting = [...this.stored.values()]
        .filter((row) => row.b === bucket && row.seq > cursor)
        .sort((a, b) => a.seq - b.seq)
      const taken = waiting.slice(0, left)
      page.push(...taken.map((row) => this.toFeed(row)))
      const isWhole = taken.length === waiting.length
      more ||= !isWhole
      heads[bucket] = [cursor, isWhole ? head : (taken.at(-1)?.seq ?? cursor)]
    }
    return { page: packRows(page), heads, more }
  }

  private toFeed({ tbl, id, b, seq, isDeleted, data }: StoredRow): FeedRow {
    const docs = Object.entries(this.docs.get(rowKey(tbl, id)) ?? {})
    const texts = docs.map(([column, doc]) => [
      column,
      { gen: doc.gen, state: toBase64(doc.state) },
    ])
    return { tbl, id, b, seq, isDeleted, data, texts: Object.fromEntries(texts) }
  }
}

function spansOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Record<string, HeadSpan> {
  const moved = [...after].filter(([bucket, head]) => head > (before.get(bucket) ?? 0))
  return Object.fromEntries(
    moved.map(([bucket, head]) => [bucket, [before.get(bucket) ?? 0, head]]),
  )
}

function refuse(status: number, answer: object): Reply {
  return { status, body: JSON.stringify(answer) }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
