import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'
import { makeVisit } from '../flows/visit-with-people'

const open = openedStores()

describe('outgoing mail', () => {
  it('can be held, released, marked and taken out, each with the time it happened', async () => {
    const { store, clock } = open()
    const { visitId } = await makeVisit(store)
    await store.invitations.queue({ visitId })
    const [mail] = await store.outgoingMail.byVisit({ visitId })
    clock.nowMs += 60_000
    await store.outgoingMail.setStatus({ ids: [mail!.id], status: 'held' })
    const [held] = await store.outgoingMail.byVisit({ visitId })
    expect(held).toMatchObject({ status: 'held', failure: '' })
    expect(held!.statusAtMs).toBeGreaterThan(mail!.statusAtMs!)
    await store.outgoingMail.setStatus({ ids: [mail!.id], status: 'failed', failure: '550 no' })
    expect((await store.outgoingMail.byVisit({ visitId }))[0]).toMatchObject({ failure: '550 no' })
    await store.outgoingMail.setWords({ id: mail!.id, subject: 'Hello', opening: '' })
    await store.outgoingMail.remove({ id: mail!.id })
    expect((await store.outgoingMail.all({})).map(({ id }) => id)).not.toContain(mail!.id)
  })
})
