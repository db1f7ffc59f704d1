import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { generateKeyBetween } from 'fractional-indexing'
import { v5, v7 } from 'uuid'
import { formatStamp, makeNode, parseStamp, receiveTime, tickClock } from '../../sync/clock'
import type { RecoveryReport, StoreInfo, StoreServices } from '../action'
import { api } from '../api'
import { appContent } from '../content'
import type { StoreContent } from '../content'
import { StoreError, toStoreError } from '../errors'
import { migrate, versionOf } from '../migrate'
import { replayChanges } from '../replay'
import { createSearchIndex } from '../search'
import { createServer } from '../serve'
import type { OperationTree, Port, Request, Server } from '../serve'
import { createSyncDoor } from '../sync/door'
import type { SyncControl } from '../sync/control'
import type { SyncDoor } from '../sync/door'
import type { Rescue } from '../sync/access'
import { createWriteDoor } from '../write'
import type { Announcement, LoggedChange } from '../write'
import { makeCsvEngine } from './csv-engine'
import { listBackups, makeBackup, pruneBackups, verifyStore } from './backups'
import type { Backup } from './backups'
import { writeFileDurably } from './durable-file'
import { listMirrors, storeFolder } from './folder'
import type { StoreFolder } from './folder'
import {
  lastMirroredNumber,
  lastNumber,
  openMirrorSet,
  pruneMirrors,
  readMirrorsAfter,
} from './mirror-set'
import { openConnection, writableDb } from './open'
import type { Connection } from './open'
import { recoverStore } from './recover'

export interface StoreOptions {
  readonly root: string
  /** 64 hex digits. */
  readonly keyHex: string
  nowMs(): number
  random(): number
  /** The app's own by default. */
  readonly content?: StoreContent
  /** Heavy reading (backup, verification) may run on another thread; it runs in place by default. */
  readonly heavy?: HeavyWork
  /** Told after each commit of changes made here. */
  onWritten?(): void
  /** Told once when the store is found damaged while running. */
  onDamage?(): void
}

export interface HeavyWork {
  backUp(store: string, folder: string, keyHex: string, atMs: number): Promise<Backup>
  verify(file: string, keyHex: string): Promise<void>
}

export interface Store {
  readonly services: StoreServices
  /** What a server says enters here. */
  readonly sync: SyncDoor
  /** The driver of the link, once it is there. */
  setControl(control: SyncControl): void
  /** Tells every window to ask again for queries over these names. */
  tellStale(names: readonly string[]): void
  /** Answers requests that come in on a port. */
  handle(port: Port, request: Request): Promise<void>
  addPort(port: Port): void
  removePort(port: Port): void
  /** Reads every page; when one is damaged the store is marked for recovery. Gives whether it is sound. */
  verify(): Promise<boolean>
  /** Work for quiet moments: search index, checkpoint, the day's backup. */
  idle(): Promise<void>
  close(): void
}

/** Opens the store of a workspace by the start-up ladder, made when absent. */
export function openStore(options: StoreOptions): Store {
  const { root, keyHex, nowMs, content = appContent } = options
  fs.mkdirSync(root, { recursive: true })
  const folder = storeFolder(root)
  const recover = () => recoverStore(folder, keyHex, nowMs(), content)
  const recovery = isLost(folder) ? recover() : null
  try {
    return openFile(options, folder, content, recovery)
  } catch (error) {
    if (recovery || toStoreError(error).code !== 'store_damaged') throw error
    return openFile(options, folder, content, recover())
  }
}

function openFile(
  options: StoreOptions,
  folder: StoreFolder,
  content: StoreContent,
  recovery: RecoveryReport | null,
): Store {
  const connection = openMigrated(folder, options.keyHex, options.nowMs(), content)
  try {
    return runStore(options, folder, content, connection, recovery)
  } catch (error) {
    connection.close()
    throw error
  }
}

