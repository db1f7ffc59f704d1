import type { Sha256Hex } from '../../sync/change'
import type { Checksum } from '../../sync/checksum'
import { addToChecksum, emptyChecksum } from '../../sync/checksum'
import { parseHelloAnswer, parsePullAnswer, parsePushAnswer } from '../../sync/parse'
import { completeSchema } from '../../sync/schema'
import type { Taken } from '../../sync/session'
import { limits } from '../../sync/wire'
import type { Access } from '../../sync/wire'
import { StoreError } from '../errors'
import type { SqlConnection } from '../handles'
import type { TableShapes } from '../schema'
import { makeSyncSchema, syncSchemaVersion } from '../sync-schema'
import type { Announcement, WriteDoor } from '../write'
import { createAccessKeeper, revokedState } from './access'
import type { Rescue } from './access'
import { createRescueNotes } from './rescue-notes'
import type { RescueNote } from './rescue-notes'
import { brakedState, createBrake } from './brake'
import { lowerToFloors, readAgain, requeueAfter } from './epoch'
import type { NamedRow } from './epoch'
import { adoptMember, logAccountRows, logOtherRows } from './join'
import {
  beginLink,
  findAcquaintance,
  leaveLink,
  noteDone,
  readDevice,
  readLink,
  resumeLink,
} from './link'
import type { DeviceState, JoinInfo, Link } from './link'
import { createOutbox } from './outbox'
import type { Outbox } from './outbox'
import { createShownRows } from './shown-rows'
import type { ShownRows } from './shown-rows'
import { announcementOf, createTaker, ForkedError } from './take'
import type { Changed, RowsAnswer } from './take'

/** Rows of one page, and so of one transaction. */
export const pageRows = 2_000

export interface SyncDoorParts {
  readonly sql: SqlConnection
  readonly shapes: TableShapes
  readonly door: WriteDoor
  readonly sha256: Sha256Hex
  nowMs(): number
  breathe(): Promise<void>
  /** After a commit: rows that came from the server, for windows and search. */
  onCommit(announcement: Announcement): void
  /** The clock learns the server's time (sync/SPEC.md C3). */
  onTime(serverNowMs: number): void
  /** The device is somebody else now, or has another node. */
  onIdentity(device: DeviceState): void
  /** Writes down what an account that goes away still held, before it goes; gives the file. */
  rescue(rescue: Rescue): string
  /** Accounts were taken off: copies of the store that still hold them are of no use. */
  onPurged(): void
}

/**
 * The narrow second door: what the server says enters here and nowhere else. Rows and cursors move
 * in one transaction; nothing of it is logged as a change of ours.
 */
export interface SyncDoor {
  readonly outbox: Outbox
  readonly shown: ShownRows
  link(): Link | null
  device(): DeviceState
  helloBody(app: string): string
  takeHello(body: string): Promise<Taken>
  /** The next push; null when nothing waits. */
  pushBody(maxOps: number): string | null
  takePush(body: string): Taken
  pullBody(limitRows?: number): string
  takePull(body: string): Promise<Taken>
  resend(expected: number): void
  /** The first waiting operation is too large for any push. */
  setAsideFirst(): void
  join(info: JoinInfo): Promise<void>
  /** Goes on with a join that was interrupted. */
  finishJoin(): Promise<void>
  leave(): void
  /** Names of colleagues, where the workspace has no rows of them. */
  takeDirectory(members: readonly { readonly id: string; readonly name: string }[]): void
  checksum(bucket: string): Checksum & { readonly cursor: number }
  readAgain(bucket: string): void
  release(bucket: string): void
  /** Share of the first reading that is done; null when nothing is being read. */
  readShare(): number | null
  /** Files of accounts that went away, newest first, until the user has seen them. */
  rescues(): readonly RescueNote[]
  forgetRescue(atMs: number): void
  buckets(): readonly {
    bucket: string
    cursor: number
    role: string | null
    state: string | null
  }[]
}

