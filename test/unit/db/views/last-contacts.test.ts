import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('the last contacts of an account', () => {
  it('are the latest meeting of each person who was there', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const jan = await store.person.create({ accountId, name: 'Jan' })
    const eva = await store.person.create({ accountId, name: 'Eva' })
    const first = await store.meeting.create({ accountId, title: 'One', startedAtMs: 1_000 })
    const second = await store.meeting.create({
      accountId,
      title: 'Two',
      startedAtMs: 2_000,
      modality: 'video',
    })
    for (const meetingId of [first, second])
      await store.participant.set({ meetingId, personId: jan, attendance: 'attended' })
    await store.participant.set({ meetingId: first, personId: eva, attendance: 'walk_in' })
    await store.participant.set({ meetingId: second, personId: eva, attendance: 'absent' })
    expect(await store.view.lastContacts({ accountId })).toEqual([
      { personId: jan, atMs: 2_000, modality: 'video', meetingId: second },
      { personId: eva, atMs: 1_000, modality: 'on_site', meetingId: first },
    ])
    expect(await store.view.lastContacts({ accountId: 'other' })).toEqual([])
  })
})
