import fs from 'node:fs'
import { generateKeyBetween } from 'fractional-indexing'
import { v5, v7 } from 'uuid'
import { formatStamp, makeNode, parseStamp, tickClock } from '../../sync/clock'
import type { RecoveryReport, StoreInfo, StoreServices } from '../action'
import { api } from '../api'
import { StoreError, toStoreError } from '../errors'
import { migrate, versionOf } from '../migrate'
import { migrations } from '../migrations'
import { replayChanges } from '../replay'
import { createSearchIndex } from '../search'
import { createServer } from '../serve'
import type { OperationTree, Port, Request, Server } from '../serve'
import { createWriteDoor } from '../write'
import type { Announcement, LoggedChange } from '../write'
import { listBackups, makeBackup, pruneBackups, verifyStore } from './backups'
import type { Backup } from './backups'
import { listMirrors, mirrorFile, storeFolder } from './folder'
import type { StoreFolder } from './folder'
import { openMirror, startMirror, trimMirror } from './mirror'
import type { Mirror } from './mirror'
import { openConnection, writableDb } from './open'
import type { Connection } from './open'
import { readAllMirrors, recoverStore } from './recover'

export interface StoreOptions {
  readonly root: string
  /** 64 hex digits. */
  readonly keyHex: string
  nowMs(): number
  random(): number
  /** Heavy reading (backup, verification) may run on another thread; it runs in place by default. */
  readonly heavy?: HeavyWork
  /** Told once when the store is found damaged while running. */
  onDamage?(): void
}

export interface HeavyWork {
  backUp(store: string, folder: string, keyHex: string, atMs: number): Promise<Backup>
  verify(file: string, keyHex: string): Promise<void>
}

export interface Store {
  readonly services: StoreServices
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
  const { root, keyHex, nowMs } = options
  fs.mkdirSync(root, { recursive: true })
  const folder = storeFolder(root)
  const opened = openOrRecover(folder, keyHex, nowMs())
  const { connection } = opened
  let { recovery } = opened
  const db = writableDb(connection)
  const device = readDevice(connection, options.random)
  const late = replayMissing(folder, connection, keyHex)
  if (late > 0 && !recovery)
    recovery = report('mirror_replayed', nowMs(), { changesReplayed: late })

  const search = createSearchIndex(db)
  let mirrorError: unknown = null
  const mirrorBroke = (error: unknown) => (mirrorError = error)
  let mirror = continueMirror(folder, connection, keyHex, mirrorBroke)
  let lastBackup = listBackups(folder.backups)[0] ?? null
  const ports = new Set<Port>()
  let server: Server | null = null
  let hlc = lastClock(connection, device.node)

  const door = createWriteDoor({
    db,
    memberId: device.memberId,
    nowMs,
    nextStamp: (atMs) => formatStamp((hlc = tickClock(hlc, atMs))),
    newId: () => v7(),
    stableId: (parentId, name) => v5(name, namespaceOf(parentId)),
    rankBetween: (before, after) => generateKeyBetween(before, after),
    onCommit(announcement: Announcement, changes: readonly LoggedChange[]) {
      mirror.append(changes)
      search.note(announcement)
      server?.announce(ports, announcement)
    },
  })

  async function backUp(): Promise<string> {
    await mirror.settled()
    const heavy = options.heavy ?? inPlace
    const backup = await heavy.backUp(folder.store, folder.backups, keyHex, nowMs())
    mirror = nextMirror(folder, mirror, backup, keyHex, mirrorBroke)
    lastBackup = backup
    pruneBackups(folder.backups, nowMs())
    pruneMirrors(folder)
    return backup.file
  }

  function info(): StoreInfo {
    const one = <T>(sql: string) => connection.prepare(sql).get() as T
    return {
      memberId: device.memberId,
      node: device.node,
      sqliteVersion: one<{ v: string }>('SELECT sqlite_version() AS v').v,
      cipher: 'sqlcipher',
      sizeBytes: fs.statSync(folder.store).size,
      lastBackupAtMs: lastBackup?.atMs ?? null,
      pendingChanges: one<{ n: number }>(
        'SELECT count(*) AS n FROM _change WHERE n > (SELECT lastAckedN FROM _device)',
      ).n,
      recovery,
    }
  }

  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
  const services: StoreServices = { db, door, search, nowMs, backUp, info, breathe }
  server = createServer(api as unknown as OperationTree, services, async () => {
    await mirror.settled()
    if (mirrorError !== null) throw toStoreError(mirrorError)
  })
  if (device.isNew) addFirstMember(door, device.memberId, nowMs())

