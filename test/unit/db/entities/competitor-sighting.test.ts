import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('competitor sighting', () => {
  it('is dated now and signed by whoever writes it down', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const nowMs = test.clock.nowMs
    const id = await test.store.competitorSighting.create({ accountId, pitch: 'A third cheaper' })
    const { memberId } = await test.store.storeInfo.read()
    const [row] = await test.store.competitorSighting.byAccount({ accountId })
    expect(row).toMatchObject({ id, pitch: 'A third cheaper', authorMemberId: memberId })
    expect(row!.atMs).toBeGreaterThanOrEqual(nowMs)
  })

  it('can be dated back, put right and removed', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.competitorSighting.create({ accountId, atMs: 5 })
    await store.competitorSighting.set({ id, fields: { ourAnswer: 'References' } })
    expect(await store.competitorSighting.byAccount({ accountId })).toMatchObject([
      { atMs: 5, ourAnswer: 'References' },
    ])
    await store.competitorSighting.remove({ id })
    expect(await store.competitorSighting.byAccount({ accountId })).toEqual([])
  })
})
