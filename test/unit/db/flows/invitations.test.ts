import { describe, expect, it } from 'vitest'
import type { Invitation } from '../../../../db/formats/itip/invitation'
import { readAnswerFile } from '../../../../db/formats/itip/reply-file'
import { openedStores } from '../../../support/opened-stores'
import type { TestStore } from '../../../support/store'
import { makeVisit } from './visit-with-people'

const open = openedStores()

async function waiting(store: TestStore['store'], visitId: string) {
  const mails = await store.outgoingMail.byVisit({ visitId })
  const queued = mails.filter(({ status }) => status === 'queued')
  const rows = queued.map(({ kind, sequence, isAsking, content, attendeeId }) => {
    const invitation = JSON.parse(content) as Invitation
    const to = invitation.invitees.find(({ id }) => id === attendeeId)!.person.name
    return `${to} ${kind} ${sequence}${isAsking === 1 ? ' asks' : ''}`
  })
  return rows.sort()
}

async function send(store: TestStore['store'], visitId: string) {
  const mails = await store.outgoingMail.byVisit({ visitId })
  const ids = mails.filter(({ status }) => status === 'queued').map(({ id }) => id)
  await store.outgoingMail.setStatus({ ids, status: 'sent' })
}

describe('queueing the invitations of a visit', () => {
  it('queues one mail a person, asks all, and marks the visit as invited', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    expect(await store.invitations.queue({ visitId })).toBe(3)
    expect(await waiting(store, visitId)).toEqual([
      'Anna invitation 0 asks',
      'Bert invitation 0 asks',
      'Cleo invitation 0 asks',
    ])
    expect(await store.visit.byId({ id: visitId })).toMatchObject({
      status: 'invited',
      sequence: 0,
    })
  })

  it('replaces what still waits, so that nobody gets two', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    await store.visit.set({ id: visitId, fields: { title: 'Another title' } })
    await store.invitations.queue({ visitId })
    expect(await waiting(store, visitId)).toHaveLength(3)
    const [mail] = await store.outgoingMail.byVisit({ visitId })
    expect(JSON.parse(mail!.content)).toMatchObject({ title: 'Another title', sequence: 0 })
  })

  it('queues nothing when all know what there is to know', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    await send(store, visitId)
    expect(await store.invitations.queue({ visitId })).toBe(0)
  })

  it('tells of a change of details without asking, and of another time with the next SEQUENCE', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    await send(store, visitId)
    await store.visit.set({ id: visitId, fields: { room: 'R 7' } })
    await store.invitations.queue({ visitId })
    expect(await waiting(store, visitId)).toEqual([
      'Anna update 0',
      'Bert update 0',
      'Cleo update 0',
    ])
    await send(store, visitId)
    const { startAtMs, endAtMs } = (await store.visit.byId({ id: visitId }))!
    const later = { startAtMs: startAtMs + 3_600_000, endAtMs: endAtMs + 3_600_000 }
    await store.visit.set({ id: visitId, fields: later })
    await store.invitations.queue({ visitId })
    expect(await waiting(store, visitId)).toEqual([
      'Anna update 1 asks',
      'Bert update 1 asks',
      'Cleo update 1 asks',
    ])
  })

  it('asks anew after a reschedule: earlier answers no longer count', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    await send(store, visitId)
    const [attendee] = await store.attendee.byVisit({ visitId })
    await store.attendee.set({ id: attendee!.id, fields: { partstat: 'ACCEPTED' } })
    const { startAtMs } = (await store.visit.byId({ id: visitId }))!
    await store.visit.set({ id: visitId, fields: { startAtMs: startAtMs + 1_800_000 } })
    await store.invitations.queue({ visitId })
    const after = await store.attendee.byVisit({ visitId })
    expect(after.find(({ id }) => id === attendee!.id)).toMatchObject({ partstat: 'NEEDS-ACTION' })
  })

  it('takes one person out and, invited again, goes past the SEQUENCE of that', async () => {
    const { store } = open()
    const { visitId, personIds } = await makeVisit(store)
    const [annaId] = personIds
    await store.invitations.queue({ visitId })
    await send(store, visitId)
    await store.attendee.invite({ visitId, personId: annaId!, isInvited: 0, reason: 'on leave' })
    await store.invitations.queue({ visitId })
    const mails = await store.outgoingMail.byVisit({ visitId })
    const removal = mails.find(({ kind }) => kind === 'removal')!
    expect(JSON.parse(removal.content)).toMatchObject({ sequence: 0 })
    const [file] = await store.outbox.messages({ ids: [removal.id] })
    const [answer] = await readAnswerFile(file!.message)
    expect(answer!.message).toMatchObject({
      kind: 'cancel',
      sequence: 1,
      attendees: ['anna@acme.example'],
    })
    await send(store, visitId)
    await store.attendee.invite({ visitId, personId: annaId!, isInvited: 1 })
    await store.invitations.queue({ visitId })
    expect(await waiting(store, visitId)).toEqual([
      'Anna invitation 2 asks',
      'Bert update 2',
      'Cleo update 2',
    ])
  })

  it('calls the visit off to everybody who got an invitation', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    await send(store, visitId)
    expect(await store.invitations.cancel({ visitId })).toBe(3)
    expect(await waiting(store, visitId)).toEqual([
      'Anna cancellation 0',
      'Bert cancellation 0',
      'Cleo cancellation 0',
    ])
    expect(await store.visit.byId({ id: visitId })).toMatchObject({
      status: 'cancelled',
      sequence: 1,
    })
    await expect(store.invitations.queue({ visitId })).rejects.toMatchObject({
      code: 'needs_words',
    })
  })

  it('calls off quietly what nobody was told of', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    expect(await store.invitations.cancel({ visitId })).toBe(0)
    expect(await store.outgoingMail.byVisit({ visitId })).toEqual([])
  })

  it('says what is missing', async () => {
    const { store } = open()
    const { visitId, personIds } = await makeVisit(store)
    await store.person.set({ id: personIds[0]!, fields: { email: 'anna' } })
    await expect(store.invitations.queue({ visitId })).rejects.toMatchObject({
      code: 'needs_words',
      fields: { why: 'invitee_address' },
    })
  })
})

describe('what leaves the outbox', () => {
  it('is a draft a person in their language, with the UID and SEQUENCE that were queued', async () => {
    const { store } = open()
    const { visitId } = await makeVisit(store)
    const { uid } = (await store.visit.byId({ id: visitId }))!
    await store.invitations.queue({ visitId })
    const mails = await store.outgoingMail.byVisit({ visitId })
    const german = mails.filter(({ language }) => language === 'de')
    const files = await store.outbox.drafts({ ids: german.map(({ id }) => id) })
    const text = new TextDecoder().decode(files[0]!.bytes)
    expect(text).toContain('X-Unsent: 1')
    expect(text).toContain('Subject: Einladung: Review')
    const [answer] = await readAnswerFile(files[0]!.bytes)
    expect(answer).toMatchObject({ message: { kind: 'request', uid, sequence: 0 } })
  })

  it('is refused for a mail that is not there', async () => {
    const { store } = open()
    await expect(store.outbox.drafts({ ids: ['nothing'] })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
