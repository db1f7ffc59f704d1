import { describe, expect, it } from 'vitest'
import { insert, update } from '../../../db/entity'
import { accountTable } from '../../../db/entities/account'
import { noteTable } from '../../../db/entities/note'
import type { StoreEvent } from '../../../db/remote'
import { allRows, changeLog, lastChange, openedStores } from '../../support/opened-stores'
import type { TestStore } from '../../support/store'

const open = openedStores()

function trash(test: TestStore): unknown[] {
  return test.opened.services.db.sql.prepare('SELECT tbl, rowId, data FROM _trash').all()
}

/** A change that is no step of this user, as a peer's would be. */
function changeFromElsewhere(
  test: TestStore,
  id: string,
  values: { name?: string; city?: string },
) {
  const { door } = test.opened.services
  const tx = door.open('elsewhere')
  door.append(tx, [update(accountTable, id, values)])
  door.settle(tx)
}

describe('a command', () => {
  it('that changes nothing is neither logged nor a step', async () => {
    const test = open()
    const id = await test.store.account.create({ name: 'A' })
    const before = changeLog(test)
    await test.store.account.set({ id, fields: { name: 'A', city: '' } })
    await test.store.account.set({ id, fields: {} })
    expect(changeLog(test)).toEqual(before)
    expect(await test.store.history.undo()).toBe('account.create')
  })

  it('logs what it set and what stood there before, by whole groups', async () => {
    const test = open()
    const id = await test.store.account.create({ name: 'A', valueNowMinor: 5 })
    await test.store.account.set({ id, fields: { valueNowMinor: 7, name: 'B' } })
    const value = (valueNowMinor: number) => ({
      value: { valueNowMinor, potentialValueMinor: null, currency: 'EUR' },
    })
    expect(lastChange(test)).toMatchObject({
      kind: 'U',
      bucket: `a:${id}`,
      body: { name: { name: 'B' }, ...value(7) },
      prev: { name: { name: 'A' }, ...value(5) },
      base: 0,
    })
  })

  it('that is refused half-way writes nothing at all', async () => {
    const test = open()
    const { door } = test.opened.services
    await test.store.account.create({ name: 'A' })
    const before = { rows: allRows(test), log: changeLog(test), steps: door.steps() }
    const seatIds = ['none']
    await expect(
      test.store.opinions.setStance({ personIds: seatIds, stance: 'neutral' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const tx = door.open('two changes')
    const changes = [
      insert(accountTable, { id: 'new', name: 'B' }),
      update(accountTable, 'none', { name: 'C' }),
    ]
    expect(() => door.append(tx, changes)).toThrow('not_found')
    door.settle(tx)
    expect({ rows: allRows(test), log: changeLog(test), steps: door.steps() }).toEqual(before)
  })

  it('names no column that the table does not have', () => {
    const { door } = open().opened.services
    const tx = door.open('wrong')
    const change = { kind: 'insert', table: 'account', id: 'x', values: { colour: 'red' } } as const
    expect(() => door.append(tx, [change])).toThrow('bad_arguments')
    expect(() => door.append(tx, [{ ...change, table: '_step' }])).toThrow('bad_arguments')
  })

  it('is stamped later than the one before, even when the clock goes back', async () => {
    const test = open()
    await test.store.account.create({ name: 'A' })
    test.clock.nowMs -= 400 * 86_400_000
    await test.store.account.create({ name: 'B' })
    test.clock.nowMs = 0
    await test.store.account.create({ name: 'C' })
    const stamps = changeLog(test).map((change) => change.hlc)
    expect(stamps).toEqual([...new Set(stamps)].sort())
  })
})

describe('an announcement', () => {
  it('carries the rows that changed, after they are saved', async () => {
    const test = open()
    const events: StoreEvent[] = []
    test.client.listen((event) => events.push(event))
    const id = await test.store.account.create({ name: 'A' })
    await test.store.account.remove({ id })
    const rows = [expect.objectContaining({ id, name: 'A', currency: 'EUR' })]
    expect(events).toEqual([
      { kind: 'changed', announcement: { account: { rows, removed: [] } } },
      { kind: 'changed', announcement: { account: { rows: [], removed: [id] } } },
    ])
  })

  it('of very many rows only says which tables to ask again', async () => {
    const test = open()
    const events: StoreEvent[] = []
    test.client.listen((event) => events.push(event))
    const { door } = test.opened.services
    const tx = door.open('many')
    door.append(
      tx,
      Array.from({ length: 401 }, (_, index) =>
        insert(accountTable, { id: `a${index}`, name: 'A' }),
      ),
    )
    door.finish(tx)
    await test.store.storeInfo.read()
    expect(events).toEqual([{ kind: 'stale', tables: ['account'] }])
  })
})

describe('undo', () => {
  it('takes back whole steps, newest first, and redo repeats them', async () => {
    const test = open()
    const { store } = test
    const id = await store.account.create({ name: 'A' })
    await store.account.set({ id, fields: { name: 'B', city: 'Graz' } })
    const end = allRows(test)
    expect(await store.history.undo()).toBe('account.set')
    expect(await store.account.byId({ id })).toMatchObject({ name: 'A', city: '' })
    expect(await store.history.undo()).toBe('account.create')
    expect(await store.account.all()).toEqual([])
    await expect(store.history.undo()).rejects.toMatchObject({ code: 'nothing_to_undo' })
    expect(await store.history.redo()).toBe('account.create')
    expect(await store.history.redo()).toBe('account.set')
    await expect(store.history.redo()).rejects.toMatchObject({ code: 'nothing_to_redo' })
    expect(allRows(test)).toEqual(end)
  })

  it('leaves a value alone that is no longer ours, and takes back the rest', async () => {
    const test = open()
    const { store } = test
    const id = await store.account.create({ name: 'A' })
    await store.account.set({ id, fields: { name: 'B', about: 'Ours' } })
    changeFromElsewhere(test, id, { name: 'Theirs' })
    await store.history.undo()
    expect(await store.account.byId({ id })).toMatchObject({ name: 'Theirs', about: '' })
  })

  it('is itself a change like any other, with its own place in the log', async () => {
    const test = open()
    await test.store.account.create({ name: 'A' })
    const { n } = lastChange(test)
    await test.store.history.undo()
    expect(lastChange(test)).toMatchObject({ n: n + 1, kind: 'D', tbl: 'account' })
  })

  it('reaches over a restart, and so does redo', async () => {
    const first = open()
    const id = await first.store.account.create({ name: 'A' })
    await first.store.account.set({ id, fields: { name: 'B' } })
    await first.store.account.set({ id, fields: { name: 'C' } })
    await first.store.history.undo()
    first.close()
    const second = open(first.root)
    expect(await second.store.history.steps()).toEqual({ undo: 'account.set', redo: 'account.set' })
    await second.store.history.undo()
    expect(await second.store.account.byId({ id })).toMatchObject({ name: 'A' })
    await second.store.history.redo()
    await second.store.history.redo()
    expect(await second.store.account.byId({ id })).toMatchObject({ name: 'C' })
  })

  it('forgets what could be repeated once something new is done', async () => {
    const { store } = open()
    const id = await store.account.create({ name: 'A' })
    await store.account.set({ id, fields: { name: 'B' } })
    await store.history.undo()
    await store.account.set({ id, fields: { city: 'Graz' } })
    expect(await store.history.steps()).toEqual({ undo: 'account.set', redo: null })
  })

  it('brings a removed row back whole and takes it out of the trash', async () => {
    const test = open()
    const { store } = test
    const id = await store.account.create({ name: 'A', about: 'Long', netRetention: 1.15 })
    const row = await store.account.byId({ id })
    await store.account.remove({ id })
    expect(trash(test)).toEqual([{ tbl: 'account', rowId: id, data: JSON.stringify(row) }])
    expect(lastChange(test)).toMatchObject({
      kind: 'D',
      body: {},
      prev: { about: { about: 'Long' } },
    })
    await store.history.undo()
    expect(await store.account.byId({ id })).toEqual(row)
    expect(trash(test)).toEqual([])
  })
})

describe('a step of several transactions', () => {
  const notes = (from: number) =>
    [from, from + 1].map((n) =>
      insert(noteTable, { id: `n${n}`, accountId: 'a', atMs: n, body: 'x' }),
    )
  const ids = async (test: TestStore) =>
    (await test.store.note.byAccount({ accountId: 'a' })).map((row) => row.id)

  it('is one step for undo', async () => {
    const test = open()
    const { door } = test.opened.services
    const tx = door.open('import.run')
    door.append(tx, notes(0))
    door.append(tx, notes(2))
    door.finish(tx)
    expect(await test.store.history.undo()).toBe('import.run')
    expect(await ids(test)).toEqual([])
    await test.store.history.redo()
    expect((await ids(test)).length).toBe(4)
  })

  it('is taken back whole when it is given up', async () => {
    const test = open()
    const { door } = test.opened.services
    const tx = door.open('import.run')
    door.append(tx, notes(0))
    door.append(tx, notes(2))
    door.abandon(tx)
    expect(await ids(test)).toEqual([])
    expect(door.steps()).toEqual({ undo: null, redo: null })
  })

  it('is taken back at the next start when the app died in its middle', async () => {
    const first = open()
    const { door } = first.opened.services
    door.append(door.open('import.run'), notes(0))
    first.close()
    const second = open(first.root)
    expect(await ids(second)).toEqual([])
    expect(await second.store.history.steps()).toEqual({ undo: null, redo: null })
  })
})
