import fs from 'node:fs'
import path from 'node:path'

/** The files of one workspace on this device. */
export interface StoreFolder {
  readonly root: string
  readonly store: string
  readonly backups: string
  readonly quarantine: string
  /** What was kept of accounts that were taken off this device. */
  readonly rescue: string
  /** Left when damage was found while running; the next start restores. */
  readonly damageMark: string
  readonly lock: string
}

export function storeFolder(root: string): StoreFolder {
  return {
    root,
    store: path.join(root, 'store.db'),
    backups: path.join(root, 'backups'),
    quarantine: path.join(root, 'quarantine'),
    rescue: path.join(root, 'rescue'),
    damageMark: path.join(root, 'damaged'),
    lock: path.join(root, 'store.lock'),
  }
}

/** The mirror file whose changes follow number `afterN`. */
export function mirrorFile(folder: StoreFolder, afterN: number): string {
  return path.join(folder.root, `mirror-${afterN}.log`)
}

/** Mirror files, oldest first, each with the change number they follow. */
export function listMirrors(folder: StoreFolder): { file: string; afterN: number }[] {
  if (!fs.existsSync(folder.root)) return []
  return fs
    .readdirSync(folder.root)
    .map((name) => ({ name, parts: /^mirror-(\d+)\.log$/.exec(name) }))
    .filter(({ parts }) => parts !== null)
    .map(({ name, parts }) => ({ file: path.join(folder.root, name), afterN: Number(parts![1]) }))
    .sort((left, right) => left.afterN - right.afterN)
}
