import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '../../db/entity'
import type { Change as Wanted } from '../../db/entity'
import { openStore } from '../../db/node/store'
import type { Store } from '../../db/node/store'
import { openConnection } from '../../db/node/open'
import type { Change } from '../../sync/change'
import { wouldLoop } from '../../sync/placement'
import type { FeedRow } from '../../sync/row'
import { z } from 'zod'
import { testKey } from '../support/store'
import { ModelAuthority } from './model/authority'
import type { Authority, DeviceIdentity, Replica, Reply, World, Write } from './model/contract'
import { CrashError } from './model/contract'
import { toyBuckets } from './model/toy-schema'
import { toyContent, toyStoreSchema } from './store-schema'

/** Statements left until the power of the device at work goes; one device works at a time. */
const power = { statementsLeft: Number.POSITIVE_INFINITY, isWatched: false }

/** A device that is the real store on a real, encrypted file. */
export class StoreReplica implements Replica {
  private readonly root = mkdtempSync(join(tmpdir(), 'jetway-replica-'))
  private store: Store
  private nowMs = Date.UTC(2026, 0, 1)
  private statementsLeft = Number.POSITIVE_INFINITY

  constructor(
    readonly identity: DeviceIdentity,
    private readonly random: () => number,
    epoch: string,
  ) {
    watchStatements()
    this.store = this.open()
    const { sql } = this.store.services.db
    sql
      .prepare(`UPDATE _device SET deviceId = ?, epoch = ?, node = ? WHERE id = 1`)
      .run(identity.device, epoch, identity.node)
    for (const bucket of toyBuckets)
      sql.prepare(`INSERT INTO _cursor (bucket, role) VALUES (?, 'editor')`).run(bucket)
    this.reopen()
  }

  async write(writes: readonly Write[], nowMs: number): Promise<readonly Change[]> {
    this.nowMs = nowMs
    return this.work(() => {
      const { sync, services } = this.store
      const before = lastNumber(this.store)
      const changes = writes.flatMap((write) => this.plan(write) ?? [])
      const command: Command<null, null> = {
        kind: 'command',
        schema: z.null(),
        run: () => ({ changes, value: null }),
      }
      services.door.run('test.write', command, null)
      return sync.outbox.next(10_000).filter(({ n }) => n > before)
    })
  }

  async rows(): Promise<readonly FeedRow[]> {
    const rows: FeedRow[] = []
    for (const tbl of toyContent.shapes.keys())
      for (const { id } of this.all<{ id: string }>(`SELECT id FROM "${tbl}"`))
        rows.push(this.store.sync.shown.find(tbl, id)!)
    return rows
  }

  async row(tbl: string, id: string): Promise<FeedRow | null> {
    return this.store.sync.shown.find(tbl, id)
  }

  async pending(): Promise<readonly Change[]> {
    return this.store.sync.outbox.next(100_000)
  }

  async pushBody(maxOps: number): Promise<string | null> {
    return this.work(() => this.store.sync.pushBody(maxOps))
  }

  async helloBody(): Promise<string> {
    return this.store.sync.helloBody('test')
  }

  async acceptHello(reply: Reply): Promise<void> {
    const taken = await this.work(() => this.store.sync.takeHello(reply.body))
    if (!taken.ok) throw new Error(`Hello was answered badly: ${taken.why}`)
  }

  async acceptPush(reply: Reply): Promise<void> {
    if (reply.status !== 200) throw new Error(`Push was refused: ${reply.status} ${reply.body}`)
    if (this.isOfOtherEpoch(reply)) return
    const taken = this.work(() => this.store.sync.takePush(reply.body))
    if (!taken.ok) throw new Error(`Push was answered badly: ${taken.why}`)
  }

  async pullBody(limitRows: number): Promise<string> {
    return this.work(() => this.store.sync.pullBody(limitRows))
  }

  async acceptPull(reply: Reply): Promise<boolean> {
    if (reply.status !== 200) throw new Error(`Pull was refused: ${reply.status} ${reply.body}`)
    if (this.isOfOtherEpoch(reply)) return false
    const taken = await this.work(() => this.store.sync.takePull(reply.body))
    if (taken.ok !== 'pull') throw new Error(`Pull was answered badly: ${JSON.stringify(taken)}`)
    return taken.hasMore
  }

  async seqs(): Promise<ReadonlyMap<string, number>> {
    const seqs = new Map<string, number>()
    for (const tbl of toyContent.shapes.keys())
      for (const { id } of this.all<{ id: string }>(`SELECT id FROM "${tbl}"`))
        seqs.set(`${tbl}/${id}`, 0)
    for (const { tbl, rowId } of this.all<Named>(`SELECT tbl, rowId FROM _trash`))
      seqs.set(`${tbl}/${rowId}`, 0)
    for (const row of this.all<Named & { seq: number }>(`SELECT tbl, rowId, seq FROM _row`))
      seqs.set(`${row.tbl}/${row.rowId}`, row.seq)
    return seqs
  }

