import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

async function openVisit() {
  const { store } = open()
  const accountId = await store.account.create({ name: 'A' })
  const add = (title: string, afterId?: string | null) =>
    store.agendaItem.create({
      accountId,
      visitId: 'v1',
      title,
      ...(afterId !== undefined && { afterId }),
    })
  const titles = async () =>
    (await store.agendaItem.byVisit({ visitId: 'v1' }))
      .sort((left, right) => (left.rank < right.rank ? -1 : 1))
      .map((row) => row.title)
  return { store, add, titles }
}

describe('agenda item', () => {
  it('goes to the end, to the front or behind another one', async () => {
    const { add, titles } = await openVisit()
    const first = await add('B')
    await add('D')
    await add('A', null)
    await add('C', first)
    expect(await titles()).toEqual(['A', 'B', 'C', 'D'])
  })

  it('moves within its visit and takes its place back when that is undone', async () => {
    const { store, add, titles } = await openVisit()
    const first = await add('A')
    const middle = await add('B')
    const last = await add('C')
    await store.agendaItem.move({ id: last, afterId: null })
    await store.agendaItem.move({ id: first, afterId: middle })
    expect(await titles()).toEqual(['C', 'B', 'A'])
    await store.history.undo()
    await store.history.undo()
    expect(await titles()).toEqual(['A', 'B', 'C'])
  })

  it('keeps every order that a hundred moves make', async () => {
    const { store, add, titles } = await openVisit()
    const ids = [await add('A'), await add('B'), await add('C')]
    for (let round = 0; round < 100; round += 1)
      await store.agendaItem.move({ id: ids[round % 3]!, afterId: null })
    expect(await titles()).toEqual(['A', 'C', 'B'])
  })

  it('refuses a length below zero or past a day, and a move of nothing', async () => {
    const { store, add } = await openVisit()
    const id = await add('A')
    for (const durationMinutes of [-1, 1441, 1.5])
      await expect(store.agendaItem.set({ id, fields: { durationMinutes } })).rejects.toMatchObject(
        { code: 'bad_arguments' },
      )
    const move = store.agendaItem.move({ id: 'none', afterId: null })
    await expect(move).rejects.toMatchObject({ code: 'not_found' })
  })
})
