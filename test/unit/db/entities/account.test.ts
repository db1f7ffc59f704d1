import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('account', () => {
  it('belongs to whoever makes it', async () => {
    const { store } = open()
    const id = await store.account.create({ name: 'Nordhafen' })
    const { memberId } = await store.storeInfo.read()
    expect(await store.account.byId({ id })).toMatchObject({
      name: 'Nordhafen',
      status: 'prospect',
      ownerMemberId: memberId,
      currency: 'EUR',
    })
  })

  it('logs value, contract and place as whole groups', async () => {
    const test = open()
    const id = await test.store.account.create({ name: 'Nordhafen', valueNowMinor: 100 })
    await test.store.account.set({ id, fields: { potentialValueMinor: 900, city: 'Hamburg' } })
    expect(lastChange(test).body).toEqual({
      value: { valueNowMinor: 100, potentialValueMinor: 900, currency: 'EUR' },
      place: { city: 'Hamburg', region: '', country: '' },
    })
  })

  it('is one of a bucket of its own', async () => {
    const test = open()
    const id = await test.store.account.create({ name: 'Nordhafen' })
    expect(lastChange(test).bucket).toBe(`a:${id}`)
  })

  it('refuses an empty name, a negative value, a currency that is none, a day that is none', async () => {
    const { store } = open()
    const refused = { code: 'bad_arguments' }
    await expect(store.account.create({ name: '' })).rejects.toMatchObject(refused)
    for (const fields of [
      { valueNowMinor: -1 },
      { currency: 'euro' },
      { renewalDate: '2026-02-30' },
      { netRetention: Number.NaN },
    ])
      await expect(store.account.create({ name: 'A', ...fields })).rejects.toMatchObject(refused)
    expect(await store.account.all()).toEqual([])
  })

  it('says that it is gone when it is set after it was removed', async () => {
    const { store } = open()
    const id = await store.account.create({ name: 'Nordhafen' })
    await store.account.remove({ id })
    expect(await store.account.byId({ id })).toBe(null)
    const set = store.account.set({ id, fields: { name: 'B' } })
    await expect(set).rejects.toMatchObject({ code: 'not_found' })
  })
})
