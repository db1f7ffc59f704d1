import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('gate', () => {
  it('is one row per kind of an account, with its sign-off as one group', async () => {
    const test = open()
    const { store } = test
    const accountId = await store.account.create({ name: 'A' })
    await store.gate.set({ accountId, kind: 'cio', fields: { status: 'in_progress' } })
    await store.gate.set({
      accountId,
      kind: 'cio',
      fields: { status: 'passed', date: '2026-03-01' },
    })
    expect(await store.gate.byAccount({ accountId })).toMatchObject([
      { kind: 'cio', status: 'passed', date: '2026-03-01' },
    ])
    const signOff = { status: 'passed', personId: null, date: '2026-03-01' }
    expect(lastChange(test).body).toEqual({ sign_off: signOff })
  })

  it('refuses a kind that is none', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const set = store.gate.set({ accountId, kind: 'friend' as 'cio', fields: {} })
    await expect(set).rejects.toMatchObject({ code: 'bad_arguments' })
  })
})
