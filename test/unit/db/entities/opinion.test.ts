import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('opinion', () => {
  it('is added by each step that sets a value, and never replaced', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const personId = await store.person.create({ accountId, name: 'Jan' })
    await store.opinions.setStance({ personIds: [personId], stance: 'neutral' })
    await store.opinions.setStance({ personIds: [personId], stance: 'champion' })
    const history = await store.opinion.byPerson({ personId })
    expect(history.map((row) => row.value).sort()).toEqual(['champion', 'neutral'])
    expect(await store.opinion.byAccount({ accountId })).toEqual(history)
  })
})
