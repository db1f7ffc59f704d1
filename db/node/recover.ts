import fs from 'node:fs'
import path from 'node:path'
import type { RecoveryReport } from '../action'
import { StoreError } from '../errors'
import { migrate } from '../migrate'
import { migrations } from '../migrations'
import { replayChanges } from '../replay'
import type { LoggedChange } from '../write'
import { listBackups, verifyStore } from './backups'
import { syncFolder } from './durable-file'
import { listMirrors } from './folder'
import type { StoreFolder } from './folder'
import { readMirror } from './mirror'
import { openConnection } from './open'

/**
 * Puts a store back that cannot be read: the damaged files are copied to quarantine first, then the
 * newest backup that verifies takes their place and the mirror adds what came after it. Without a
 * backup the mirror alone makes the store again from its first change (`reliability.md` 5.4).
 * @throws StoreError `store_damaged` when neither can be read; nothing is deleted then.
 */
export function recoverStore(folder: StoreFolder, keyHex: string, nowMs: number): RecoveryReport {
  setAside(folder, nowMs)
  const mirrored = readAllMirrors(folder, keyHex)
  const backup = listBackups(folder.backups).find(({ file }) => isSound(file, keyHex)) ?? null
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
    changesReplayed = replayChanges(connection, mirrored)
    const count = connection.prepare('SELECT count(DISTINCT rowId) AS n FROM _change').get()
    rowsKept = (count as { n: number }).n
    connection.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
  for (const suffix of ['-wal', '-shm']) fs.rmSync(folder.store + suffix, { force: true })
  fs.renameSync(rebuilt, folder.store)
  syncFolder(folder.root)
  fs.rmSync(folder.damageMark, { force: true })
  const kind = 'restored_from_backup'
  return { kind, atMs: nowMs, backupAtMs: backup?.atMs ?? null, changesReplayed, rowsKept }
}

/** The changes of all mirrors, each number once. */
export function readAllMirrors(folder: StoreFolder, keyHex: string): LoggedChange[] {
  const byNumber = new Map<number, LoggedChange>()
  for (const { file } of listMirrors(folder))
    for (const change of readMirror(file, keyHex).changes) byNumber.set(change.n, change)
  return [...byNumber.values()].sort((left, right) => left.n - right.n)
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
