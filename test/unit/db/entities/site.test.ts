import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('site', () => {
  it('has an address that is one group, with its time zone', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const id = await test.store.site.create({ accountId, name: 'Plant', city: 'Graz' })
    await test.store.site.set({ id, fields: { timeZone: 'Europe/Vienna' } })
    expect(lastChange(test).body).toEqual({
      address: {
        street: '',
        postalCode: '',
        city: 'Graz',
        region: '',
        country: '',
        timeZone: 'Europe/Vienna',
      },
    })
    expect(await test.store.site.byAccount({ accountId })).toMatchObject([{ id, name: 'Plant' }])
    await test.store.site.remove({ id })
    expect(await test.store.site.byId({ id })).toBe(null)
  })
})
