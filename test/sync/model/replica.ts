import { createHash } from 'node:crypto'

import { cutBatch, judgeMark } from '../../../sync/admit'
import { toBase64, fromBase64 } from '../../../sync/base64'
import type { Change } from '../../../sync/change'
import { chainHash, emptyHash, rowKey } from '../../../sync/change'
import type { Clock } from '../../../sync/clock'
import { formatStamp, receiveTime, tickClock } from '../../../sync/clock'
import { unpackRows } from '../../../sync/pages'
import { parseHelloAnswer, parsePullAnswer, parsePushAnswer } from '../../../sync/parse'
import { orderTopDown, wouldLoop } from '../../../sync/placement'
import { findSkippedMoves, rebaseRow } from '../../../sync/rebase'
import type { FeedRow } from '../../../sync/row'
import type { SyncSchema } from '../../../sync/schema'
import { conflictTable } from '../../../sync/schema'
import { editText, emptyTextDoc } from '../../../sync/text'
import type { PullAnswer, PushAnswer } from '../../../sync/wire'
import type { DeviceIdentity, Replica, Reply, Write } from './contract'
import { Store } from './store'

/** An operation with the chain hash after it. */
interface Entry {
  readonly change: Change
  readonly hash: string
}

interface Meta {
  readonly clock: Clock
  /** Number of the last operation made, and its hash. */
  readonly madeN: number
  readonly madeHash: string
  readonly tx: number
  readonly epoch: string
}

/** The reference device: `SPEC.md` in a page of code, on maps. */
export class ModelReplica implements Replica {
  private readonly store = new Store()
  private readonly shown = new Map<string, FeedRow>()
  /** Server copies of rows with pending operations (SPEC R1); null = the server has none yet. */
  private readonly copies = new Map<string, FeedRow | null>()
  private readonly outbox = new Map<string, Entry>()
  private readonly sent = new Map<string, Entry>()
  private readonly cursors = new Map<string, number>()
  private readonly meta = new Map<string, Meta>()
  private textClient: number

  constructor(
    private readonly schema: SyncSchema,
    readonly identity: DeviceIdentity,
    private readonly buckets: readonly string[],
    private readonly random: () => number,
    epoch: string,
  ) {
    const clock = { ms: 0, counter: 0, node: identity.node }
    this.meta.set('meta', { clock, madeN: 0, madeHash: emptyHash, tx: 0, epoch })
    this.textClient = this.newTextClient()
  }

  async write(writes: readonly Write[], nowMs: number): Promise<readonly Change[]> {
    return this.store.transaction(() => {
      const tx = this.meta.get('meta')!.tx + 1
      const changes = writes.flatMap((write) => this.capture(write, tx, nowMs) ?? [])
      this.setMeta({ tx })
      return changes
    })
  }

  async rows(): Promise<readonly FeedRow[]> {
    return [...this.shown.values()].filter((row) => !row.isDeleted)
  }

  async row(tbl: string, id: string): Promise<FeedRow | null> {
    return this.shown.get(rowKey(tbl, id)) ?? null
  }

  async pending(): Promise<readonly Change[]> {
    return this.pendingChanges()
  }

  async pushBody(maxOps: number): Promise<string | null> {
    const ops = cutBatch(this.pendingChanges(), maxOps, 1_000_000)
    if (ops.length === 0) return null
    const previousHash = this.hashAt(ops[0]!.prevN)
    return JSON.stringify({ epoch: this.meta.get('meta')!.epoch, previousHash, ops })
  }

  async acceptPush(reply: Reply): Promise<void> {
    if (reply.status !== 200) throw new Error(`Push was refused: ${reply.status} ${reply.body}`)
    const answer = parsePushAnswer(reply.body)
    if (!answer.ok) throw new Error(`Push was answered with ${answer.fault}.`)
    this.accept(answer.value)
  }

  async pullBody(limitRows: number): Promise<string> {
    const cursors = Object.fromEntries(this.buckets.map((b) => [b, this.cursors.get(b) ?? 0]))
    const epoch = this.meta.get('meta')!.epoch
    return JSON.stringify({ epoch, accessVersion: 1, cursors, limitRows, limitBytes: 1_000_000 })
  }

