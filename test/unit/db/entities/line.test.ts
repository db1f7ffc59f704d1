import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('line', () => {
  it('is the same row for the same kind between the same seats', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const from = await store.seat.create({ accountId, bossId: null })
    const to = await store.seat.create({ accountId, bossId: null })
    const draw = (strength: number) =>
      store.line.create({ accountId, fromSeatId: from, toSeatId: to, kind: 'dotted', strength })
    const id = await draw(1)
    expect(await draw(3)).toBe(id)
    expect(await store.line.byAccount({ accountId })).toMatchObject([{ id, strength: 3 }])
    await store.line.remove({ id })
    expect(await store.line.byAccount({ accountId })).toEqual([])
  })

  it('joins two different seats and is not stronger than strong', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const seat = await store.seat.create({ accountId, bossId: null })
    const line = { accountId, fromSeatId: seat, kind: 'peer' as const }
    for (const wrong of [{ toSeatId: seat }, { toSeatId: 'other', strength: 4 }])
      await expect(store.line.create({ ...line, ...wrong })).rejects.toMatchObject({
        code: 'bad_arguments',
      })
  })
})