function runStore(
  options: StoreOptions,
  folder: StoreFolder,
  content: StoreContent,
  connection: Connection,
  recovered: RecoveryReport | null,
): Store {
  const { keyHex, nowMs } = options
  const { shapes } = content
  let recovery = recovered
  const db = writableDb(connection)
  const device = readDevice(connection, options.random)
  const identity = { memberId: device.memberId, node: device.node }
  const late = replayMissing(folder, connection, keyHex, content)
  if (late > 0 && !recovery)
    recovery = report('mirror_replayed', nowMs(), { changesReplayed: late })

  const search = createSearchIndex(db, shapes)
  const mirror = openMirrorSet(folder, connection, keyHex)
  let lastBackup = listBackups(folder.backups)[0] ?? null
  const ports = new Set<Port>()
  let server: Server | null = null
  let hlc = lastClock(connection, device.node)

  const door = createWriteDoor({
    db,
    shapes,
    get memberId() {
      return identity.memberId
    },
    textClientId: Math.floor(options.random() * 2 ** 32),
    nowMs,
    nextStamp: (atMs) => formatStamp((hlc = tickClock(hlc, atMs))),
    oldestStamp: () => formatStamp({ ms: 0, counter: 0, node: identity.node }),
    newId: () => v7(),
    stableId: (parentId, name) => v5(name, namespaceOf(parentId)),
    rankBetween: (before, after) => generateKeyBetween(before, after),
    onCommit(announcement: Announcement, changes: readonly LoggedChange[]) {
      mirror.append(changes)
      search.note(announcement)
      server?.announce(ports, announcement)
      options.onWritten?.()
    },
  })

  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
  const sync = createSyncDoor({
    sql: db.sql,
    shapes,
    door,
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    nowMs,
    breathe,
    onCommit(announcement) {
      search.note(announcement)
      // A first reading of thousands of rows is not kept in memory for a quiet moment.
      if (countRows(announcement) > searchedAtOnce) search.flush()
      server?.announce(ports, announcement)
    },
    onTime: (serverNowMs) => void (hlc = receiveTime(hlc, serverNowMs, serverNowMs)),
    onIdentity({ memberId, node }) {
      Object.assign(identity, { memberId, node })
      hlc = { ...hlc, node }
    },
    rescue: (rescue) => writeRescue(folder, rescue),
    onPurged: () =>
      void forgetOldCopies().catch((error: unknown) =>
        console.error('store: old copies stay', toStoreError(error).code),
      ),
  })

  async function backUp(): Promise<string> {
    await mirror.settled()
    const heavy = options.heavy ?? inPlace
    const backup = await heavy.backUp(folder.store, folder.backups, keyHex, nowMs())
    await mirror.startAfter(backup.lastN)
    lastBackup = backup
    pruneBackups(folder.backups, nowMs())
    pruneMirrors(folder, listBackups(folder.backups))
    return backup.file
  }

  /**
   * An account that went away leaves the backups and mirrors too: two fresh, verified backups take
   * the place of all older ones, and with them the mirrors from before end.
   */
  async function forgetOldCopies(): Promise<void> {
    await backUp()
    await backUp()
    for (const { file } of listBackups(folder.backups).slice(2)) fs.rmSync(file, { force: true })
    pruneMirrors(folder, listBackups(folder.backups))
  }

  function info(): StoreInfo {
    const one = <T>(sql: string) => connection.prepare(sql).get() as T
    return {
      memberId: identity.memberId,
      node: identity.node,
      sqliteVersion: one<{ v: string }>('SELECT sqlite_version() AS v').v,
      cipher: 'sqlcipher',
      sizeBytes: fs.statSync(folder.store).size,
      lastBackupAtMs: lastBackup?.atMs ?? null,
      // By number, since counting reads every change there is.
      pendingChanges: one<{ n: number }>(
        'SELECT max(0, (SELECT coalesce(max(n), 0) FROM _change) - lastAckedN) AS n FROM _device',
      ).n,
      recovery,
    }
  }

  let control: SyncControl | null = null
  const services: StoreServices = {
    sync: { door: sync, control: () => control },
    db,
    door,
    search,
    nowMs,
    backUp,
    info,
    breathe,
    makeCsvEngine,
  }
  server = createServer(api as unknown as OperationTree, services, () => mirror.settled())
  if (device.isNew && shapes.has('member')) addFirstMember(door, device.memberId, nowMs())
  takeBackOpenSteps(connection, door)

  return {
    services,
    sync,
    setControl: (driver) => void (control = driver),
    tellStale(names) {
      for (const port of ports) port.postMessage({ stale: names })
    },
    handle: (port, request) => server.handle(port, request),
    addPort: (port) => void ports.add(port),
    removePort: (port) => void ports.delete(port),
    async verify() {
      try {
        await (options.heavy ?? inPlace).verify(folder.store, keyHex)
      } catch (error) {
        const { code } = toStoreError(error)
        if (code !== 'store_damaged') {
          console.error('store: could not be verified', code)
          return true
        }
        fs.writeFileSync(folder.damageMark, '')
        options.onDamage?.()
        return false
      }
      if (!mirror.isSound()) await backUp()
      return true
    },
    async idle() {
      search.flush()
      connection.pragma('wal_checkpoint(TRUNCATE)')
      const isDue = nowMs() - (lastBackup?.atMs ?? 0) > 86_400_000
      const hasChanges = (lastBackup?.lastN ?? 0) < lastNumber(connection)
      if (isDue && hasChanges) await backUp()
    },
    close() {
      if (!connection.open) return
      mirror.close()
      try {
        search.flush()
        connection.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        connection.close()
      }
    },
  }
}

