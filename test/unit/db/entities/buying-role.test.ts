import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('buying role', () => {
  it('is a row per role that two devices name alike', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const personId = await store.person.create({ accountId, name: 'Jan' })
    const set = (role: 'coach' | 'legal', has: 0 | 1) =>
      store.buyingRole.set({ personId, role, has })
    await set('coach', 1)
    await set('coach', 1)
    await set('legal', 1)
    const before = await store.buyingRole.byAccount({ accountId })
    expect(before.map((row) => row.role).sort()).toEqual(['coach', 'legal'])
    await set('coach', 0)
    await set('coach', 1)
    const after = await store.buyingRole.byAccount({ accountId })
    expect(after.map((row) => row.id).sort()).toEqual(before.map((row) => row.id).sort())
  })

  it('asks for a person who is there', async () => {
    const set = open().store.buyingRole.set({ personId: 'none', role: 'coach', has: 1 })
    await expect(set).rejects.toMatchObject({ code: 'not_found' })
  })
})