export function createSyncDoor(parts: SyncDoorParts): SyncDoor {
  const { sql, shapes, door } = parts
  const schema = completeSchema(makeSyncSchema(shapes))
  const outbox = createOutbox(sql, parts.sha256)
  const shown = createShownRows(sql, shapes, parts.nowMs)
  const brake = createBrake(sql, shapes)
  const access = createAccessKeeper(sql, shapes, outbox, parts.nowMs)
  const taker = createTaker({ ...parts, schema, outbox, shown, brake })
  const rescues = createRescueNotes(sql)
  /** Where the buckets ended when the server last listed them. */
  const headOf = new Map<string, number>()
  const joinParts = { ...parts, outbox }
  const epochParts = { ...parts, outbox, shown }

  const listBuckets = sql.prepare(`SELECT bucket, cursor, role, state FROM _cursor ORDER BY bucket`)
  const dropSearchMark = sql.prepare(`DELETE FROM _local WHERE name = 'search.indexedN'`)
  const buckets = () => listBuckets.all() as ReturnType<SyncDoor['buckets']>

  function inTransaction(body: (changed: Changed) => void): void {
    const changed: Changed = new Map()
    door.atomically(() => {
      body(changed)
      // No log tells the search of these rows: without its mark it is rebuilt after a crash (S1).
      if (isSearched(changed, shapes)) dropSearchMark.run()
    })
    if (changed.size > 0) parts.onCommit(announcementOf(changed, shapes))
  }

  function takeAccess(listed: Access): void {
    access.take(listed)
    headOf.clear()
    for (const { id, head } of listed.buckets) headOf.set(id, head)
  }

  /** Gives why an answer was not taken in; null = it was. */
  function take(
    answer: RowsAnswer & { epoch: string; nowMs: number; access?: Access },
  ): 'forked' | 'bad_answer' | null {
    // SPEC E5: of a server that is another one by now.
    if (answer.epoch !== readDevice(sql).epoch) return 'bad_answer'
    try {
      inTransaction((changed) => {
        taker.take(answer, changed)
        if (answer.access) takeAccess(answer.access)
      })
    } catch (error) {
      if (error instanceof ForkedError) return 'forked'
      throw error
    }
    parts.onTime(answer.nowMs)
    purgeRevoked()
    return null
  }

  /** Rows a restored server lost, logged again with a stamp that loses every tie (SPEC E3). */
  function logLost(rows: readonly NamedRow[]): void {
    if (rows.length === 0) return
    const tx = door.open('sync.again')
    door.logAgain(tx, rows, 'oldest')
    door.settle(tx)
  }

  /** What was not accepted is written down before an account goes. */
  function purgeRevoked(): void {
    const due = access.due()
    for (const bucket of due) {
      const rescue = access.collectRescue(bucket)
      const file = rescue.changes.length > 0 ? parts.rescue(rescue) : null
      inTransaction((changed) => {
        if (file !== null) rescues.add(rescue, file)
        access.purge(bucket, changed)
      })
    }
    if (due.length > 0) parts.onPurged()
  }

  /** Lists of the workspace are changed by those who may; what others type stays on their device. */
  function keepReadOnlyHere(): void {
    sql
      .prepare(
        `INSERT INTO _set_aside (n, tbl, rowId, bucket, change, reason, isLocal, atMs, resolvedAtMs)
         SELECT n, tbl, rowId, bucket, '{}', 'read_only', 1, ?, ? FROM _change
         WHERE bucket = 'w' AND n > (SELECT lastAckedN FROM _device WHERE id = 1)
           AND (SELECT role FROM _cursor WHERE bucket = 'w') = 'viewer'
         ON CONFLICT (n) DO NOTHING`,
      )
      .run(parts.nowMs(), parts.nowMs())
  }

  async function finishJoin(): Promise<void> {
    if (readLink(sql)?.state !== 'joining') return
    await logAccountRows(joinParts)
    sql.prepare(`UPDATE _link SET state = 'on' WHERE id = 1`).run()
  }

  /** Everything was read: rows of the workspace that were made here may go up now. */
  async function pullThrough(): Promise<void> {
    brake.settle()
    noteDone(sql, parts.nowMs())
    const role = buckets().find(({ bucket }) => bucket === 'w')?.role
    if (role === undefined) return
    await logOtherRows(joinParts, { workspace: role === 'editor' || role === 'reviewer' })
  }

  return {
    outbox,
    shown,
    buckets,
    link: () => readLink(sql),
    device: () => readDevice(sql),
    helloBody(app) {
      const { epoch, accessVersion } = readDevice(sql)
      return JSON.stringify({ app, schema: syncSchemaVersion, epoch, accessVersion })
    },
    async takeHello(body) {
      const parsed = parseHelloAnswer(body)
      if (!parsed.ok) return { ok: false, why: 'bad_answer' }
      const { value: answer } = parsed
      const isServerOlder = answer.schema < syncSchemaVersion
      const done = { ok: 'hello', state: answer.state, isServerOlder } as const
      if (answer.state !== 'ok' || isServerOlder) return done
      if (outbox.hashAt(answer.mark.lastN) !== answer.mark.lastHash)
        return { ok: false, why: 'forked' }
      const { epoch } = readDevice(sql)
      inTransaction((changed) => {
        const { mark, access: listed } = answer
        const isRestored = epoch !== null && epoch !== answer.epoch
        if (isRestored) logLost(lowerToFloors(epochParts, mark.lastN, listed.buckets, changed))
        sql.prepare(`UPDATE _device SET epoch = ? WHERE id = 1`).run(answer.epoch)
        takeAccess(listed)
        if (isRestored) taker.showAllPending(changed)
      })
      parts.onTime(answer.nowMs)
      purgeRevoked()
      return done
    },
    pushBody(maxOps) {
      keepReadOnlyHere()
      const batch = outbox.cut(maxOps, limits.pushLength / 2)
      if (!batch) return null
      return JSON.stringify({ epoch: readDevice(sql).epoch, ...batch })
    },
    takePush(body) {
      const parsed = parsePushAnswer(body)
      if (!parsed.ok) return { ok: false, why: 'bad_answer' }
      const why = take(parsed.value)
      return why ? { ok: false, why } : { ok: 'push', hasMore: outbox.hasPending() }
    },
    pullBody(limitRows = pageRows) {
      const { epoch, accessVersion } = readDevice(sql)
      const wanted = buckets().filter(
        ({ role, state }) => role !== null && state !== revokedState && state !== brakedState,
      )
      const cursors = Object.fromEntries(wanted.map(({ bucket, cursor }) => [bucket, cursor]))
      const { pullBytes: limitBytes } = limits
      return JSON.stringify({ epoch, accessVersion, cursors, limitRows, limitBytes })
    },
    async takePull(body) {
      const parsed = parsePullAnswer(body)
      if (!parsed.ok) return { ok: false, why: 'bad_answer' }
      const hadAccess = readDevice(sql).accessVersion
      const why = take(parsed.value)
      if (why) return { ok: false, why }
      // New accounts came into sight: there is more to ask for.
      const hasMore = parsed.value.more || readDevice(sql).accessVersion !== hadAccess
      if (!hasMore) await pullThrough()
      return { ok: 'pull', hasMore }
    },
    resend(expected) {
      if (outbox.hashAt(expected) === undefined) return
      sql.transaction(() => requeueAfter(epochParts, expected)).immediate()
    },
    setAsideFirst() {
      const [first] = outbox.next(1)
      if (!first) return
      inTransaction((changed) => {
        sql
          .prepare(
            `INSERT INTO _set_aside (n, tbl, rowId, bucket, change, reason, isLocal, atMs)
             VALUES (?, ?, ?, ?, ?, 'too_large', 1, ?) ON CONFLICT (n) DO NOTHING`,
          )
          .run(first.n, first.tbl, first.id, first.b, JSON.stringify(first), parts.nowMs())
        outbox.cutChain(first.prevN)
        changed.set(first.tbl, new Map())
      })
    },
    async join(info) {
      const acquaintance = findAcquaintance(sql, info)
      if (acquaintance === 'other_member') throw new StoreError('other_member')
      if (acquaintance === 'again') inTransaction(() => resumeLink(sql, info))
      else {
        const before = readDevice(sql).memberId
        await adoptMember(joinParts, before, info.memberId, info.userName)
        inTransaction(() => beginLink(sql, info, parts.nowMs()))
      }
      parts.onIdentity(readDevice(sql))
      await finishJoin()
    },
    finishJoin,
    leave() {
      inTransaction(() => leaveLink(sql))
    },
    takeDirectory(members) {
      const shape = shapes.get('member')
      if (!shape) return
      inTransaction((changed) => {
        const rows = new Map()
        for (const { id, name } of members) {
          if (shown.find('member', id)) continue
          const row = {
            tbl: 'member',
            id,
            b: 'w',
            seq: 0,
            isDeleted: false,
            data: { name },
            texts: {},
          }
          rows.set(id, shown.show(row))
        }
        if (rows.size > 0) changed.set('member', rows)
      })
    },
    checksum(bucket) {
      const rows = sql
        .prepare(`SELECT tbl, rowId AS id, seq FROM _row WHERE bucket = ?`)
        .all(bucket)
      const sum = (rows as { tbl: string; id: string; seq: number }[]).reduce(
        addToChecksum,
        emptyChecksum,
      )
      return { ...sum, cursor: buckets().find((one) => one.bucket === bucket)?.cursor ?? 0 }
    },
    readShare() {
      const total = [...headOf.values()].reduce((sum, head) => sum + head, 0)
      const waiting = buckets().reduce(
        (sum, { bucket, cursor }) => sum + Math.max(0, (headOf.get(bucket) ?? 0) - cursor),
        0,
      )
      return waiting === 0 ? null : 1 - waiting / total
    },
    rescues: () => rescues.all(),
    forgetRescue: (atMs) => rescues.forget(atMs),
    readAgain: (bucket) => readAgain(sql, bucket),
    release: (bucket) => brake.release(bucket),
  }
}

function isSearched(changed: Changed, shapes: TableShapes): boolean {
  return [...changed.keys()].some((table) => (shapes.get(table)?.search.length ?? 0) > 0)
}
