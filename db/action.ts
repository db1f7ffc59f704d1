import type { z } from 'zod'
import type { MakeCsvEngine } from './formats/csv-engine'
import type { WritableDb } from './handles'
import type { SearchIndex } from './search'
import type { SyncServices } from './sync/control'
import type { WriteDoor } from './write'

/** What an action of the store may use. */
export interface StoreServices {
  readonly db: WritableDb
  readonly door: WriteDoor
  readonly search: SearchIndex
  readonly sync: SyncServices
  /** Cuts CSV text into records. */
  readonly makeCsvEngine: MakeCsvEngine
  nowMs(): number
  /** Makes a verified backup; gives its file name. */
  backUp(reason: string): Promise<string>
  /** What the store knows of itself, for Settings. */
  info(): StoreInfo
  /** Lets waiting calls in; long work awaits it between its pieces. */
  breathe(): Promise<void>
}

export interface StoreInfo {
  readonly memberId: string
  readonly node: string
  readonly sqliteVersion: string
  readonly cipher: string
  readonly sizeBytes: number
  readonly lastBackupAtMs: number | null
  readonly pendingChanges: number
  /** What was found and done when the store was opened; null = nothing to tell. */
  readonly recovery: RecoveryReport | null
}

/** What the start-up ladder did, in the words of `reliability.md` 5.4. */
export interface RecoveryReport {
  readonly kind: 'mirror_replayed' | 'restored_from_backup' | 'damaged'
  readonly atMs: number
  readonly backupAtMs: number | null
  readonly changesReplayed: number
  readonly rowsKept: number
}

/** A long call can tell how far it is and hear that it is no longer wanted. */
export interface ActionContext {
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** A call that is neither one command nor a live query: undo, search, drafts, import, backups. */
export interface Action<A = never, V = unknown> {
  readonly kind: 'action'
  readonly schema: z.ZodType
  run(services: StoreServices, args: A, context: ActionContext): V | Promise<V>
}

/** Declares an action. */
export function action<S extends z.ZodType, V>(
  schema: S,
  run: (services: StoreServices, args: z.output<S>, context: ActionContext) => V | Promise<V>,
): Action<z.output<S>, V> {
  return { kind: 'action', schema, run }
}
