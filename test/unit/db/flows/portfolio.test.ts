import { describe, expect, it } from 'vitest'
import { allRows, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('removing an account', () => {
  it('takes everything of it along as one step that undo brings back whole', async () => {
    const test = open()
    const { store } = test
    const keptId = await store.account.create({ name: 'Kept' })
    await store.drawing.add({ accountId: keptId, bossId: null, name: 'Stays' })
    const kept = allRows(test)
    const accountId = await store.account.create({ name: 'Acme' })
    const anna = await store.drawing.add({
      accountId,
      bossId: null,
      name: 'Anna',
      roles: ['coach'],
    })
    await store.opinions.setStance({ personIds: [anna.personId!], stance: 'champion' })
    await store.meetingLog.logContact({ personId: anna.personId!, modality: 'phone', remark: 'Hi' })
    await store.site.create({ accountId, name: 'Plant' })
    const before = allRows(test)
    const rows = await store.portfolio.removeAccount({ accountId })
    expect(rows).toBeGreaterThan(7)
    expect(allRows(test)).toEqual(kept)
    expect(await store.history.undo()).toBe('portfolio.removeAccount')
    expect(allRows(test)).toEqual(before)
  })

  it('that is not there says so', async () => {
    const { store } = open()
    await expect(store.portfolio.removeAccount({ accountId: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
