import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { afterEach } from 'vitest'
import { openTestStore } from './store'
import type { TestStore } from './store'

/** Gives a function that opens stores and closes and removes them after each test. */
export function openedStores(): (root?: string) => TestStore {
  const opened: TestStore[] = []
  afterEach(() => {
    for (const test of opened.splice(0)) {
      try {
        test.close()
      } catch {
        // closed by the test
      }
      fs.rmSync(test.root, { recursive: true, force: true })
    }
  })
  return (root) => {
    const test = openTestStore(root)
    opened.push(test)
    return test
  }
}

/** What the change log holds past a change number, in the words of the write door. */
export interface ChangeLine {
  readonly n: number
  readonly tx: number
  readonly tbl: string
  readonly rowId: string
  readonly bucket: string
  readonly kind: string
  readonly body: Record<string, Record<string, unknown>>
  readonly prev: Record<string, Record<string, unknown>> | null
  readonly base: number
  readonly hlc: string
}

/** The change log, oldest first. */
export function changeLog(test: TestStore): ChangeLine[] {
  const rows = test.opened.services.db.sql.prepare('SELECT * FROM _change ORDER BY n').all()
  return (rows as (ChangeLine & { body: string; prev: string | null })[]).map((row) => ({
    ...row,
    body: JSON.parse(row.body),
    prev: row.prev === null ? null : JSON.parse(row.prev),
  }))
}

/** The change logged last. */
export function lastChange(test: TestStore): ChangeLine {
  return changeLog(test).at(-1)!
}

/** Every row of every table that is no bookkeeping, by table, sorted by id. */
export function allRows(test: TestStore): Record<string, unknown[]> {
  const { sql } = test.opened.services.db
  const tables = sql
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'`,
    )
    .all() as { name: string }[]
  const names = tables.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'))
  return Object.fromEntries(
    names.sort().map((name) => [name, sql.prepare(`SELECT * FROM "${name}" ORDER BY id`).all()]),
  )
}

/** One line per table: how many rows and a digest of them, for large stores. */
export function digestRows(test: TestStore): readonly string[] {
  return Object.entries(allRows(test)).map(([name, rows]) => {
    const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12)
    return `${name}: ${rows.length} rows ${digest}`
  })
}
