import fs from 'node:fs'
import path from 'node:path'
import { parseStamp } from '../../sync/clock'
import type { RecoveryReport } from '../action'
import { appContent } from '../content'
import type { StoreContent } from '../content'
import { StoreError } from '../errors'
import { migrate } from '../migrate'
import { replayChanges } from '../replay'
import type { LoggedChange } from '../write'
import { listBackups, verifyStore } from './backups'
import { syncFile, syncFolder } from './durable-file'
import { listMirrors } from './folder'
import type { StoreFolder } from './folder'
import { readMirrorsAfter } from './mirror-set'
import { openConnection } from './open'
import type { Connection } from './open'

/**
 * Puts a store back that cannot be read: the damaged files are copied to quarantine first, then the
 * newest backup that verifies takes their place and the mirror adds what came after it. Without a
 * backup the mirror alone makes the store again from its first change (`reliability.md` 5.4).
 * @throws StoreError `store_damaged` when neither can be read; nothing is deleted then.
 */
export function recoverStore(
  folder: StoreFolder,
  keyHex: string,
  nowMs: number,
  { migrations, shapes }: StoreContent = appContent,
): RecoveryReport {
  setAside(folder, nowMs)
  const backup = listBackups(folder.backups).find(({ file }) => isSound(file, keyHex)) ?? null
  const mirrored = readMirrorsAfter(folder, keyHex, backup?.lastN ?? 0)
  const reachesBack = listMirrors(folder)[0]?.afterN === 0
  if (!backup && !(reachesBack && mirrored.length > 0)) throw new StoreError('store_damaged')
  const rebuilt = `${folder.store}.new`
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(rebuilt + suffix, { force: true })
  if (backup) fs.copyFileSync(backup.file, rebuilt)
  const connection = openConnection(rebuilt, keyHex)
  let changesReplayed = 0
  let rowsKept = 0
  try {
    migrate(connection, migrations)
    if (!backup) restoreDevice(connection, mirrored[0])
    changesReplayed = replayChanges(connection, mirrored, shapes)
    const count = connection.prepare('SELECT count(DISTINCT rowId) AS n FROM _change').get()
    rowsKept = (count as { n: number }).n
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
  for (const suffix of ['-wal', '-shm']) fs.rmSync(folder.store + suffix, { force: true })
  syncFile(rebuilt)
  fs.renameSync(rebuilt, folder.store)
  syncFolder(folder.root)
  fs.rmSync(folder.damageMark, { force: true })
  const kind = 'restored_from_backup'
  return { kind, atMs: nowMs, backupAtMs: backup?.atMs ?? null, changesReplayed, rowsKept }
}

/** The first change of a store is its own member, stamped with its own node. */
function restoreDevice(connection: Connection, first: LoggedChange | undefined): void {
  const node = first && parseStamp(first.hlc)?.node
  if (!node || first.n !== 1 || first.tbl !== 'member') return
  connection
    .prepare('INSERT INTO _device (id, node, memberId) VALUES (1, ?, ?)')
    .run(node, first.rowId)
}

function setAside(folder: StoreFolder, nowMs: number): void {
  const place = path.join(folder.quarantine, String(nowMs))
  fs.mkdirSync(place, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) {
    const file = folder.store + suffix
    if (fs.existsSync(file)) fs.copyFileSync(file, path.join(place, path.basename(file)))
  }
}

function isSound(file: string, keyHex: string): boolean {
  try {
    verifyStore(file, keyHex)
    return true
  } catch {
    return false
  }
}
