import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('opportunity', () => {
  it('keeps amount and currency together', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const id = await test.store.opportunity.create({ accountId, name: 'Rollout', valueMinor: 100 })
    await test.store.opportunity.set({ id, fields: { currency: 'PLN' } })
    expect(lastChange(test).body).toEqual({ value: { valueMinor: 100, currency: 'PLN' } })
    expect(await test.store.opportunity.byAccount({ accountId })).toMatchObject([
      { id, kind: 'new', stage: 'open', currency: 'PLN' },
    ])
    await test.store.opportunity.remove({ id })
    expect(await test.store.opportunity.byAccount({ accountId })).toEqual([])
  })

  it('refuses money that is no whole number of minor units', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    for (const valueMinor of [0.5, -1, 2 ** 60])
      await expect(
        store.opportunity.create({ accountId, name: 'R', valueMinor }),
      ).rejects.toMatchObject({ code: 'bad_arguments' })
  })
})