/** Rows of a page that are indexed at once. */
const searchedAtOnce = 300

function countRows(announcement: Announcement): number {
  return Object.values(announcement).reduce((sum, { rows }) => sum + rows.length, 0)
}

/** What an account that went away still held of the user's own, readable without the app. */
function writeRescue(folder: StoreFolder, rescue: Rescue): string {
  fs.mkdirSync(folder.rescue, { recursive: true, mode: 0o700 })
  const name = rescue.name.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 60) || 'account'
  const file = path.join(folder.rescue, `${name}-${rescue.atMs}.json`)
  writeFileDurably(file, `${JSON.stringify(rescue, null, 2)}\n`)
  return file
}

const inPlace: HeavyWork = {
  backUp: async (store, folder, keyHex, atMs) => makeBackup(store, folder, keyHex, atMs),
  verify: async (file, keyHex) => void verifyStore(file, keyHex),
}

/** Damage was found while running, or the file is gone although there was one. */
function isLost(folder: StoreFolder): boolean {
  if (fs.existsSync(folder.damageMark)) return true
  const hasPast = listMirrors(folder).length > 0 || listBackups(folder.backups).length > 0
  return hasPast && !fs.existsSync(folder.store)
}

function openMigrated(
  folder: StoreFolder,
  keyHex: string,
  atMs: number,
  { migrations }: StoreContent,
): Connection {
  const connection = openConnection(folder.store, keyHex)
  try {
    const version = versionOf(connection)
    if (version > 0 && version < (migrations.at(-1)?.version ?? 0))
      makeBackup(folder.store, folder.backups, keyHex, atMs)
    migrate(connection, migrations)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

interface Device {
  readonly node: string
  readonly memberId: string
  readonly isNew: boolean
}

function readDevice(connection: Connection, random: () => number): Device {
  const row = connection.prepare('SELECT node, memberId FROM _device WHERE id = 1').get()
  if (row) return { ...(row as { node: string; memberId: string }), isNew: false }
  const device = { node: makeNode(random), memberId: v7() }
  connection
    .prepare('INSERT INTO _device (id, node, memberId) VALUES (1, ?, ?)')
    .run(device.node, device.memberId)
  return { ...device, isNew: true }
}

function addFirstMember(door: StoreServices['door'], memberId: string, nowMs: number): void {
  const tx = door.open('member.create')
  const values = { id: memberId, name: '', createdAtMs: nowMs }
  door.append(tx, [{ kind: 'insert', table: 'member', id: memberId, values }])
  door.settle(tx)
}

/** A step that was open when the app died is half of something: none of it stays. */
function takeBackOpenSteps(connection: Connection, door: StoreServices['door']): void {
  const open = connection.prepare(`SELECT tx FROM _step WHERE state = 'open' ORDER BY tx DESC`)
  for (const { tx } of open.all() as { tx: number }[]) door.abandon(tx)
}

function lastClock(connection: Connection, node: string) {
  // Stamps of time 0 (rows logged again) say nothing about the clock.
  const row = connection
    .prepare(`SELECT hlc FROM _change WHERE hlc > '000000000001' ORDER BY n DESC LIMIT 1`)
    .get()
  const last = row ? parseStamp((row as { hlc: string }).hlc) : null
  return { ms: last?.ms ?? 0, counter: last?.counter ?? 0, node }
}

/** Replays what the mirror holds past the store's last change: a damaged WAL dropped it silently. */
function replayMissing(
  folder: StoreFolder,
  connection: Connection,
  keyHex: string,
  { shapes }: StoreContent,
): number {
  const lastN = lastNumber(connection)
  if (lastMirroredNumber(folder, keyHex) <= lastN) return 0
  return replayChanges(connection, readMirrorsAfter(folder, keyHex, lastN), shapes)
}

function report(
  kind: RecoveryReport['kind'],
  atMs: number,
  figures: Partial<RecoveryReport>,
): RecoveryReport {
  return { kind, atMs, backupAtMs: null, changesReplayed: 0, rowsKept: 0, ...figures }
}

function namespaceOf(parentId: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(parentId))
    throw new StoreError('bad_arguments', { what: 'id' })
  return parentId
}
