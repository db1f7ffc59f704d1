import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore } from '../../../support/store'
import type { TestStore } from '../../../support/store'

let test: TestStore
let accountId: string
beforeEach(async () => {
  test = openTestStore()
  accountId = await test.store.account.create({ name: 'Acme' })
})
afterEach(() => {
  test.close()
  rmSync(test.root, { recursive: true, force: true })
})

/** Puts a conflict into the store as a server would have sent it. */
function addConflict(row: {
  table: string
  id: string
  field: string
  kind: string
  kept: object
  lost: object
}): string {
  const { sql } = test.opened.services.db
  const id = `c-${row.id}`
  sql
    .prepare(
      `INSERT INTO conflict (id, rowTable, rowId, field, kind, kept, lost) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      row.table,
      row.id,
      row.field,
      row.kind,
      JSON.stringify(row.kept),
      JSON.stringify(row.lost),
    )
  sql
    .prepare(`INSERT INTO _row (tbl, rowId, bucket, seq) VALUES ('conflict', ?, ?, 3)`)
    .run(id, `a:${accountId}`)
  return id
}

describe('a conflict of two edits', () => {
  async function make() {
    const id = await test.store.person.create({ accountId, name: 'Anna', email: 'a@acme.example' })
    const edit = { kept: { email: 'a@acme.example' }, lost: { email: 'b@acme.example' } }
    return {
      id,
      conflict: addConflict({ table: 'person', id, field: 'email', kind: 'edit', ...edit }),
    }
  }
  const emailOf = async (id: string) => (await test.store.person.byId({ id }))?.email

  it.each([
    ['kept', 'a@acme.example'],
    ['lost', 'b@acme.example'],
    ['both', 'a@acme.example / b@acme.example'],
  ] as const)('is decided for %s in one step, which undo takes back', async (choice, email) => {
    const { id, conflict } = await make()
    expect((await test.store.view.conflictList())[0]).toMatchObject({
      about: 'Anna',
      accountName: 'Acme',
      canKeepBoth: true,
    })
    await test.store.conflicts.choose({ id: conflict, choice })
    expect(await emailOf(id)).toBe(email)
    expect(await test.store.view.conflictList()).toEqual([])
    await test.store.history.undo()
    expect(await emailOf(id)).toBe('a@acme.example')
    expect((await test.store.view.conflictList()).length).toBe(1)
  })
})

describe('other conflicts', () => {
  it('of a delete and an edit: the row stays or goes', async () => {
    const id = await test.store.note.create({ accountId, body: 'Here' })
    const sides = { kept: { deleted: 0 }, lost: { deleted: 1 } }
    const kind = 'edit_beats_delete'
    const conflict = addConflict({ table: 'note', id, field: '$row', kind, ...sides })
    await test.store.conflicts.choose({ id: conflict, choice: 'lost' })
    expect(await test.store.note.byAccount({ accountId })).toEqual([])
  })

  it('of a text that came late: its words are added', async () => {
    const id = await test.store.note.create({ accountId, body: 'New\nversion' })
    const sides = { kept: { body: 'New\nversion' }, lost: { body: 'late words' } }
    const conflict = addConflict({
      table: 'note',
      id,
      field: '$text.body',
      kind: 'old_text',
      ...sides,
    })
    await test.store.conflicts.choose({ id: conflict, choice: 'both' })
    const [note] = await test.store.note.byAccount({ accountId })
    expect(note?.body).toBe('New\nversion\n\nlate words')
  })

  it('of a move that would still close a loop: nothing is moved and it stays open', async () => {
    const top = await test.store.drawing.add({ accountId, bossId: null, name: 'Anna' })
    const below = await test.store.drawing.add({ accountId, bossId: top.seatId, name: 'Jan' })
    const sides = { kept: { bossId: null, rank: 'a0' }, lost: { bossId: below.seatId, rank: 'a1' } }
    const conflict = addConflict({
      table: 'seat',
      id: top.seatId,
      field: 'placement',
      kind: 'cycle',
      ...sides,
    })
    const choose = test.store.conflicts.choose({ id: conflict, choice: 'lost' })
    await expect(choose).rejects.toThrow('would_be_cycle')
    expect((await test.store.view.conflictList())[0]?.lost.values[0]?.name).toBe('Jan')
  })

  it('an earlier value is put back as an ordinary change [M9]', async () => {
    await test.store.account.set({ id: accountId, fields: { name: 'Acme SE' } })
    const [change] = await test.store.sync.history({ table: 'account', id: accountId })
    expect(change).toMatchObject({
      kind: 'U',
      before: { name: 'Acme' },
      after: { name: 'Acme SE' },
    })
    const values = { name: 'Acme', nothing: 'x', createdAtMs: 'yesterday' }
    await test.store.conflicts.restore({ table: 'account', id: accountId, values })
    expect((await test.store.account.byId({ id: accountId }))?.name).toBe('Acme')
  })
})
