import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('member', () => {
  it('of this device is there from the start, without a name', async () => {
    const { store } = open()
    const { memberId } = await store.storeInfo.read()
    expect(await store.member.all()).toMatchObject([{ id: memberId, name: '', teamRole: 'ae' }])
    expect(await store.history.steps()).toEqual({ undo: null, redo: null })
  })

  it('is known to the whole workspace', async () => {
    const test = open()
    const id = await test.store.member.create({ name: 'Iga', teamRole: 'csm' })
    expect(lastChange(test).bucket).toBe('w')
    await test.store.member.set({ id, fields: { isActive: 0 } })
    expect(await test.store.member.byId({ id })).toMatchObject({ name: 'Iga', isActive: 0 })
  })
})
