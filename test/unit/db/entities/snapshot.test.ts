import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../../../support/store'

describe('a snapshot', () => {
  let test: TestStore
  let accountId: string
  let snapshotId: string
  beforeEach(async () => {
    test = openTestStore()
    accountId = await test.store.account.create({ name: 'Acme' })
    await test.store.drawing.add({ accountId, bossId: null, name: 'Anna' })
    snapshotId = (await test.store.snapshots.take({ accountId })).snapshotId
  })
  afterEach(() => test.close())

  it('is listed without its content', async () => {
    const [row] = await test.store.snapshot.byAccount({ accountId })
    expect(row).toMatchObject({ id: snapshotId, kind: 'by_hand', name: '', seats: 1, people: 1 })
    expect(row).not.toHaveProperty('body')
  })

  it('can be given a name and lose it again', async () => {
    await test.store.snapshot.rename({ id: snapshotId, name: ' Before the merger ' })
    expect(await test.store.snapshot.byAccount({ accountId })).toMatchObject([
      { name: 'Before the merger' },
    ])
    await test.store.snapshot.rename({ id: snapshotId, name: '' })
    expect(await test.store.snapshot.byAccount({ accountId })).toMatchObject([{ name: '' }])
  })

  it('can be removed and comes back by undo', async () => {
    await test.store.snapshot.remove({ id: snapshotId })
    expect(await test.store.snapshot.byAccount({ accountId })).toEqual([])
    await test.store.history.undo()
    expect(await test.store.snapshot.byAccount({ accountId })).toHaveLength(1)
  })

  it('that is not there has no name to change', async () => {
    const wrong = test.store.snapshot.rename({ id: 'nothing', name: 'x' })
    await expect(wrong).rejects.toMatchObject({ code: 'not_found' })
  })
})
