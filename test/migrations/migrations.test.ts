import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../../db/demo/random'
import { migrate, versionOf } from '../../db/migrate'
import type { Migration } from '../../db/migrate'
import { migrations } from '../../db/migrations'
import { openConnection } from '../../db/node/open'
import type { Connection } from '../../db/node/open'
import { makeTestFolder } from '../support/folder'
import { testKey } from '../support/store'

let folder = ''
let file = ''
beforeEach(() => {
  folder = makeTestFolder()
  file = path.join(folder, 'store.db')
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

function tablesOf(connection: Connection): string[] {
  const rows = connection
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all() as { name: string }[]
  return rows.map(({ name }) => name)
}

/** One row in every table, each column filled with something that fits its type. */
function fillTables(connection: Connection): void {
  for (const table of tablesOf(connection)) {
    const columns = connection
      .prepare(`SELECT name, type FROM pragma_table_info(?)`)
      .all(table) as {
      name: string
      type: string
    }[]
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    const values = columns.map(({ name, type }) => (type === 'text' ? `'${name} łódź'` : '7'))
    connection.exec(`INSERT INTO "${table}" (${names}) VALUES (${values.join(', ')})`)
  }
}

function rowsOf(connection: Connection, tables: readonly string[]): Record<string, object> {
  return Object.fromEntries(
    tables.map((table) => [
      table,
      connection.prepare(`SELECT * FROM "${table}"`).all()[0] as object,
    ]),
  )
}

describe.each(migrations.map((migration, index) => [migration.name, index] as const))(
  'migration %s',
  (_name, index) => {
    it('keeps every value that was there before it', () => {
      const connection = openConnection(file, testKey)
      migrate(connection, migrations.slice(0, index))
      fillTables(connection)
      const tables = tablesOf(connection)
      const before = rowsOf(connection, tables)
      migrate(connection, migrations.slice(0, index + 1))
      expect(versionOf(connection)).toBe(migrations[index]!.version)
      expect(rowsOf(connection, tables)).toMatchObject(before)
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
      connection.close()
    })
  },
)

describe('migrating', () => {
  it('does nothing to a store that is up to date', () => {
    const connection = openConnection(file, testKey)
    migrate(connection, migrations)
    const schema = connection.prepare('SELECT sql FROM sqlite_master').all()
    migrate(connection, migrations)
    expect(connection.prepare('SELECT sql FROM sqlite_master').all()).toEqual(schema)
    connection.close()
  })

  it('refuses a store that a newer app wrote, and changes nothing in it', () => {
    const connection = openConnection(file, testKey)
    migrate(connection, migrations)
    connection.exec('PRAGMA user_version = 9999')
    expect(() => migrate(connection, migrations)).toThrow('store_newer')
    expect(versionOf(connection)).toBe(9999)
    connection.close()
  })

  it('leaves the old version when one statement of several migrations fails', () => {
    const connection = openConnection(file, testKey)
    migrate(connection, migrations.slice(0, 1))
    const next = (version: number, sql: string): Migration => ({ version, name: `${version}`, sql })
    const broken = [
      ...migrations.slice(0, 1),
      next(2, 'CREATE TABLE `extra` (`id` text)'),
      next(3, 'ALTER TABLE `nowhere` ADD `x` text'),
    ]
    expect(() => migrate(connection, broken)).toThrow()
    expect(versionOf(connection)).toBe(1)
    expect(tablesOf(connection)).not.toContain('extra')
    connection.close()
  })

  it.each([
    'DROP TABLE `account`',
    'DELETE FROM `account`',
    'ALTER TABLE `account` RENAME TO `a`',
    'UPDATE `account` SET `name` = 1',
  ])('refuses to %s', (sql) => {
    const connection = openConnection(file, testKey)
    const all = [...migrations, { version: 10_000, name: 'harm', sql }]
    expect(() => migrate(connection, all)).toThrow('internal')
    expect(versionOf(connection)).toBe(0)
    connection.close()
  })
})

describe('a kill in the middle of a migration', () => {
  const seed = 60
  const rounds = 20

  it(`leaves the old version or the new one, never something between (seed ${seed})`, async () => {
    const script = await bundleMigrator(folder)
    const random = createRandom(seed)
    const versions: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const store = path.join(folder, `store-${round}.db`)
      const before = openConnection(store, testKey)
      migrate(before, migrations.slice(0, 1))
      fillTables(before)
      const tables = tablesOf(before)
      const rows = rowsOf(before, tables)
      before.close()
      await killWhileMigrating(script, store, random.whole(0, 12))
      const after = openConnection(store, testKey)
      versions.push(versionOf(after))
      expect([1, migrations.at(-1)!.version]).toContain(versionOf(after))
      migrate(after, migrations)
      expect(versionOf(after)).toBe(migrations.at(-1)!.version)
      expect(rowsOf(after, tables)).toMatchObject(rows)
      after.close()
    }
    fs.rmSync(path.dirname(script), { recursive: true, force: true })
    console.log(
      `${versions.filter((version) => version === 1).length} of ${rounds} kills came before the commit`,
    )
  }, 120_000)
})

/** The migrator as one file for a process of its own, below the project so that it finds the driver. */
async function bundleMigrator(into: string): Promise<string> {
  const outDir = path.resolve('node_modules', '.jetway-test', path.basename(into))
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.resolve('test/support/migrator.ts'),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'migrator.mjs' } },
    },
  })
  return path.join(outDir, 'migrator.mjs')
}

/** Starts the migration in a process that is killed some moments after it says that it begins. */
async function killWhileMigrating(script: string, store: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [script, store, testKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  setTimeout(() => child.kill('SIGKILL'), afterMs)
  await ended
}
