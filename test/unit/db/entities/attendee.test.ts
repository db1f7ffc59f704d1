import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

async function openVisit() {
  const test = open()
  const { store } = test
  const accountId = await store.account.create({ name: 'A' })
  const personId = await store.person.create({ accountId, name: 'Jan' })
  const visitId = await store.visitPlan.create({
    accountId,
    title: 'Review',
    type: 'qbr',
    modality: 'on_site',
    startAtMs: 0,
    endAtMs: 3_600_000,
    timeZone: 'Europe/Berlin',
    startLocal: '1970-01-01T01:00',
  })
  const ofPerson = async () =>
    (await store.attendee.byVisit({ visitId })).find((row) => row.personId === personId)!
  return { test, store, visitId, personId, ofPerson }
}

describe('attendee', () => {
  it('is left out only with a reason, and stays listed with it', async () => {
    const { store, visitId, personId, ofPerson } = await openVisit()
    const leaveOut = (reason?: string) =>
      store.attendee.invite({
        visitId,
        personId,
        isInvited: 0,
        ...(reason !== undefined && { reason }),
      })
    await expect(leaveOut()).rejects.toMatchObject({ code: 'reason_needed' })
    await expect(leaveOut('  ')).rejects.toMatchObject({ code: 'reason_needed' })
    await leaveOut(' On leave ')
    expect(await ofPerson()).toMatchObject({ isInvited: 0, leftOutReason: 'On leave' })
    await store.attendee.invite({ visitId, personId, isInvited: 1 })
    expect(await ofPerson()).toMatchObject({ isInvited: 1, leftOutReason: '' })
  })

  it('logs an answer whole, so that two answers never mix', async () => {
    const { test, store, ofPerson } = await openVisit()
    const { id } = await ofPerson()
    await store.attendee.set({ id, fields: { partstat: 'ACCEPTED', answerSequence: 0 } })
    expect(lastChange(test).body).toEqual({
      answer: {
        partstat: 'ACCEPTED',
        answerSequence: 0,
        answerStampAtMs: null,
        answerComment: '',
        delegatedTo: '',
        isUnverified: 0,
      },
    })
  })

  it('belongs to a visit that is there', async () => {
    const { store, personId } = await openVisit()
    const invite = store.attendee.invite({ visitId: 'none', personId, isInvited: 1 })
    await expect(invite).rejects.toMatchObject({ code: 'not_found' })
  })
})
