import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('meeting', () => {
  it('begins now unless it says when', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'A' })
    const nowMs = test.clock.nowMs
    const id = await test.store.meeting.create({ accountId, title: 'Call' })
    expect((await test.store.meeting.byId({ id }))!.startedAtMs).toBeGreaterThanOrEqual(nowMs)
    await test.store.meeting.set({ id, fields: { startedAtMs: 7, timeZone: 'Europe/Warsaw' } })
    const schedule = { startedAtMs: 7, endedAtMs: null, timeZone: 'Europe/Warsaw' }
    expect(lastChange(test).body).toEqual({ schedule })
  })

  it('is listed by its account and found by what was said', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.meeting.create({ accountId, title: 'Call', summary: 'Budżet zamrożony' })
    expect((await store.meeting.byAccount({ accountId })).map((row) => row.id)).toEqual([id])
    expect((await store.meeting.all()).length).toBe(1)
    expect((await store.search.find({ text: 'budzet' })).map((hit) => hit.id)).toEqual([id])
    await store.meeting.remove({ id })
    expect(await store.meeting.byId({ id })).toBe(null)
  })
})
