import { describe, expect, it } from 'vitest'
import { allRows, changeLog, openedStores } from '../../support/opened-stores'

const open = openedStores()

describe('a draft', () => {
  it('outlives the app, is replaced and removed by key', async () => {
    const first = open()
    await first.store.draft.save({ key: 'note.1', body: 'half a sen' })
    await first.store.draft.save({ key: 'note.1', body: 'half a sentence' })
    first.close()
    const { store } = open(first.root)
    expect(await store.draft.byKey({ key: 'note.1' })).toMatchObject({ body: 'half a sentence' })
    await store.draft.remove({ key: 'note.1' })
    expect(await store.draft.byKey({ key: 'note.1' })).toBe(null)
  })

  it('is neither a step nor something to sync', async () => {
    const test = open()
    const before = changeLog(test)
    await test.store.draft.save({ key: 'k', body: 'x' })
    expect(changeLog(test)).toEqual(before)
    expect((await test.store.history.steps()).undo).toBe(null)
  })
})

describe('a value of this device', () => {
  it('is kept by name', async () => {
    const { store } = open()
    expect(await store.local.get({ name: 'mapping' })).toBe(null)
    await store.local.set({ name: 'mapping', value: '{"a":1}' })
    await store.local.set({ name: 'mapping', value: '{"a":2}' })
    expect(await store.local.get({ name: 'mapping' })).toBe('{"a":2}')
  })
})

describe('what the store knows of itself', () => {
  it('names its engine, its size and what waits to be synced', async () => {
    const { store } = open()
    const before = await store.storeInfo.read()
    await store.account.create({ name: 'A' })
    const after = await store.storeInfo.read()
    expect(after).toMatchObject({ cipher: 'sqlcipher', recovery: null, lastBackupAtMs: null })
    expect(after.pendingChanges).toBeGreaterThan(before.pendingChanges)
    expect(after.sizeBytes).toBeGreaterThan(0)
    expect(after.node).toMatch(/^[0-9a-z]{8}$/)
  })

  it('makes a backup by hand and changes nothing by it', async () => {
    const test = open()
    await test.store.account.create({ name: 'A' })
    const before = allRows(test)
    expect(await test.store.storeInfo.backUp()).toMatch(/\.db$/)
    expect(allRows(test)).toEqual(before)
  })
})
