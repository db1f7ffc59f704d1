import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore } from '../../../support/store'
import type { TestStore } from '../../../support/store'

let test: TestStore
beforeEach(() => {
  test = openTestStore()
  const { sql } = test.opened.services.db
  const insert = sql.prepare(
    `INSERT INTO conflict (id, rowTable, rowId, field, kind, kept, lost, lostAtMs)
     VALUES (?, 'person', 'p1', 'name', 'edit', '{"name":"Anna"}', '{"name":"Anne"}', ?)`,
  )
  const state = sql.prepare(
    `INSERT INTO _row (tbl, rowId, bucket, seq) VALUES ('conflict', ?, 'a:one', 7)`,
  )
  for (const [id, atMs] of [
    ['c1', 1000],
    ['c2', 2000],
  ] as const) {
    insert.run(id, atMs)
    state.run(id)
  }
})
afterEach(() => {
  test.close()
  rmSync(test.root, { recursive: true, force: true })
})

describe('a conflict', () => {
  it('is listed while nobody has decided it, newest first', async () => {
    expect((await test.store.conflict.open()).map((row) => row.id)).toEqual(['c2', 'c1'])
    await test.store.conflict.close({ id: 'c2' })
    expect((await test.store.conflict.open()).map((row) => row.id)).toEqual(['c1'])
    expect((await test.store.conflict.byRow({ rowId: 'p1' })).length).toBe(2)
  })

  it('is closed by its resolution alone, in the bucket the server gave it [M8]', async () => {
    await test.store.conflict.close({ id: 'c1' })
    const [op] = test.opened.sync.outbox.next(100).slice(-1)
    expect(op).toMatchObject({ tbl: 'conflict', id: 'c1', b: 'a:one', k: 'U', base: 7 })
    expect(op && 'set' in op && Object.keys(op.set)).toEqual(['resolution'])
  })

  it('that is gone cannot be closed', async () => {
    await expect(test.store.conflict.close({ id: 'c9' })).rejects.toThrow('not_found')
  })
})
