import { parentPort, workerData } from 'node:worker_threads'
import { makeBackup, verifyStore } from '../db/node/backups'

/** One piece of heavy reading; a worker runs one and ends. */
export type HeavyTask =
  | {
      readonly kind: 'backUp'
      readonly file: string
      readonly folder: string
      readonly keyHex: string
      readonly atMs: number
    }
  | { readonly kind: 'verify'; readonly file: string; readonly keyHex: string }

const task = workerData as HeavyTask
try {
  const value =
    task.kind === 'backUp'
      ? makeBackup(task.file, task.folder, task.keyHex, task.atMs)
      : verifyStore(task.file, task.keyHex)
  parentPort!.postMessage({ value })
} catch (error) {
  parentPort!.postMessage({ error: { code: (error as { code?: string }).code } })
}
