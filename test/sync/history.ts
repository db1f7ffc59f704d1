import type { Change, GroupValues } from '../../sync/change'
import { rowKey } from '../../sync/change'
import type { FeedRow } from '../../sync/row'
import { conflictTable } from '../../sync/schema'
import type { Command, History } from './commands'
import type { Authority, Replica, Reply, World, Write } from './model/contract'
import { CrashError } from './model/contract'
import { toyBuckets } from './model/toy-schema'
import type { Recorded } from './oracles'
import {
  checkEqual,
  checkForest,
  checkNoNeedlessQuarantine,
  checkNoSilentLoss,
  checkOnce,
  checkReadsOwnWrites,
  OracleError,
} from './oracles'

/** What the histories of a run met, to see that they are not idle. */
export interface Coverage {
  operations: number
  conflicts: number
  cycles: number
  quarantined: number
  duplicates: number
  lostAcks: number
  crashes: number
  restores: number
}

export function emptyCoverage(): Coverage {
  return {
    operations: 0,
    conflicts: 0,
    cycles: 0,
    quarantined: 0,
    duplicates: 0,
    lostAcks: 0,
    crashes: 0,
    restores: 0,
  }
}

/** A device with what the test knows about it. */
interface Actor {
  readonly replica: Replica
  skewMs: number
  isOffline: boolean
  /** Operations it made, and the highest number an answer it took in told it of. */
  readonly made: Recorded[]
  acknowledgedN: number
  readonly sentBodies: string[]
  latePull: Reply | null
  epoch: string
  seqs: ReadonlyMap<string, number>
}

const maxRounds = 60

/** World clock of one history in ms; starts on 2026-01-01. */
export interface WorldClock {
  nowMs: number
}

/** Runs one history to its end, heals everything, and throws the first broken promise. */
export async function runHistory(
  makeWorld: (clock: WorldClock) => World,
  history: History,
  coverage: Coverage,
): Promise<void> {
  const clock: WorldClock = { nowMs: Date.UTC(2026, 0, 1) }
  const world = makeWorld(clock)
  const random = makeRandom(history.seed)
  const authority = await world.makeAuthority(String(history.seed))
  const actors: Actor[] = []
  try {
    for (let i = 0; i < history.replicas; i++) {
      const identity = await authority.enrol(`user-${i % 3}`)
      actors.push({
        replica: await world.makeReplica(authority, identity, random),
        skewMs: history.skewsMs[i]!,
        isOffline: false,
        made: [],
        acknowledgedN: 0,
        sentBodies: [],
        latePull: null,
        epoch: authority.epoch,
        seqs: new Map(),
      })
    }
    const run = new Run(authority, actors, clock, random, coverage)
    for (const command of [...prelude(history), ...history.commands]) await run.step(command)
    await run.heal()
    await run.checkAll()
  } finally {
    for (const { replica } of actors) await replica.close()
    await authority.close()
  }
}

class Run {
  private serial = 0
  private restores = 0
  private goBack: (() => Promise<void>) | null = null

  constructor(
    private readonly authority: Authority,
    private readonly actors: readonly Actor[],
    private readonly clock: WorldClock,
    private readonly random: () => number,
    private readonly coverage: Coverage,
  ) {}

  async step(command: Command): Promise<void> {
    this.clock.nowMs += 1
    if (command.t === 'wait') {
      this.clock.nowMs += command.ms
      return
    }
    if (command.t === 'backup' || command.t === 'restore') return this.keepOrGoBack(command.t)
    const actor = this.actors[command.d % this.actors.length]!
    try {
      await this.act(actor, command)
    } catch (error) {
      if (!(error instanceof CrashError)) throw error
      this.coverage.crashes++
      await this.reviveAfterCrash(actor)
    }
    await this.checkSeqs(actor)
  }

  /** The server is restored from a backup taken earlier, on sides that know what to do then. */
  private async keepOrGoBack(what: 'backup' | 'restore'): Promise<void> {
    if (!this.authority.backup || !this.actors[0]!.replica.acceptHello) return
    if (what === 'backup') this.goBack = await this.authority.backup()
    else if (this.goBack) {
      await this.goBack()
      this.restores++
      this.coverage.restores++
    }
  }

  /** Oracle 5: with everything mended, all is quiet after a bounded number of rounds. */
  async heal(): Promise<void> {
    for (const actor of this.actors) {
      actor.replica.armCrash(0)
      actor.isOffline = false
    }
    for (let round = 0; round < maxRounds; round++) {
      const before = await this.fingerprint()
      for (const actor of this.actors) await this.syncFully(actor)
      if (before === (await this.fingerprint())) return
    }
    throw new OracleError('NOT QUIET', `still moving after ${maxRounds} rounds`)
  }

