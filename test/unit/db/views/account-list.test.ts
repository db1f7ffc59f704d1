import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('the account list', () => {
  it('has a line per account, by name, with what it holds', async () => {
    const test = open()
    const { store } = test
    const nowMs = test.clock.nowMs
    await store.account.create({ name: 'Zeta' })
    const accountId = await store.account.create({ name: 'Alpha', city: 'Graz' })
    const jan = await store.person.create({ accountId, name: 'Jan' })
    const eva = await store.person.create({ accountId, name: 'Eva' })
    for (const id of [jan, eva]) await store.person.setTopFive({ id, isTopFive: 1 })
    await store.meetingLog.logContact({ personId: jan, modality: 'video', atMs: nowMs - 5_000 })
    await store.meetingLog.logContact({ personId: jan, modality: 'phone', atMs: nowMs - 9_000 })
    await store.actionItem.create({ accountId, title: 'Open' })
    const done = await store.actionItem.create({ accountId, title: 'Done' })
    await store.actionItem.set({ id: done, fields: { status: 'done' } })
    for (const days of [9, 4, -4])
      await store.visitPlan.create({
        accountId,
        title: 'V',
        type: 'qbr',
        modality: 'video',
        startAtMs: nowMs + days * 86_400_000,
        endAtMs: nowMs + days * 86_400_000 + 1,
        timeZone: 'UTC',
        startLocal: '',
      })
    const rows = await store.view.accountList()
    expect(rows.map((row) => row.name)).toEqual(['Alpha', 'Zeta'])
    expect(rows[0]).toMatchObject({
      city: 'Graz',
      people: 2,
      openActions: 1,
      lastContactAtMs: nowMs - 5_000,
      nextVisitAtMs: nowMs + 4 * 86_400_000,
    })
    expect([...rows[0]!.topFiveContacts].sort()).toEqual([nowMs - 5_000, null].sort())
    expect(rows[1]).toMatchObject({
      people: 0,
      openActions: 0,
      topFiveContacts: [],
      nextVisitAtMs: null,
      lastContactAtMs: null,
    })
  })
})