  async acceptPull(reply: Reply): Promise<boolean> {
    if (reply.status !== 200) throw new Error(`Pull was refused: ${reply.status} ${reply.body}`)
    const answer = parsePullAnswer(reply.body)
    if (!answer.ok) throw new Error(`Pull was answered with ${answer.fault}.`)
    this.accept(answer.value)
    return answer.value.more
  }

  async helloBody(): Promise<string> {
    const { epoch } = this.meta.get('meta')!
    return JSON.stringify({ app: 'model', schema: 1, epoch, accessVersion: 0 })
  }

  /** SPEC E2 and E3 in one transaction. */
  async acceptHello(reply: Reply): Promise<void> {
    const hello = parseHelloAnswer(reply.body)
    if (!hello.ok) throw new Error(`Hello was answered with ${hello.fault}.`)
    const { epoch, mark, access } = hello.value
    if (epoch === this.meta.get('meta')!.epoch) return
    this.store.transaction(() => {
      if (judgeMark(mark, (n) => this.hashAt(n)) === 'forked')
        throw new Error('The server knows another history of this device.')
      const floors = new Map(access.buckets.map(({ id, floor }) => [id, floor ?? 0]))
      this.setMeta({ epoch })
      this.sendAgain(mark.lastN)
      const above = this.lowerTo(floors)
      this.linkAgain(mark.lastN, mark.lastHash, floors)
      for (const row of above) this.insertAgain(row)
      this.showPending([...this.copies.keys()])
    })
  }

  async seqs(): Promise<ReadonlyMap<string, number>> {
    return new Map([...this.shown].map(([key, row]) => [key, row.seq]))
  }

  armCrash(statements: number): void {
    this.store.armCrash(statements)
  }

  async restart(): Promise<void> {
    this.store.armCrash(0)
    this.textClient = this.newTextClient()
  }

  async close(): Promise<void> {}

  /** SPEC R2 to R6 in one transaction; an answer of another epoch is not ours any more (E5). */
  private accept(answer: PushAnswer | PullAnswer): void {
    if (answer.epoch !== this.meta.get('meta')!.epoch) return
    this.store.transaction(() => {
      if (judgeMark(answer.mark, (n) => this.hashAt(n)) === 'forked')
        throw new Error('The server knows another history of this device.')
      this.dropAcknowledged(answer.mark.lastN)
      const touched = this.takeRows(unpackRows(answer.page))
      this.showPending(touched)
      this.moveCursors(answer.heads)
      const { clock } = this.meta.get('meta')!
      this.setMeta({ clock: receiveTime(clock, answer.nowMs, answer.nowMs) })
    })
  }

  private sendAgain(lastN: number): void {
    for (const entry of [...this.sent.values()].filter(({ change }) => change.n > lastN)) {
      this.store.delete(this.sent, String(entry.change.n))
      this.store.set(this.outbox, String(entry.change.n), entry)
    }
  }

  /** Cursors and sequences go back to the floors; gives the rows the server may not have as shown. */
  private lowerTo(floors: ReadonlyMap<string, number>): readonly FeedRow[] {
    for (const [bucket, cursor] of [...this.cursors])
      this.store.set(this.cursors, bucket, Math.min(cursor, floors.get(bucket) ?? 0))
    const above = [...this.shown.values()].filter((row) => row.seq > (floors.get(row.b) ?? 0))
    // Conflicts come again with the operations that made them; place holders hold nothing.
    const isOurs = (row: FeedRow) => row.tbl !== conflictTable && Object.keys(row.data).length > 0
    for (const row of above) {
      const key = rowKey(row.tbl, row.id)
      if (isOurs(row)) {
        this.store.set(this.shown, key, { ...row, seq: floors.get(row.b) ?? 0 })
        this.store.set(this.copies, key, null)
      } else {
        this.store.delete(this.shown, key)
        this.store.delete(this.copies, key)
      }
    }
    return orderTopDown(above.filter(isOurs), (row) => {
      const tree = this.schema.tables[row.tbl]?.tree
      const parent = tree && row.data[tree.parentColumn]
      return typeof parent === 'string' ? parent : null
    })
  }