  async checkAll(): Promise<void> {
    const truth = await this.authority.rows()
    const history = await this.authority.history()
    const recorded = this.actors.flatMap((actor) => actor.made)
    for (const { replica } of this.actors) {
      const left = await replica.pending()
      if (left.length > 0) throw new OracleError('NOT QUIET', `${left.length} operations left`)
      checkForest(replica.identity.device, await replica.rows())
      checkEqual(replica.identity.device, await replica.rows(), truth)
    }
    checkForest('authority', truth)
    checkOnce(recorded, history)
    checkNoNeedlessQuarantine(history, this.restores > 0)
    checkNoSilentLoss(recorded, history, truth)
    const conflicts = truth.filter((row) => row.tbl === conflictTable)
    this.coverage.operations += recorded.length
    this.coverage.conflicts += conflicts.length
    this.coverage.cycles += conflicts.filter((row) => row.data['kind'] === 'cycle').length
    this.coverage.quarantined += history.filter((e) => e.outcome === 'quarantined').length
  }

  private async act(
    actor: Actor,
    command: Exclude<Command, { t: 'wait' | 'backup' | 'restore' }>,
  ): Promise<void> {
    switch (command.t) {
      case 'push':
        return this.push(actor, command.max, 'delivered')
      case 'pushLostAck':
        this.coverage.lostAcks++
        return this.push(actor, command.max, 'answer lost')
      case 'pushLost':
        return this.push(actor, 100, 'lost')
      case 'replayPush':
        return this.replayPush(actor, command.pick, command.late)
      case 'pull':
        await this.pull(actor, command.rows)
        return undefined
      case 'pullLost':
        if (!actor.isOffline) actor.latePull = await this.requestPull(actor, command.rows)
        return undefined
      case 'latePull':
        if (actor.latePull) await this.takePull(actor, actor.latePull)
        return undefined
      case 'sync':
        if (!actor.isOffline) await this.syncFully(actor)
        return undefined
      case 'restart':
        return actor.replica.restart()
      case 'crash':
        actor.replica.armCrash(command.at)
        return undefined
      case 'clock':
        // oxlint-disable-next-line no-param-reassign
        actor.skewMs += command.jumpMs
        return undefined
      case 'offline':
        // oxlint-disable-next-line no-param-reassign
        actor.isOffline = command.is
        return undefined
      default:
        return this.write(actor, command)
    }
  }

  private async write(
    actor: Actor,
    command: Extract<Command, { pick: number }> & { readonly v?: number },
  ): Promise<void> {
    const plan = await this.planWrite(actor, command)
    if (plan === null) return
    const { write, ...marks } = plan
    const changes = await actor.replica.write([write], this.clock.nowMs + actor.skewMs)
    this.record(actor, changes, marks)
    await this.checkOwnWrites(actor)
  }

