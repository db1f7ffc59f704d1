/**
 * Every error that can cross a border of the store. The page puts each code into words
 * (`renderer/app/strings.ts`, keys `error.<code>`); `fields` fill the sentence.
 */
export const storeErrorCodes = [
  'not_found', // the row is not in the store (any more)
  'bad_arguments', // the arguments do not fit the operation's schema
  'unknown_operation',
  'would_be_cycle', // the move would put a seat under itself
  'top_five_full', // five people are marked already
  'reason_needed', // leaving a person out of a visit needs a reason
  'needs_words', // an outside file or typed value cannot be used; `why` says what and where
  'nothing_to_undo',
  'nothing_to_redo',
  'value_moved_on', // undo would overwrite a value that is no longer ours
  'file_unreadable', // a file could not be read or is not what it says
  'too_large',
  'invitation_unusable', // used, expired, or not an invitation link
  'server_insecure', // an address without https that is not this machine
  'server_unreachable',
  'already_joined', // the workspace is linked to a server already
  'other_member', // this folder of data belongs to another member of the same workspace
  'cancelled',
  'disk_full',
  'disk_error',
  'store_locked', // wrong passphrase, key or recovery code
  'store_damaged',
  'store_newer', // the file was written by a newer version of the app
  'store_gone', // the store process ended while the call was under way
  'invitation_refused', // the server made no invitation: no network, or not an administrator
  'internal',
] as const

export type StoreErrorCode = (typeof storeErrorCodes)[number]

/** An error of the closed list above. `message` is for logs: it holds the code only, never data. */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    readonly fields: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
    this.name = 'StoreError'
  }
}

/** Turns anything thrown inside the store into an error of the closed list. */
export function toStoreError(thrown: unknown): StoreError {
  if (thrown instanceof StoreError) return thrown
  const code = (thrown as { code?: unknown } | null)?.code
  if (typeof code === 'string') {
    if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return new StoreError('disk_full')
    if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return new StoreError('disk_error')
    if (code.startsWith('SQLITE_CORRUPT')) return new StoreError('store_damaged')
    if (code.startsWith('SQLITE_NOTADB')) return new StoreError('store_damaged')
    if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return new StoreError('disk_error')
  }
  return new StoreError('internal', { detail: thrown instanceof Error ? thrown.name : 'unknown' })
}

export function assertNever(value: never): never {
  throw new StoreError('internal', { detail: `unexpected ${typeof value}` })
}
