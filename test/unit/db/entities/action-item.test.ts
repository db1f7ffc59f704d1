import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('action item', () => {
  it('is dated when it is done and undated when it is open again', async () => {
    const test = open()
    const { store } = test
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.actionItem.create({ accountId, title: 'Send the report' })
    const at = test.clock.nowMs
    await store.actionItem.set({ id, fields: { status: 'done' } })
    const [done] = await store.actionItem.byAccount({ accountId })
    expect(done!.doneAtMs).toBeGreaterThanOrEqual(at)
    expect(lastChange(test).body).toEqual({ state: { status: 'done', doneAtMs: done!.doneAtMs } })
    await store.actionItem.set({ id, fields: { status: 'open' } })
    expect(await store.actionItem.all()).toMatchObject([{ status: 'open', doneAtMs: null }])
  })

  it('keeps whoever it belongs to as one group', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const id = await test.store.actionItem.create({ accountId, title: 'Call', ownerName: 'Jan' })
    await test.store.actionItem.set({ id, fields: { personId: 'p1' } })
    const owner = { ownerMemberId: null, personId: 'p1', ownerName: 'Jan' }
    expect(lastChange(test).body).toEqual({ owner })
  })

  it('is found by its title and gone after it is removed', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.actionItem.create({ accountId, title: 'Usage report' })
    expect(await store.search.find({ text: 'usage' })).toMatchObject([{ id, accountId }])
    await store.actionItem.remove({ id })
    expect(await store.search.find({ text: 'usage' })).toEqual([])
  })
})