  private async planWrite(
    actor: Actor,
    command: Extract<Command, { pick: number }> & { readonly v?: number },
  ): Promise<{ write: Write; added?: string; removed?: string } | null> {
    const { pick, v = 0 } = command
    const rows = sortRows(await actor.replica.rows())
    const seats = rows.filter((row) => row.tbl === 'seat')
    const seat = seats[pick % Math.max(1, seats.length)]
    const device = actor.replica.identity.device
    this.serial++
    if (command.t === 'insert' && v % 4 === 0) {
      const id = `tag-${pick % 3}`
      const set = { tag: { label: v % 8 === 0 ? 'shared' : `label ${this.serial}` } }
      return { write: { k: 'I', tbl: 'tag', id, b: 'a:one', set } }
    }
    if (command.t === 'insert') {
      const b = toyBuckets[pick % 2]!
      const bosses = seats.filter((row) => row.b === b)
      const bossId = v % 3 === 0 ? null : (bosses[v % Math.max(1, bosses.length)]?.id ?? null)
      const set = {
        ...this.makeSet(v),
        name: { name: `n${this.serial}` },
        placement: this.place(bossId),
      }
      return { write: { k: 'I', tbl: 'seat', id: `seat-${device}-${this.serial}`, b, set } }
    }
    if (command.t === 'revive') {
      const known = [...(await actor.replica.seqs()).keys()].filter((key) =>
        key.startsWith('seat/'),
      )
      const key = known.sort()[pick % Math.max(1, known.length)]
      const row = key && (await actor.replica.row('seat', key.slice(5)))
      if (!row || !row.isDeleted || !('name' in row.data)) return null
      const set = {
        ...this.makeSet(v),
        name: { name: `n${this.serial}` },
        placement: this.place(null),
      }
      return { write: { k: 'I', tbl: 'seat', id: row.id, b: row.b, set } }
    }
    if (command.t === 'remove') {
      const row = rows.filter(({ tbl }) => tbl !== conflictTable)[pick]
      return row ? { write: { k: 'D', tbl: row.tbl, id: row.id } } : null
    }
    if (seat === undefined) return null
    const { tbl, id } = seat
    if (command.t === 'invalid') {
      const set = { stance: { stance: 'no such stance', influence: this.serial } }
      if (v % 2 === 0) return { write: { k: 'U', tbl, id, set } }
      const whole = { ...set, name: { name: `n${this.serial}` }, placement: this.place(null) }
      const fresh = `seat-${device}-${this.serial}`
      return { write: { k: 'I', tbl, id: fresh, b: seat.b, set: whole } }
    }
    if (command.t === 'move') {
      const bosses = seats.filter((row) => row.b === seat.b && row.id !== id)
      const bossId = v % 6 === 0 ? null : (bosses[v % Math.max(1, bosses.length)]?.id ?? null)
      return { write: { k: 'U', tbl, id, set: { placement: this.place(bossId) } } }
    }
    if (command.t === 'text') return this.planText(seat, v)
    return { write: { k: 'U', tbl, id, set: this.makeSet(v) } }
  }

  /** Each character of a story is unique, so that its fate can be followed; some are pairs. */
  private planText(seat: FeedRow, v: number): { write: Write; added?: string; removed?: string } {
    const { tbl, id } = seat
    const marks = [...String(seat.data['story'] ?? '')]
    const at = marks.length === 0 ? 0 : v % (marks.length + 1)
    if (v % 5 === 0 && at < marks.length) {
      const text = marks.filter((_, i) => i !== at).join('')
      return { write: { k: 'T', tbl, id, column: 'story', text }, removed: marks[at]! }
    }
    const added = String.fromCodePoint((v % 2 === 0 ? 0x4e00 : 0x20000) + this.serial)
    const text = [...marks.slice(0, at), added, ...marks.slice(at)].join('')
    return { write: { k: 'T', tbl, id, column: 'story', text }, added }
  }

  private makeSet(v: number): Record<string, GroupValues> {
    if (v % 2 === 0) return { name: { name: v % 8 === 0 ? 'same' : `n${this.serial}` } }
    const stance = ['for', 'against', 'open'][v % 3]!
    return { stance: { stance, influence: v % 7 === 0 ? 1 : this.serial } }
  }

  private place(bossId: string | null): GroupValues {
    return { bossId, rank: `a${this.serial.toString(36)}` }
  }

  private record(actor: Actor, changes: readonly Change[], marks: object = {}): void {
    const { device } = actor.replica.identity
    for (const change of changes) actor.made.push({ device, change, ...marks })
  }

  private async push(
    actor: Actor,
    maxOps: number,
    fate: 'delivered' | 'answer lost' | 'lost',
  ): Promise<void> {
    if (actor.isOffline) return
    const body = await actor.replica.pushBody(maxOps)
    if (body === null || fate === 'lost') return
    actor.sentBodies.push(body)
    const reply = await this.sendPush(actor, body)
    if (fate === 'delivered') await this.take(actor, reply, () => actor.replica.acceptPush(reply))
  }

  private async replayPush(actor: Actor, pick: number, isLate: boolean): Promise<void> {
    const body = actor.sentBodies[pick % Math.max(1, actor.sentBodies.length)]
    if (body === undefined) return
    this.coverage.duplicates++
    const reply = await this.sendPush(actor, body)
    if (isLate) await this.take(actor, reply, () => actor.replica.acceptPush(reply))
  }

  private sendPush(actor: Actor, body: string): Promise<Reply> {
    return this.authority.push(actor.replica.identity, body, this.clock.nowMs + actor.skewMs)
  }

  private async requestPull(actor: Actor, limitRows: number): Promise<Reply> {
    return this.authority.pull(actor.replica.identity, await actor.replica.pullBody(limitRows))
  }

  private async pull(actor: Actor, limitRows: number): Promise<boolean> {
    if (actor.isOffline) return false
    const more = await this.takePull(actor, await this.requestPull(actor, limitRows))
    if (!more && limitRows > 100)
      checkForest(actor.replica.identity.device, await actor.replica.rows())
    return more
  }