  /** Waiting operations get bases both sides know, and a chain that begins at the server's mark. */
  private linkAgain(lastN: number, lastHash: string, floors: ReadonlyMap<string, number>): void {
    let hash = lastHash
    for (const op of this.pendingChanges().filter(({ n }) => n > lastN)) {
      const change = { ...op, base: Math.min(op.base, floors.get(op.b) ?? 0) }
      hash = chainHash(sha256Hex, hash, change)
      this.store.set(this.outbox, String(op.n), { change, hash })
    }
    this.setMeta({ madeHash: hash })
  }

  /**
   * Logs a row as it is shown, with a stamp of the year 1970: it loses against everything that was
   * written in earnest (SPEC E3).
   */
  private insertAgain(row: FeedRow): void {
    const { tbl, id, b } = row
    const base = this.shown.get(rowKey(tbl, id))!.seq
    const hlc = formatStamp({ ms: 0, counter: 0, node: this.identity.node })
    const log = (part: object) => {
      const { madeN, madeHash, tx } = this.meta.get('meta')!
      const head = { n: madeN + 1, prevN: madeN, tx: tx + 1, tbl, id, b, base, hlc }
      const change = { ...head, ...part } as Change
      const hash = chainHash(sha256Hex, madeHash, change)
      this.store.set(this.outbox, String(change.n), { change, hash })
      this.setMeta({ madeN: change.n, madeHash: hash, tx: tx + 1 })
    }
    if (row.isDeleted) return log({ k: 'D' })
    const groups = Object.entries(this.schema.tables[tbl]!.groups).map(([group, columns]) => [
      group,
      Object.fromEntries(columns.map((column) => [column, row.data[column] ?? null])),
    ])
    log({ k: 'I', set: Object.fromEntries(groups) })
    for (const [column, { gen, state }] of Object.entries(row.texts))
      log({ k: 'T', text: { column, gen, u: state } })
    return undefined
  }

  private dropAcknowledged(lastN: number): void {
    const dropped = [...this.outbox.values()].filter(({ change }) => change.n <= lastN)
    for (const entry of dropped) {
      this.store.delete(this.outbox, String(entry.change.n))
      this.store.set(this.sent, String(entry.change.n), entry)
    }
    const keys = new Set(dropped.map(({ change }) => rowKey(change.tbl, change.id)))
    for (const key of keys) {
      const own = dropped.map(({ change }) => change).filter((op) => rowKey(op.tbl, op.id) === key)
      if (this.pendingOf(key).length === 0) this.store.delete(this.copies, key)
      else
        this.store.set(this.copies, key, rebaseRow(this.schema, this.copies.get(key) ?? null, own))
    }
  }

  private takeRows(rows: readonly FeedRow[]): readonly string[] {
    return rows.flatMap((row) => {
      const key = rowKey(row.tbl, row.id)
      if (row.seq < (this.shown.get(key)?.seq ?? 0)) return []
      if (this.pendingOf(key).length > 0) this.store.set(this.copies, key, row)
      else this.store.set(this.shown, key, row)
      return [key]
    })
  }

  /** Shows again every row with pending operations that this answer may have changed. */
  private showPending(touched: readonly string[]): void {
    const pending = this.pendingChanges()
    const keys = new Set(touched.filter((key) => this.copies.has(key)))
    const skipped = new Map<string, ReadonlySet<number>>()
    for (const [tbl, table] of Object.entries(this.schema.tables)) {
      if (table.tree === undefined) continue
      const { group, parentColumn } = table.tree
      const parentOf = (id: string) => {
        const key = rowKey(tbl, id)
        const row = this.copies.has(key) ? this.copies.get(key) : this.shown.get(key)
        const parent = row?.data[parentColumn]
        return row ? (typeof parent === 'string' ? parent : null) : undefined
      }
      skipped.set(tbl, findSkippedMoves(this.schema, tbl, pending, parentOf))
      for (const op of pending)
        if (op.tbl === tbl && 'set' in op && op.set[group]) keys.add(rowKey(tbl, op.id))
    }
    for (const key of keys) {
      const own = this.pendingOf(key)
      const row = rebaseRow(
        this.schema,
        this.copies.get(key) ?? null,
        own,
        skipped.get(own[0]!.tbl),
      )
      if (row) this.store.set(this.shown, key, row)
    }
  }

