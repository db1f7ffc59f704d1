import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('participant', () => {
  it('is one row for a person and a meeting, and keeps how they took part', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const meetingId = await store.meeting.create({ accountId, title: 'Call', modality: 'video' })
    const set = (attendance: 'attended' | 'absent', modality?: 'phone') =>
      store.participant.set({
        meetingId,
        personId: 'p1',
        attendance,
        ...(modality && { modality }),
      })
    await set('attended')
    expect(await store.participant.byMeeting({ meetingId })).toMatchObject([{ modality: 'video' }])
    await set('attended', 'phone')
    await set('absent')
    expect(await store.participant.byAccount({ accountId })).toMatchObject([
      { personId: 'p1', attendance: 'absent', modality: 'phone' },
    ])
  })

  it('asks for a meeting that is there', async () => {
    const set = open().store.participant.set({
      meetingId: 'none',
      personId: 'p1',
      attendance: 'attended',
    })
    await expect(set).rejects.toMatchObject({ code: 'not_found' })
  })
})
