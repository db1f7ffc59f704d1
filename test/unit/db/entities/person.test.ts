import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('person', () => {
  it('is a human of one account with a key that can link them to another', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.person.create({ accountId, name: 'عمر الخطيب', email: 'o@example.com' })
    expect(await store.person.byId({ id })).toMatchObject({
      personKey: id,
      name: 'عمر الخطيب',
      status: 'active',
      stance: 'unknown',
    })
  })

  it('dates a buy-in and logs it whole', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const id = await test.store.person.create({ accountId, name: 'Jan' })
    await test.store.person.set({ id, fields: { buyIn: 'given', buyInEvidence: 'Mail' } })
    const row = (await test.store.person.byId({ id }))!
    expect(lastChange(test).body).toEqual({
      buyIn: { buyIn: 'given', buyInAtMs: row.buyInAtMs, buyInEvidence: 'Mail' },
    })
    expect(row.buyInAtMs).toBeTypeOf('number')
  })

  it('is one of five at most that are marked', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const ids: string[] = []
    for (let index = 0; index < 6; index += 1)
      ids.push(await store.person.create({ accountId, name: `P${index}` }))
    const mark = (id: string, isTopFive: 0 | 1) => store.person.setTopFive({ id, isTopFive })
    for (const id of ids.slice(0, 5)) await mark(id, 1)
    await mark(ids[0]!, 1)
    await expect(mark(ids[5]!, 1)).rejects.toMatchObject({ code: 'top_five_full' })
    await mark(ids[0]!, 0)
    await mark(ids[5]!, 1)
    const marked = (await store.person.byAccount({ accountId })).filter(
      (row) => row.isTopFive === 1,
    )
    expect(marked.length).toBe(5)
  })

  it('has another five in another account', async () => {
    const { store } = open()
    for (const name of ['A', 'B']) {
      const accountId = await store.account.create({ name })
      for (let index = 0; index < 5; index += 1) {
        const id = await store.person.create({ accountId, name: `P${index}` })
        await store.person.setTopFive({ id, isTopFive: 1 })
      }
    }
    expect((await store.view.today()).accounts).toBe(2)
  })

  it('cannot be set or marked when it is not there', async () => {
    const { store } = open()
    const gone = { code: 'not_found' }
    await expect(store.person.set({ id: 'none', fields: {} })).rejects.toMatchObject(gone)
    await expect(store.person.setTopFive({ id: 'none', isTopFive: 1 })).rejects.toMatchObject(gone)
  })
})
