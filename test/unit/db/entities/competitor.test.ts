import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('competitor', () => {
  it('is known to the whole workspace', async () => {
    const test = open()
    const id = await test.store.competitor.create({ name: 'Planwerk' })
    expect(lastChange(test).bucket).toBe('w')
    await test.store.competitor.set({ id, fields: { about: 'Cheap' } })
    expect(await test.store.competitor.all()).toMatchObject([
      { id, name: 'Planwerk', about: 'Cheap' },
    ])
    await test.store.competitor.remove({ id })
    expect(await test.store.competitor.all()).toEqual([])
  })
})
