import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

async function openMap() {
  const { store } = open()
  const accountId = await store.account.create({ name: 'A' })
  const add = (name: string, bossId: string | null) =>
    store.drawing.add({ accountId, bossId, name })
  /** The map as 'name < boss', by the people who sit there today. */
  const drawn = async () => {
    const seats = await store.seat.byAccount({ accountId })
    const people = new Map(
      (await store.person.byAccount({ accountId })).map((row) => [row.id, row.name]),
    )
    const holders = new Map(
      (await store.occupancy.byAccount({ accountId }))
        .filter((row) => row.toDate === null)
        .map((row) => [row.seatId, people.get(row.personId) ?? '?']),
    )
    const nameOf = (id: string | null) => (id === null ? '-' : (holders.get(id) ?? '?'))
    return seats.map((seat) => `${nameOf(seat.id)} < ${nameOf(seat.bossId)}`).sort()
  }
  return { store, accountId, add, drawn }
}

describe('drawing', () => {
  it('puts a card with all its attributes in one step', async () => {
    const { store, accountId } = await openMap()
    const { seatId, personId } = await store.drawing.add({
      accountId,
      bossId: null,
      name: 'Anna Berg',
      title: 'CIO',
      email: 'anna@example.com',
      stance: 'champion',
      influence: 'high',
      roles: ['decision_maker', 'coach'],
      isTopFive: true,
    })
    expect(await store.person.byId({ id: personId! })).toMatchObject({
      name: 'Anna Berg',
      stance: 'champion',
      influence: 'high',
      isTopFive: 1,
    })
    expect(await store.seat.byId({ id: seatId })).toMatchObject({ title: 'CIO', bossId: null })
    expect((await store.buyingRole.byAccount({ accountId })).length).toBe(2)
    expect((await store.opinion.byAccount({ accountId })).length).toBe(2)
    await store.history.undo()
    expect((await store.person.byAccount({ accountId })).length).toBe(0)
    expect((await store.opinion.byAccount({ accountId })).length).toBe(0)
  })

  it('puts a card between two others', async () => {
    const { store, accountId, add, drawn } = await openMap()
    const top = await add('Top', null)
    const low = await add('Low', top.seatId)
    await store.drawing.add({ accountId, bossId: null, aboveSeatId: low.seatId, name: 'Middle' })
    expect(await drawn()).toEqual(['Low < Middle', 'Middle < Top', 'Top < -'])
  })

  it('writes only what the text of a card names', async () => {
    const { store, add } = await openMap()
    const { seatId, personId } = await add('Jan', null)
    await store.drawing.edit({ seatId, title: 'Head of IT', stance: 'supporter' })
    await store.drawing.edit({ seatId, name: 'Jan Kowalski' })
    expect(await store.seat.byId({ id: seatId })).toMatchObject({ title: 'Head of IT' })
    expect(await store.person.byId({ id: personId! })).toMatchObject({
      name: 'Jan Kowalski',
      stance: 'supporter',
    })
  })

  it('takes seats off and moves their reports up, in their order', async () => {
    const { store, add, drawn } = await openMap()
    const top = await add('Top', null)
    const boss = await add('Boss', top.seatId)
    await add('Peer', top.seatId)
    await add('One', boss.seatId)
    await add('Two', boss.seatId)
    await store.drawing.removeSeats({ seatIds: [boss.seatId], keepReports: true })
    expect(await drawn()).toEqual(['One < Top', 'Peer < Top', 'Top < -', 'Two < Top'])
    await store.history.undo()
    await store.drawing.removeSeats({ seatIds: [boss.seatId], keepReports: false })
    expect(await drawn()).toEqual(['Peer < Top', 'Top < -'])
  })

  it('takes a chain of seats off and moves what is below to the nearest that stays', async () => {
    const { store, add, drawn } = await openMap()
    const top = await add('Top', null)
    const one = await add('One', top.seatId)
    const two = await add('Two', one.seatId)
    await add('Low', two.seatId)
    await store.drawing.removeSeats({
      seatIds: [one.seatId, two.seatId, 'none'],
      keepReports: true,
    })
    expect(await drawn()).toEqual(['Low < Top', 'Top < -'])
  })

  it('keeps the seat when its person leaves, and the person when they only move', async () => {
    const { store, add, drawn } = await openMap()
    const jan = await add('Jan', null)
    await store.person.setTopFive({ id: jan.personId!, isTopFive: 1 })
    await store.drawing.vacate({ seatId: jan.seatId, hasLeftCompany: true })
    expect(await drawn()).toEqual(['? < -'])
    const gone = { status: 'left', isTopFive: 0 }
    expect(await store.person.byId({ id: jan.personId! })).toMatchObject(gone)
    await store.drawing.seatPerson({ seatId: jan.seatId, personId: jan.personId! })
    expect(await drawn()).toEqual(['Jan < -'])
    expect(await store.person.byId({ id: jan.personId! })).toMatchObject({ status: 'active' })
  })

  it('removes a person with their roles and keeps the seat', async () => {
    const { store, accountId, add, drawn } = await openMap()
    const { personId } = await add('Jan', null)
    await store.buyingRole.set({ personId: personId!, role: 'coach', has: 1 })
    await store.drawing.removePerson({ personId: personId! })
    expect(await drawn()).toEqual(['? < -'])
    expect(await store.buyingRole.byAccount({ accountId })).toEqual([])
    await store.history.undo()
    expect(await drawn()).toEqual(['Jan < -'])
  })

  it('refuses what is not there', async () => {
    const { store, accountId } = await openMap()
    const gone = { code: 'not_found' }
    await expect(store.drawing.edit({ seatId: 'none', name: 'X' })).rejects.toMatchObject(gone)
    await expect(
      store.drawing.vacate({ seatId: 'none', hasLeftCompany: false }),
    ).rejects.toMatchObject(gone)
    await expect(
      store.drawing.add({ accountId, bossId: null, personId: 'none' }),
    ).rejects.toMatchObject(gone)
    expect(await store.seat.byAccount({ accountId })).toEqual([])
  })
})