  armCrash(statements: number): void {
    this.statementsLeft = statements > 0 ? statements : Number.POSITIVE_INFINITY
  }

  async restart(): Promise<void> {
    this.statementsLeft = Number.POSITIVE_INFINITY
    this.reopen()
  }

  async close(): Promise<void> {
    this.store.close()
    rmSync(this.root, { recursive: true, force: true })
  }

  /** The change that a command of the app would want; the door of the app refuses loops. */
  private plan(write: Write): Wanted | null {
    const { tbl: table, id } = write
    const row = this.store.sync.shown.find(table, id)
    if (write.k === 'I') {
      if (this.closesLoop(write)) return null
      const values = { ...flatten(write.set), id, accountId: write.b.slice(2) }
      return { kind: 'insert', table, id, values }
    }
    if (row === null || row.isDeleted) return null
    if (write.k === 'D') return { kind: 'delete', table, id }
    if (write.k === 'T')
      return { kind: 'update', table, id, values: { [write.column]: write.text } }
    return this.closesLoop(write) ? null : { kind: 'update', table, id, values: flatten(write.set) }
  }

  private closesLoop(write: Extract<Write, { k: 'I' | 'U' }>): boolean {
    const parent = write.set['placement']?.['bossId']
    if (write.tbl !== 'seat' || typeof parent !== 'string') return false
    return wouldLoop(write.id, parent, (id) => {
      const above = this.store.sync.shown.find('seat', id)?.data['bossId']
      return typeof above === 'string' ? above : null
    })
  }

  /** Runs a piece of work of this device under its own power. */
  private work<T>(body: () => T): T {
    power.statementsLeft = this.statementsLeft
    power.isWatched = true
    try {
      return body()
    } finally {
      power.isWatched = false
      this.statementsLeft = power.statementsLeft
    }
  }

  /** The session drops such an answer as unreadable and greets anew (SPEC E5). */
  private isOfOtherEpoch(reply: Reply): boolean {
    const { epoch } = JSON.parse(reply.body) as { epoch: string }
    if (epoch === this.store.sync.device().epoch) return false
    const before = JSON.stringify(this.store.sync.buckets())
    const taken = this.store.sync.takePush(reply.body)
    if (taken.ok || before !== JSON.stringify(this.store.sync.buckets()))
      throw new Error('An answer of another epoch was taken in.')
    return true
  }

  private open(): Store {
    return openStore({
      root: this.root,
      keyHex: testKey,
      nowMs: () => this.nowMs,
      random: this.random,
      content: toyContent,
    })
  }

  private reopen(): void {
    this.store.close()
    this.store = this.open()
  }

  private all<T>(query: string): T[] {
    return this.store.services.db.sql.prepare(query).all() as T[]
  }
}

/** Real stores against the reference authority. */
export function makeStoreWorld(now: () => number): World {
  return {
    makeAuthority: async () => new ModelAuthority(toyStoreSchema, now),
    makeReplica: async (authority: Authority, identity: DeviceIdentity, random: () => number) =>
      new StoreReplica(identity, random, authority.epoch),
  }
}

interface Named {
  readonly tbl: string
  readonly rowId: string
}

function lastNumber(store: Store): number {
  const row = store.services.db.sql.prepare(`SELECT coalesce(max(n), 0) AS n FROM _change`).get()
  return (row as { n: number }).n
}

function flatten(groups: Readonly<Record<string, object>>): Record<string, string | number | null> {
  return Object.assign({}, ...Object.values(groups)) as Record<string, string | number | null>
}

let isWatching = false

/** Counts every writing statement of the driver; the power may go before any of them. */
function watchStatements(): void {
  if (isWatching) return
  isWatching = true
  const folder = mkdtempSync(join(tmpdir(), 'jetway-statement-'))
  const connection = openConnection(join(folder, 'empty.db'), testKey)
  const prototype = Object.getPrototypeOf(connection.prepare('SELECT 1')) as {
    run(...values: unknown[]): unknown
  }
  const run = prototype.run
  prototype.run = function countedRun(this: unknown, ...values: unknown[]): unknown {
    if (power.isWatched && --power.statementsLeft <= 0) {
      power.statementsLeft = Number.POSITIVE_INFINITY
      throw new CrashError('The power went.')
    }
    return run.apply(this, values)
  }
  connection.close()
  rmSync(folder, { recursive: true, force: true })
}