  private moveCursors(heads: PullAnswer['heads']): void {
    for (const [bucket, [from, to]] of Object.entries(heads)) {
      const cursor = this.cursors.get(bucket) ?? 0
      if (cursor >= from && to > cursor) this.store.set(this.cursors, bucket, to)
    }
  }

  private capture(write: Write, tx: number, nowMs: number): Change | null {
    const key = rowKey(write.tbl, write.id)
    const row = this.shown.get(key) ?? null
    const meta = this.meta.get('meta')!
    const clock = tickClock(meta.clock, nowMs)
    const head = {
      n: meta.madeN + (this.random() < 0.1 ? 2 : 1),
      prevN: meta.madeN,
      tx,
      tbl: write.tbl,
      id: write.id,
      b: row?.b ?? (write.k === 'I' ? write.b : ''),
      base: row?.seq ?? 0,
      hlc: formatStamp(clock),
    }
    const change = this.makeChange(head, write, row)
    if (change === null) return null
    const hash = chainHash(sha256Hex, meta.madeHash, change)
    if (!this.copies.has(key)) this.store.set(this.copies, key, row)
    this.store.set(this.shown, key, rebaseRow(this.schema, row, [change])!)
    this.store.set(this.outbox, String(change.n), { change, hash })
    this.setMeta({ clock, madeN: change.n, madeHash: hash })
    return change
  }

  private makeChange(
    head: Omit<Change, 'k' | 'set' | 'text'>,
    write: Write,
    row: FeedRow | null,
  ): Change | null {
    if (write.k === 'I') return this.closesLoop(write) ? null : { ...head, k: 'I', set: write.set }
    if (row === null || row.isDeleted) return null
    if (write.k === 'D') return { ...head, k: 'D' }
    if (write.k === 'U') return this.closesLoop(write) ? null : { ...head, k: 'U', set: write.set }
    const known = row.texts[write.column]
    const doc = known ? { gen: known.gen, state: fromBase64(known.state)! } : emptyTextDoc
    const edit = editText(doc, write.text, this.textClient)
    if (edit === null) return null
    const text = { column: write.column, gen: doc.gen, u: toBase64(edit.update) }
    return { ...head, k: 'T', text }
  }

  /** The door of the store refuses a move that would close a loop in what the user sees. */
  private closesLoop(write: Extract<Write, { k: 'I' | 'U' }>): boolean {
    const tree = this.schema.tables[write.tbl]?.tree
    const parent = tree && write.set[tree.group]?.[tree.parentColumn]
    if (!tree || typeof parent !== 'string') return false
    return wouldLoop(write.id, parent, (id) => {
      const above = this.shown.get(rowKey(write.tbl, id))?.data[tree.parentColumn]
      return typeof above === 'string' ? above : null
    })
  }

  private pendingChanges(): readonly Change[] {
    return [...this.outbox.values()].map(({ change }) => change).sort((a, b) => a.n - b.n)
  }

  private pendingOf(key: string): readonly Change[] {
    return this.pendingChanges().filter((change) => rowKey(change.tbl, change.id) === key)
  }

  private hashAt(n: number): string | undefined {
    if (n === 0) return emptyHash
    return (this.outbox.get(String(n)) ?? this.sent.get(String(n)))?.hash
  }

  private setMeta(part: Partial<Meta>): void {
    this.store.set(this.meta, 'meta', { ...this.meta.get('meta')!, ...part })
  }

  private newTextClient(): number {
    return Math.floor(this.random() * 2 ** 32)
  }
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
