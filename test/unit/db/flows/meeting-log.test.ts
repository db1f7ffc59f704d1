import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

async function openVisit() {
  const test = open()
  const { store } = test
  const accountId = await store.account.create({ name: 'A' })
  const siteId = await store.site.create({ accountId, name: 'Plant' })
  const jan = await store.person.create({ accountId, name: 'Jan' })
  const eva = await store.person.create({ accountId, name: 'Eva' })
  const visitId = await store.visitPlan.create({
    accountId,
    title: 'Review',
    type: 'qbr',
    modality: 'on_site',
    siteId,
    startAtMs: 0,
    endAtMs: 3_600_000,
    timeZone: 'Europe/Warsaw',
    startLocal: '1970-01-01T01:00',
  })
  return { test, store, accountId, visitId, jan, eva }
}

describe('the log of a visit', () => {
  it('starts with the invited people, at the place of the visit', async () => {
    const { store, visitId, jan, eva } = await openVisit()
    await store.attendee.invite({ visitId, personId: eva, isInvited: 0, reason: 'Ill' })
    const meetingId = await store.meetingLog.startFromVisit({ visitId })
    expect(await store.meeting.byId({ id: meetingId })).toMatchObject({
      visitId,
      title: 'Review',
      status: 'running',
      place: 'Plant',
      timeZone: 'Europe/Warsaw',
    })
    expect(await store.participant.byMeeting({ meetingId })).toMatchObject([
      { personId: jan, attendance: 'unknown' },
    ])
  })

  it('ends with the visit done', async () => {
    const { store, visitId } = await openVisit()
    const meetingId = await store.meetingLog.startFromVisit({ visitId })
    await store.meetingLog.end({ meetingId })
    const meeting = (await store.meeting.byId({ id: meetingId }))!
    expect(meeting.status).toBe('done')
    expect(meeting.endedAtMs).toBeGreaterThan(meeting.startedAtMs)
    expect(await store.visit.byId({ id: visitId })).toMatchObject({ status: 'done' })
    await store.history.undo()
    expect(await store.visit.byId({ id: visitId })).toMatchObject({ status: 'draft' })
  })

  it('takes somebody who walked in onto the map, in one step', async () => {
    const { store, accountId, visitId } = await openVisit()
    const meetingId = await store.meetingLog.startFromVisit({ visitId })
    const { personId } = await store.meetingLog.walkIn({ meetingId, name: 'Ben', title: 'CFO' })
    const rows = await store.participant.byMeeting({ meetingId })
    expect(rows.find((row) => row.personId === personId)).toMatchObject({ attendance: 'walk_in' })
    expect(await store.seat.byAccount({ accountId })).toMatchObject([
      { title: 'CFO', bossId: null },
    ])
    await store.history.undo()
    expect(await store.seat.byAccount({ accountId })).toEqual([])
  })
})

describe('a contact', () => {
  it('is a meeting with one person, and a note where something was said', async () => {
    const { store, accountId, jan, eva } = await openVisit()
    await store.meetingLog.logContact({
      personId: jan,
      modality: 'phone',
      atMs: 5_000,
      remark: 'Yes',
    })
    await store.meetingLog.logContact({
      personId: eva,
      modality: 'email',
      atMs: 6_000,
      remark: ' ',
    })
    expect(await store.view.lastContacts({ accountId })).toMatchObject([
      { personId: eva, atMs: 6_000, modality: 'email' },
      { personId: jan, atMs: 5_000, modality: 'phone' },
    ])
    expect(await store.note.byAccount({ accountId })).toMatchObject([
      { body: 'Yes', personId: jan },
    ])
  })
})

describe('what is not there', () => {
  it('is not logged', async () => {
    const { store } = open()
    const gone = { code: 'not_found' }
    await expect(store.meetingLog.startFromVisit({ visitId: 'x' })).rejects.toMatchObject(gone)
    await expect(store.meetingLog.end({ meetingId: 'x' })).rejects.toMatchObject(gone)
    await expect(store.meetingLog.walkIn({ meetingId: 'x', name: 'B' })).rejects.toMatchObject(gone)
    await expect(
      store.meetingLog.logContact({ personId: 'x', modality: 'phone' }),
    ).rejects.toMatchObject(gone)
  })
})
