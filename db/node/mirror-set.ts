import fs from 'node:fs'
import path from 'node:path'
import type { LoggedChange } from '../write'
import type { Backup } from './backups'
import { listMirrors, mirrorFile } from './folder'
import type { StoreFolder } from './folder'
import { openMirror, readMirror, readMirrorTail, startMirror } from './mirror'
import type { Mirror } from './mirror'
import type { Connection } from './open'

/** A file of the mirror that is longer is followed by a new one, so that opening stays quick. */
const fileMaxBytes = 4 * 1024 * 1024

/** The mirror of a store: files of changes, each named by the change number it follows. */
export interface MirrorSet {
  append(changes: readonly LoggedChange[]): void
  /** Settles when everything appended so far is on the disk (or was refused by it). */
  settled(): Promise<void>
  /** Reads what a recovery would read; gives whether all of the newest file is sound. */
  isSound(): boolean
  /** Begins a file that follows change `afterN`: after a backup that ends there. */
  startAfter(afterN: number): Promise<void>
  close(): void
}

/**
 * Continues the mirror of a store: what the store holds and the mirror does not (a crash between the
 * two, a damaged mirror) is added first, so that the mirror never has a hole.
 */
export function openMirrorSet(
  folder: StoreFolder,
  connection: Connection,
  keyHex: string,
): MirrorSet {
  const broke = (error: unknown) => console.error('store: the mirror is behind', codeOf(error))
  const newest = listMirrors(folder).at(-1)
  let file = newest?.file ?? mirrorFile(folder, lastNumber(connection))
  keepDamaged(folder, file, keyHex)
  const mirroredN = readMirrorTail(file, keyHex).lastN ?? newest?.afterN ?? lastNumber(connection)
  let current = openMirror(file, keyHex, broke)
  const missing = changesAfter(connection, mirroredN)
  if (missing.length > 0) current.append(missing)
  let lastN = missing.at(-1)?.n ?? mirroredN

  function startFile(afterN: number): Mirror {
    const old = current
    file = mirrorFile(folder, afterN)
    startMirror(file)
    current = openMirror(file, keyHex, broke)
    return old
  }

  async function leave(old: Mirror): Promise<void> {
    await old.settled()
    old.close()
  }

  return {
    append(changes) {
      if (current.sizeBytes > fileMaxBytes) void leave(startFile(lastN))
      current.append(changes)
      lastN = changes.at(-1)?.n ?? lastN
    },
    settled: () => current.settled(),
    isSound: () => readMirror(file, keyHex).isWhole,
    async startAfter(afterN) {
      if (file === mirrorFile(folder, afterN)) return
      const later = changesAfter(connection, afterN)
      const old = startFile(afterN)
      if (later.length > 0) current.append(later)
      await leave(old)
      await current.settled()
    },
    close: () => current.close(),
  }
}

/** The changes of all mirror files past number `afterN`, each number once. */
export function readMirrorsAfter(
  folder: StoreFolder,
  keyHex: string,
  afterN: number,
): LoggedChange[] {
  const byNumber = new Map<number, LoggedChange>()
  for (const { file } of filesFrom(folder, afterN))
    for (const change of readMirror(file, keyHex).changes)
      if (change.n > afterN) byNumber.set(change.n, change)
  return [...byNumber.values()].sort((left, right) => left.n - right.n)
}

/** Number of the last change that the mirror holds; 0 = none. */
export function lastMirroredNumber(folder: StoreFolder, keyHex: string): number {
  const mirrors = listMirrors(folder).slice(-2)
  return Math.max(0, ...mirrors.map(({ file }) => readMirrorTail(file, keyHex).lastN ?? 0))
}

/**
 * Removes the files that the oldest of several backups does not need. A single backup may turn out
 * to be damaged, so beside it the whole mirror stays.
 */
export function pruneMirrors(folder: StoreFolder, backups: readonly Backup[]): void {
  const oldestBackupN = backups.length > 1 ? backups.at(-1)!.lastN : 0
  const mirrors = listMirrors(folder)
  for (const [index, mirror] of mirrors.entries()) {
    const nextStart = mirrors[index + 1]?.afterN
    if (nextStart !== undefined && nextStart <= oldestBackupN) fs.rmSync(mirror.file)
  }
}

/** The files that may hold changes past `afterN`: a file ends at the latest where the next but one begins. */
function filesFrom(folder: StoreFolder, afterN: number): readonly { file: string }[] {
  const mirrors = listMirrors(folder)
  const first = mirrors.findLastIndex((mirror) => mirror.afterN <= afterN)
  return mirrors.slice(Math.max(0, first - 1))
}

/** A file with a damaged end is cut when it is continued; what it was is kept. */
function keepDamaged(folder: StoreFolder, file: string, keyHex: string): void {
  if (readMirrorTail(file, keyHex).isWhole) return
  fs.mkdirSync(folder.quarantine, { recursive: true })
  fs.copyFileSync(file, path.join(folder.quarantine, path.basename(file)))
}

function changesAfter(connection: Connection, afterN: number): LoggedChange[] {
  const rows = connection
    .prepare('SELECT * FROM _change WHERE n > ? ORDER BY n')
    .all(afterN) as (LoggedChange & { body: string; prev: string | null })[]
  return rows.map((row) => ({
    ...row,
    body: JSON.parse(row.body),
    prev: row.prev === null ? null : JSON.parse(row.prev),
  }))
}

/** Number of the store's last change; 0 = none. */
export function lastNumber(connection: Connection): number {
  const row = connection.prepare('SELECT coalesce(max(n), 0) AS n FROM _change').get()
  return (row as { n: number }).n
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? 'unknown')
}
