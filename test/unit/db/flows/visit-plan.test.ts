import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()
const plan = {
  title: 'Review',
  type: 'qbr',
  modality: 'on_site',
  startAtMs: 0,
  endAtMs: 3_600_000,
  timeZone: 'Europe/Warsaw',
  startLocal: '1970-01-01T01:00',
} as const

describe('a visit', () => {
  it('invites everybody who is there and has not opted out, and the one who plans it', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const jan = await store.person.create({ accountId, name: 'Jan' })
    await store.person.create({ accountId, name: 'Left', status: 'left' })
    await store.person.create({ accountId, name: 'Out', isOptedOut: 1 })
    const other = await store.account.create({ name: 'B' })
    await store.person.create({ accountId: other, name: 'Elsewhere' })
    const visitId = await store.visitPlan.create({ ...plan, accountId })
    const { memberId } = await store.storeInfo.read()
    const rows = await store.attendee.byVisit({ visitId })
    expect(
      rows.map(({ personId, memberId: member, role, partstat }) => [
        personId ?? member,
        role,
        partstat,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [jan, 'REQ-PARTICIPANT', 'NEEDS-ACTION'],
        [memberId, 'CHAIR', 'ACCEPTED'],
      ]),
    )
    expect(rows.length).toBe(2)
  })

  it('begins with the items of its template, in their order', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const items = [
      { title: 'Welcome', durationMinutes: 15 },
      { title: 'Tour', durationMinutes: 60, isNoSell: true },
      { title: 'Lunch', durationMinutes: 45, kind: 'break' as const, isCustomerValue: false },
    ]
    const visitId = await store.visitPlan.create({ ...plan, accountId, items })
    const rows = await store.agendaItem.byVisit({ visitId })
    const ordered = rows.sort((left, right) => (left.rank < right.rank ? -1 : 1))
    expect(ordered).toMatchObject([
      { title: 'Welcome', isNoSell: 0, isCustomerValue: 1 },
      { title: 'Tour', isNoSell: 1 },
      { title: 'Lunch', kind: 'break', isCustomerValue: 0 },
    ])
    await store.history.undo()
    expect(await store.attendee.byVisit({ visitId })).toEqual([])
    expect(await store.agendaItem.byVisit({ visitId })).toEqual([])
  })

  it('invites those who were drawn later, and nobody twice', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    await store.person.create({ accountId, name: 'Jan' })
    const visitId = await store.visitPlan.create({ ...plan, accountId })
    await store.person.create({ accountId, name: 'Eva' })
    expect(await store.visitPlan.inviteAll({ visitId })).toBe(1)
    expect(await store.visitPlan.inviteAll({ visitId })).toBe(0)
    expect((await store.attendee.byVisit({ visitId })).length).toBe(3)
  })

  it('has a UID of its own', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    await store.visitPlan.create({ ...plan, accountId })
    await store.visitPlan.create({ ...plan, accountId })
    const uids = (await store.visit.all()).map((visit) => visit.uid)
    expect(new Set(uids).size).toBe(2)
  })

  it('asks for an account or a visit that is there', async () => {
    const { store } = open()
    const gone = { code: 'not_found' }
    await expect(store.visitPlan.create({ ...plan, accountId: 'x' })).rejects.toMatchObject(gone)
    await expect(store.visitPlan.inviteAll({ visitId: 'x' })).rejects.toMatchObject(gone)
  })
})
