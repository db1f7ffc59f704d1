import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { StoreError } from '../errors'
import type { WritableDb } from '../handles'

export type Connection = Database.Database

/** Marks our files: 'Jtwy'. */
export const applicationId = 0x4a747779

/** Oldest SQLite without the WAL-reset bug (`reliability.md` 1). */
const sqliteFloor = [3, 51, 3] as const

/** Set on every open and read back; a store that does not obey does not open (`reliability.md` 5.1). */
const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  temp_store: 2,
  secure_delete: 1,
  foreign_keys: 0,
  trusted_schema: 0,
  cell_size_check: 1,
  recursive_triggers: 1,
  mmap_size: 0,
  wal_autocheckpoint: 1000,
  // KiB: a page out of the cache is decrypted and verified again at each read.
  cache_size: -65_536,
  journal_size_limit: 16_777_216,
} as const

/**
 * Opens an encrypted store file, made when absent.
 * @param keyHex 64 hex digits: the raw SQLCipher key, no derivation.
 * @throws StoreError `store_damaged` when the file cannot be read with this key.
 */
export function openConnection(
  file: string,
  keyHex: string,
  options: { readonly readonly?: boolean } = {},
): Connection {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new StoreError('store_locked')
  const connection = new Database(file, { readonly: options.readonly ?? false, timeout: 5000 })
  try {
    connection.pragma(`cipher='sqlcipher'`)
    connection.pragma(`legacy=4`)
    connection.pragma(`key="x'${keyHex}'"`)
    connection.prepare('SELECT count(*) FROM sqlite_master').get()
    requireVersion(connection)
    if (!options.readonly) setPragmas(connection)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The handle for the write door, made here and nowhere else. */
export function writableDb(connection: Connection): WritableDb {
  return { sql: connection, read: drizzle(connection) } as unknown as WritableDb
}

function setPragmas(connection: Connection): void {
  if (process.platform === 'darwin') {
    connection.pragma('fullfsync = 1')
    connection.pragma('checkpoint_fullfsync = 1')
  }
  for (const [name, wanted] of Object.entries(pragmas)) {
    connection.pragma(`${name} = ${wanted}`)
    const found = connection.pragma(name, { simple: true })
    if (String(found).toLowerCase() !== String(wanted))
      throw new StoreError('internal', { detail: `pragma ${name}` })
  }
  const owner = connection.pragma('application_id', { simple: true }) as number
  if (owner === 0) connection.pragma(`application_id = ${applicationId}`)
  else if (owner !== applicationId) throw new StoreError('file_unreadable')
}

function requireVersion(connection: Connection): void {
  const { version } = connection.prepare('SELECT sqlite_version() AS version').get() as {
    version: string
  }
  const parts = version.split('.').map(Number)
  for (const [index, floor] of sqliteFloor.entries()) {
    const part = parts[index] ?? 0
    if (part > floor) return
    if (part < floor) throw new StoreError('internal', { detail: `sqlite ${version}` })
  }
}
