import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('preference', () => {
  it('is one value per name that follows its member', async () => {
    const test = open()
    await test.store.preference.set({ name: 'columns', value: '[1]' })
    await test.store.preference.set({ name: 'columns', value: '[1,2]' })
    const { memberId } = await test.store.storeInfo.read()
    expect(await test.store.preference.all()).toMatchObject([
      { memberId, name: 'columns', value: '[1,2]' },
    ])
    expect(lastChange(test).bucket).toBe(`u:${memberId}`)
  })
})