  return {
    services,
    handle: (port, request) => server.handle(port, request),
    addPort: (port) => void ports.add(port),
    removePort: (port) => void ports.delete(port),
    async verify() {
      try {
        await (options.heavy ?? inPlace).verify(folder.store, keyHex)
        return true
      } catch {
        fs.writeFileSync(folder.damageMark, '')
        options.onDamage?.()
        return false
      }
    },
    async idle() {
      search.flush()
      connection.pragma('wal_checkpoint(TRUNCATE)')
      const isDue = nowMs() - (lastBackup?.atMs ?? 0) > 86_400_000
      const hasChanges = (lastBackup?.lastN ?? 0) < lastNumber(connection)
      if (isDue && hasChanges) await backUp()
    },
    close() {
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

const inPlace: HeavyWork = {
  backUp: async (store, folder, keyHex, atMs) => makeBackup(store, folder, keyHex, atMs),
  verify: async (file, keyHex) => void verifyStore(file, keyHex),
}

function openOrRecover(
  folder: StoreFolder,
  keyHex: string,
  atMs: number,
): { connection: Connection; recovery: RecoveryReport | null } {
  const isNew = !fs.existsSync(folder.store)
  const hasPast = listMirrors(folder).length > 0 || listBackups(folder.backups).length > 0
  let recovery: RecoveryReport | null = null
  if (fs.existsSync(folder.damageMark) || (isNew && hasPast))
    recovery = recoverStore(folder, keyHex, atMs)
  try {
    return { connection: openMigrated(folder, keyHex, atMs), recovery }
  } catch (error) {
    if (toStoreError(error).code !== 'store_damaged' || recovery) throw error
    recovery = recoverStore(folder, keyHex, atMs)
    return { connection: openMigrated(folder, keyHex, atMs), recovery }
  }
}

function openMigrated(folder: StoreFolder, keyHex: string, atMs: number): Connection {
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

function lastClock(connection: Connection, node: string) {
  const row = connection.prepare('SELECT hlc FROM _change ORDER BY n DESC LIMIT 1').get()
  const last = row ? parseStamp((row as { hlc: string }).hlc) : null
  return { ms: last?.ms ?? 0, counter: last?.counter ?? 0, node }
}

function lastNumber(connection: Connection): number {
  const row = connection.prepare('SELECT coalesce(max(n), 0) AS n FROM _change').get()
  return (row as { n: number }).n
}

/** Replays what the mirror holds past the store's last change: a damaged WAL dropped it silently. */
function replayMissing(folder: StoreFolder, connection: Connection, keyHex: string): number {
  const lastN = lastNumber(connection)
  const mirrored = readAllMirrors(folder, keyHex)
  if ((mirrored.at(-1)?.n ?? 0) <= lastN) return 0
  return replayChanges(
    connection,
    mirrored.filter((change) => change.n > lastN),
  )
}

function continueMirror(
  folder: StoreFolder,
  connection: Connection,
  keyHex: string,
  broke: (error: unknown) => void,
): Mirror {
  const newest = listMirrors(folder).at(-1)
  const file = newest?.file ?? mirrorFile(folder, lastNumber(connection))
  trimMirror(file, keyHex)
  return openMirror(file, keyHex, broke)
}

/** A backup may be older than the last change: the new mirror begins where the backup ends. */
function nextMirror(
  folder: StoreFolder,
  mirror: Mirror,
  backup: Backup,
  keyHex: string,
  broke: (error: unknown) => void,
): Mirror {
  mirror.close()
  const file = mirrorFile(folder, backup.lastN)
  const later = readAllMirrors(folder, keyHex).filter((change) => change.n > backup.lastN)
  if (!fs.existsSync(file)) startMirror(file)
  const next = openMirror(file, keyHex, broke)
  if (later.length > 0) next.append(later)
  return next
}

/** Mirrors older than the oldest backup kept are of no use; all others stay. */
function pruneMirrors(folder: StoreFolder): void {
  const oldest = listBackups(folder.backups).at(-1)
  if (!oldest) return
  const mirrors = listMirrors(folder)
  for (const [index, mirror] of mirrors.entries()) {
    const nextStart = mirrors[index + 1]?.afterN
    if (nextStart !== undefined && nextStart <= oldest.lastN) fs.rmSync(mirror.file)
  }
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
