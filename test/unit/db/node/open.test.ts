import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toStoreError } from '../../../../db/errors'
import { applicationId, openConnection } from '../../../../db/node/open'
import { makeTestFolder } from '../../../support/folder'
import { testKey } from '../../../support/store'

let folder = ''
let file = ''
beforeEach(() => {
  folder = makeTestFolder()
  file = path.join(folder, 'store.db')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function codeOf(body: () => unknown): string {
  try {
    body()
    return 'nothing was thrown'
  } catch (error) {
    return toStoreError(error).code
  }
}

describe('a connection', () => {
  it('has the pragmas that keep what was saved and leak nothing', () => {
    const connection = openConnection(file, testKey)
    const read = (name: string) => connection.pragma(name, { simple: true })
    const found = Object.fromEntries(
      [
        'journal_mode',
        'synchronous',
        'temp_store',
        'secure_delete',
        'foreign_keys',
        'trusted_schema',
        'cell_size_check',
        'recursive_triggers',
        'mmap_size',
        'application_id',
      ].map((name) => [name, read(name)]),
    )
    connection.close()
    expect(found).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      temp_store: 2,
      secure_delete: 1,
      foreign_keys: 0,
      trusted_schema: 0,
      cell_size_check: 1,
      recursive_triggers: 1,
      mmap_size: 0,
      application_id: applicationId,
    })
  })

  it('writes a file that begins with nothing known', () => {
    openConnection(file, testKey).close()
    expect(fs.readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  })

  it('to a file under another key, or to one that is no store, is refused as damaged', () => {
    const connection = openConnection(file, testKey)
    connection.exec('CREATE TABLE t (x)')
    connection.close()
    expect(codeOf(() => openConnection(file, 'f'.repeat(64)))).toBe('store_damaged')
    fs.writeFileSync(file, 'Dear diary, '.repeat(1000))
    expect(codeOf(() => openConnection(file, testKey))).toBe('store_damaged')
  })

  it('to a database of another program under our key is refused', () => {
    const foreign = new Database(file)
    foreign.pragma(`cipher='sqlcipher'`)
    foreign.pragma(`legacy=4`)
    foreign.pragma(`key="x'${testKey}'"`)
    foreign.pragma('application_id = 7')
    foreign.exec('CREATE TABLE t (x)')
    foreign.close()
    expect(codeOf(() => openConnection(file, testKey))).toBe('file_unreadable')
  })

  it.each(['', 'abc', 'G'.repeat(64), `${'a'.repeat(64)}'; DROP TABLE x`])(
    'is never tried with a key that is none (%j)',
    (key) => {
      expect(codeOf(() => openConnection(file, key))).toBe('store_locked')
      expect(fs.existsSync(file)).toBe(false)
    },
  )

  it('that only reads cannot write', () => {
    openConnection(file, testKey).close()
    const reader = openConnection(file, testKey, { readonly: true })
    expect(codeOf(() => reader.exec('CREATE TABLE t (x)'))).toBe('disk_error')
    reader.close()
  })

  it('runs on a SQLite without the WAL-reset bug', () => {
    const connection = openConnection(file, testKey)
    const row = connection.prepare('SELECT sqlite_version() AS version').get() as {
      version: string
    }
    connection.close()
    const [major, minor] = row.version.split('.').map(Number)
    expect(major! * 1000 + minor!).toBeGreaterThanOrEqual(3051)
  })
})
