import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()
const dayMs = 86_400_000

async function openToday() {
  const test = open()
  const { store } = test
  const accountId = await store.account.create({ name: 'Nordhafen' })
  const nowMs = test.clock.nowMs
  const topFive = async (name: string) => {
    const id = await store.person.create({ accountId, name })
    await store.person.setTopFive({ id, isTopFive: 1 })
    return id
  }
  const visit = (title: string, startMs: number) =>
    store.visitPlan.create({
      accountId,
      title,
      type: 'qbr',
      modality: 'on_site',
      startAtMs: startMs,
      endAtMs: startMs + 3_600_000,
      timeZone: 'UTC',
      startLocal: '2026-03-02T09:00',
    })
  return { store, accountId, nowMs, topFive, visit }
}

describe('today', () => {
  it('shows the visits to come, soonest first, with who accepted', async () => {
    const { store, nowMs, topFive, visit } = await openToday()
    const jan = await topFive('Jan')
    await topFive('Eva')
    await visit('Later', nowMs + 9 * dayMs)
    const soon = await visit('Soon', nowMs + dayMs)
    await visit('Past', nowMs - dayMs)
    const cancelled = await visit('Cancelled', nowMs + dayMs)
    await store.visit.set({ id: cancelled, fields: { status: 'cancelled' } })
    const attendees = await store.attendee.byVisit({ visitId: soon })
    const { id } = attendees.find((row) => row.personId === jan)!
    await store.attendee.set({ id, fields: { partstat: 'ACCEPTED' } })
    const { visits } = await store.view.today()
    expect(
      visits.map(({ title, accountName, invited, accepted }) => [
        title,
        accountName,
        invited,
        accepted,
      ]),
    ).toEqual([
      ['Soon', 'Nordhafen', 2, 1],
      ['Later', 'Nordhafen', 2, 0],
    ])
  })

  it('shows open actions by their date, those without one last', async () => {
    const { store, accountId } = await openToday()
    for (let index = 0; index < 20; index += 1)
      await store.actionItem.create({ accountId, title: `No date ${index}` })
    await store.actionItem.create({ accountId, title: 'Second', dueDate: '2026-04-01' })
    await store.actionItem.create({ accountId, title: 'First', dueDate: '2026-03-01' })
    const done = await store.actionItem.create({ accountId, title: 'Done', dueDate: '2026-01-01' })
    await store.actionItem.set({ id: done, fields: { status: 'done' } })
    const { actions } = await store.view.today()
    expect(actions.slice(0, 2).map((row) => row.title)).toEqual(['First', 'Second'])
    expect(actions.length).toBe(12)
  })

  it('shows top-five people who were not met for a quarter, the longest first', async () => {
    const { store, nowMs, topFive } = await openToday()
    const never = await topFive('Never met')
    const old = await topFive('Met long ago')
    const older = await topFive('Met longer ago')
    const fresh = await topFive('Met last week')
    const left = await topFive('Left')
    const met = (personId: string, days: number) =>
      store.meetingLog.logContact({ personId, modality: 'phone', atMs: nowMs - days * dayMs })
    await met(old, 100)
    await met(older, 200)
    await met(older, 300)
    await met(fresh, 300)
    await met(fresh, 7)
    await store.person.set({ id: left, fields: { status: 'left' } })
    const { stale } = await store.view.today()
    expect(stale.map((row) => row.id)).toEqual([never, older, old])
    expect(stale.map((row) => row.lastContactAtMs)).toEqual([
      null,
      nowMs - 200 * dayMs,
      nowMs - 100 * dayMs,
    ])
    expect(stale[0]).toMatchObject({
      name: 'Never met',
      accountName: 'Nordhafen',
      stance: 'unknown',
    })
  })

  it('does not count an absence as a contact', async () => {
    const { store, accountId, topFive } = await openToday()
    const jan = await topFive('Jan')
    const meetingId = await store.meeting.create({ accountId, title: 'Call' })
    await store.participant.set({ meetingId, personId: jan, attendance: 'absent' })
    expect((await store.view.today()).stale.map((row) => row.id)).toEqual([jan])
    await store.participant.set({ meetingId, personId: jan, attendance: 'remote' })
    expect((await store.view.today()).stale).toEqual([])
  })

  it('counts the accounts', async () => {
    const { store } = open()
    expect(await store.view.today()).toEqual({ visits: [], actions: [], stale: [], accounts: 0 })
  })
})
