import fs from 'node:fs'
import path from 'node:path'
import { openConnection } from './open'
import { syncFile, syncFolder } from './durable-file'

/** A verified copy of the store; it holds every change up to number `lastN`. */
export interface Backup {
  readonly file: string
  readonly atMs: number
  readonly lastN: number
}

/** Recent, daily and weekly copies kept (`reliability.md` 5.5). */
const keepRecent = 3
const keepDays = 7
const keepWeeks = 4
const dayMs = 86_400_000

/** The backups of a store folder, newest first: by change number, since a clock may go back. */
export function listBackups(folder: string): Backup[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .map((name) => ({ name, parts: /^(\d+)-(\d+)\.db$/.exec(name) }))
    .filter(({ parts }) => parts !== null)
    .map(({ name, parts }) => {
      return { file: path.join(folder, name), atMs: Number(parts![1]), lastN: Number(parts![2]) }
    })
    .sort((left, right) => right.lastN - left.lastN || right.atMs - left.atMs)
}

/**
 * Copies a store with `VACUUM INTO` (same key), verifies the copy and only then gives it its name.
 * Runs on its own read-only connection, so it can run beside the writer.
 */
export function makeBackup(store: string, folder: string, keyHex: string, atMs: number): Backup {
  fs.mkdirSync(folder, { recursive: true })
  const temporary = path.join(folder, `${atMs}.new`)
  fs.rmSync(temporary, { force: true })
  const source = openConnection(store, keyHex, { readonly: true })
  let lastN: number
  try {
    source.prepare('VACUUM INTO ?').run(temporary)
    syncFile(temporary)
    lastN = verifyStore(temporary, keyHex)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  } finally {
    source.close()
  }
  const file = path.join(folder, `${atMs}-${lastN}.db`)
  fs.renameSync(temporary, file)
  syncFolder(folder)
  return { file, atMs, lastN }
}

/** Reads every page of a store; gives the number of its last change. @throws what the driver finds. */
export function verifyStore(file: string, keyHex: string): number {
  const connection = openConnection(file, keyHex, { readonly: true })
  try {
    const found = connection.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw Object.assign(new Error('quick_check'), { code: 'SQLITE_CORRUPT' })
    const row = connection.prepare('SELECT coalesce(max(n), 0) AS n FROM _change').get()
    return (row as { n: number }).n
  } finally {
    connection.close()
  }
}

/** Removes the backups that the keeping rule does not need; never the last one. */
export function pruneBackups(folder: string, nowMs: number): void {
  const all = listBackups(folder)
  const kept = new Set(all.slice(0, keepRecent).map((backup) => backup.file))
  for (const [spanMs, count] of [
    [dayMs, keepDays],
    [7 * dayMs, keepWeeks],
  ] as const) {
    const spans = new Set<number>()
    for (const backup of all) {
      const span = Math.floor((nowMs - backup.atMs) / spanMs)
      if (span < 0 || span >= count || spans.has(span)) continue
      spans.add(span)
      kept.add(backup.file)
    }
  }
  for (const backup of all) if (!kept.has(backup.file)) fs.rmSync(backup.file, { force: true })
}