  private async takePull(actor: Actor, reply: Reply): Promise<boolean> {
    let more = false
    await this.take(actor, reply, async () => {
      more = await actor.replica.acceptPull(reply)
    })
    return more
  }

  private async take(actor: Actor, reply: Reply, accept: () => Promise<void>): Promise<void> {
    const answer = JSON.parse(reply.body) as { mark?: { lastN: number }; epoch?: string }
    if (reply.status === 409 && answer.epoch !== undefined) return this.greet(actor)
    const isOfNow = answer.epoch === actor.epoch
    // Even when the device dies now it may already have taken the answer in.
    // oxlint-disable-next-line no-param-reassign
    if (isOfNow) actor.acknowledgedN = Math.max(actor.acknowledgedN, answer.mark?.lastN ?? 0)
    await accept()
    await this.checkOwnWrites(actor)
    await this.checkSeqs(actor)
  }

  /** The server says it is another one: the device follows and logs rows again (SPEC E1 to E3). */
  private async greet(actor: Actor): Promise<void> {
    const { replica } = actor
    const reply = await this.authority.hello!(replica.identity, await replica.helloBody!())
    const { epoch, mark } = JSON.parse(reply.body) as { epoch: string; mark: { lastN: number } }
    await replica.acceptHello!(reply)
    // oxlint-disable-next-line no-param-reassign
    Object.assign(actor, { epoch, acknowledgedN: mark.lastN, seqs: await replica.seqs() })
    const knownN = actor.made.at(-1)?.change.n ?? 0
    this.record(
      actor,
      (await replica.pending()).filter((change) => change.n > knownN),
    )
    await this.checkOwnWrites(actor)
  }

  private async syncFully(actor: Actor): Promise<void> {
    // The first answer tells of a new epoch, and with it of operations to send again.
    await this.pull(actor, 500)
    for (let i = 0; i < 1_000; i++) {
      if ((await actor.replica.pending()).length === 0) break
      await this.push(actor, 100, 'delivered')
    }
    for (let i = 0; i < 1_000; i++) if (!(await this.pull(actor, 500))) break
  }

  /** What a dying device had committed is asked of its outbox. */
  private async reviveAfterCrash(actor: Actor): Promise<void> {
    await actor.replica.restart()
    const knownN = actor.made.at(-1)?.change.n ?? 0
    const news = (await actor.replica.pending()).filter((change) => change.n > knownN)
    this.record(actor, news)
  }

  private async checkOwnWrites(actor: Actor): Promise<void> {
    const shown = new Map<string, FeedRow>()
    for (const key of (await actor.replica.seqs()).keys()) {
      const [tbl, id] = key.split('/') as [string, string]
      const row = await actor.replica.row(tbl, id)
      if (row) shown.set(key, row)
    }
    const pending = actor.made.filter((op) => op.change.n > actor.acknowledgedN)
    checkReadsOwnWrites(actor.replica.identity.device, pending, shown)
  }

  /** Oracle 8. */
  private async checkSeqs(actor: Actor): Promise<void> {
    const seqs = await actor.replica.seqs()
    for (const [key, seq] of actor.seqs)
      if ((seqs.get(key) ?? 0) < seq)
        throw new OracleError('WENT BACK', `${key} from ${seq} to ${seqs.get(key)}`)
    // oxlint-disable-next-line no-param-reassign
    actor.seqs = seqs
  }

  private async fingerprint(): Promise<string> {
    const parts = await Promise.all(
      this.actors.map(async ({ replica }) => [
        (await replica.pending()).length,
        [...(await replica.seqs())],
      ]),
    )
    return JSON.stringify(parts)
  }
}

/** Three histories of four begin with a few rows that everybody has seen. */
function prelude(history: History): readonly Command[] {
  if (history.seed % 4 === 3) return []
  const inserts = [1, 3, 2].map((v, pick) => ({ t: 'insert', d: 0, pick: pick * 2, v }) as const)
  const syncs = history.skewsMs.map((_, d) => ({ t: 'sync', d }) as const)
  return [...inserts, ...syncs]
}

function sortRows(rows: readonly FeedRow[]): readonly FeedRow[] {
  return [...rows].sort((a, b) => (rowKey(a.tbl, a.id) < rowKey(b.tbl, b.id) ? -1 : 1))
}

/** Mulberry32: the same numbers for the same seed. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
