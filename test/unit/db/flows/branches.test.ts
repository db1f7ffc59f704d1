import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../../../support/store'

describe('branches', () => {
  let test: TestStore
  let accountId: string
  beforeEach(async () => {
    test = openTestStore()
    accountId = await test.store.account.create({ name: 'Acme' })
  })
  afterEach(() => test.close())

  const add = async (name: string, bossId: string | null = null) =>
    (await test.store.drawing.add({ accountId, bossId, name })).seatId

  async function outline(): Promise<string> {
    const seats = await test.store.seat.byAccount({ accountId })
    const people = await test.store.person.byAccount({ accountId })
    const rows = await test.store.occupancy.byAccount({ accountId })
    const nameOf = (seatId: string) => {
      const row = rows.find((one) => one.seatId === seatId && one.toDate === null)
      return people.find(({ id }) => id === row?.personId)?.name ?? '?'
    }
    const below = (bossId: string | null): string =>
      seats
        .filter((seat) => seat.bossId === bossId)
        .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1))
        .map((seat) => {
          const reports = below(seat.id)
          return reports ? `${nameOf(seat.id)}(${reports})` : nameOf(seat.id)
        })
        .join(' ')
    return below(null)
  }

  const node = (name: string, parentIndex: number | null, rest = {}) => ({
    parentIndex,
    name,
    title: '',
    department: '',
    email: '',
    stance: 'unknown' as const,
    influence: 'unknown' as const,
    roles: [],
    isTopFive: false,
    isPlaceholder: false,
    ...rest,
  })

  it('moves several seats in their order as one step of undo', async () => {
    const anna = await add('Anna')
    const bert = await add('Bert', anna)
    const carl = await add('Carl', anna)
    const dora = await add('Dora', anna)
    await test.store.branches.move({ seatIds: [carl, dora], bossId: anna, afterId: null })
    expect(await outline()).toBe('Anna(Carl Dora Bert)')
    await test.store.branches.move({ seatIds: [carl, dora], bossId: bert })
    expect(await outline()).toBe('Anna(Bert(Carl Dora))')
    await test.store.history.undo()
    expect(await outline()).toBe('Anna(Carl Dora Bert)')
  })

  it('refuses a move below the own branch and changes nothing', async () => {
    const anna = await add('Anna')
    const bert = await add('Bert', anna)
    await expect(test.store.branches.move({ seatIds: [anna], bossId: bert })).rejects.toMatchObject(
      {
        code: 'would_be_cycle',
      },
    )
    expect(await outline()).toBe('Anna(Bert)')
  })

  it('copies a branch with the same people in new seats', async () => {
    const anna = await add('Anna')
    const bert = await add('Bert', anna)
    await add('Carl', bert)
    await add('Dora', bert)
    await test.store.branches.copy({ seatIds: [bert], bossId: null })
    expect(await outline()).toBe('Anna(Bert(Carl Dora)) Bert(Carl Dora)')
    expect(await test.store.person.byAccount({ accountId })).toHaveLength(4)
  })

  it('adds an outline in its order and merges who is on the map already', async () => {
    const anna = await add('Anna')
    await add('Bert', anna)
    await test.store.branches.addOutline({
      accountId,
      bossId: anna,
      nodes: [
        node('Eva', null),
        node('Fred', 0),
        node('Gert', 0),
        node('bert', null, { title: 'CFO', stance: 'supporter' }),
      ],
      links: [{ kind: 'influences', fromIndex: 1, toIndex: 3 }],
    })
    expect(await outline()).toBe('Anna(Bert Eva(Fred Gert))')
    expect(await test.store.line.byAccount({ accountId })).toHaveLength(1)
    await test.store.history.undo()
    expect(await outline()).toBe('Anna(Bert)')
    expect(await test.store.line.byAccount({ accountId })).toEqual([])
  })
})
