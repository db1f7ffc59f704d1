import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('occupancy', () => {
  it('says who sits where from when to when, with both days as one group', async () => {
    const test = open()
    const { store } = test
    const accountId = await store.account.create({ name: 'A' })
    const ends = { accountId, seatId: 's1', personId: 'p1' }
    const id = await store.occupancy.create({ ...ends, fromDate: '2025-01-01' })
    await store.occupancy.set({ id, fields: { toDate: '2026-01-31' } })
    const term = { fromDate: '2025-01-01', toDate: '2026-01-31' }
    expect(lastChange(test).body).toEqual({ term })
    expect(await store.occupancy.byAccount({ accountId })).toMatchObject([{ ...ends, ...term }])
    await store.occupancy.remove({ id })
    expect(await store.occupancy.byAccount({ accountId })).toEqual([])
  })
})
