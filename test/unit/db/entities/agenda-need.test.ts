import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('agenda need', () => {
  it('is one row for a person and an item, however often it is set', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const agendaItemId = await store.agendaItem.create({ accountId, visitId: 'v1', title: 'Tour' })
    const set = (isNeeded: 0 | 1) =>
      store.agendaNeed.set({ agendaItemId, personId: 'p1', isNeeded })
    await set(1)
    await set(1)
    expect(await store.agendaNeed.byVisit({ visitId: 'v1' })).toMatchObject([
      { accountId, agendaItemId, personId: 'p1' },
    ])
    await set(0)
    await set(0)
    expect(await store.agendaNeed.byVisit({ visitId: 'v1' })).toEqual([])
  })

  it('asks for an item that is there', async () => {
    const { store } = open()
    const set = store.agendaNeed.set({ agendaItemId: 'none', personId: 'p1', isNeeded: 1 })
    await expect(set).rejects.toMatchObject({ code: 'not_found' })
  })
})
