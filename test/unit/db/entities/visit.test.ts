import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('visit', () => {
  it('changes its time as one schedule and keeps its UID', async () => {
    const test = open()
    const { store } = test
    const accountId = await store.account.create({ name: 'A' })
    const schedule = {
      startAtMs: 3_600_000,
      endAtMs: 7_200_000,
      timeZone: 'Europe/Warsaw',
      startLocal: '1970-01-01T02:00',
    }
    const plan = { accountId, title: 'Day', type: 'qbr', modality: 'on_site' } as const
    const id = await store.visitPlan.create({ ...plan, ...schedule })
    const { uid } = (await store.visit.byId({ id }))!
    await store.visit.set({ id, fields: { endAtMs: 9_000_000 } })
    expect(lastChange(test).body).toEqual({ schedule: { ...schedule, endAtMs: 9_000_000 } })
    expect((await store.visit.byAccount({ accountId })).map((row) => row.uid)).toEqual([uid])
    await store.visit.remove({ id })
    expect(await store.visit.all()).toEqual([])
  })

  it('refuses a time past the calendar', async () => {
    const { store } = open()
    const set = store.visit.set({ id: 'v', fields: { startAtMs: 9e15 } })
    await expect(set).rejects.toMatchObject({ code: 'bad_arguments' })
  })
})
