import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

async function openMap() {
  const test = open()
  const accountId = await test.store.account.create({ name: 'A' })
  const add = (title: string, bossId: string | null, afterId?: string | null) =>
    test.store.seat.create({ accountId, bossId, title, ...(afterId !== undefined && { afterId }) })
  const under = async (bossId: string | null) =>
    (await test.store.seat.byAccount({ accountId }))
      .filter((row) => row.bossId === bossId)
      .sort((left, right) => (left.rank < right.rank ? -1 : 1))
      .map((row) => row.title)
  return { test, store: test.store, add, under }
}

describe('seat', () => {
  it('keeps the order of the reports of a boss', async () => {
    const { add, under } = await openMap()
    const boss = await add('CEO', null)
    const first = await add('B', boss)
    await add('D', boss)
    await add('A', boss, null)
    await add('C', boss, first)
    expect(await under(boss)).toEqual(['A', 'B', 'C', 'D'])
    expect(await under(null)).toEqual(['CEO'])
  })

  it('moves as one placement', async () => {
    const { test, store, add, under } = await openMap()
    const boss = await add('CEO', null)
    const other = await add('CFO', boss)
    const id = await add('Jan', boss)
    await store.seat.move({ id, bossId: other })
    expect(await under(other)).toEqual(['Jan'])
    const { body, prev } = lastChange(test)
    expect(Object.keys(body)).toEqual(['placement'])
    expect(body.placement).toMatchObject({ bossId: other })
    expect(prev!.placement).toMatchObject({ bossId: boss })
  })

  it('never sits below itself', async () => {
    const { store, add } = await openMap()
    const top = await add('A', null)
    const middle = await add('B', top)
    const low = await add('C', middle)
    for (const bossId of [top, middle, low])
      await expect(store.seat.move({ id: top, bossId })).rejects.toMatchObject({
        code: 'would_be_cycle',
      })
    await store.seat.move({ id: low, bossId: null })
    await store.seat.move({ id: top, bossId: low })
    expect((await store.seat.byId({ id: top }))!.bossId).toBe(low)
  })

  it('stands for at least one person', async () => {
    const { store, add } = await openMap()
    const id = await add('Drivers', null)
    await store.seat.set({ id, fields: { headcount: 40 } })
    const none = store.seat.set({ id, fields: { headcount: 0 } })
    await expect(none).rejects.toMatchObject({ code: 'bad_arguments' })
    expect((await store.seat.byId({ id }))!.headcount).toBe(40)
  })
})
