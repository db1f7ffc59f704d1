import { describe, expect, it } from 'vitest'
import { openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('note', () => {
  it('is listed by account, meeting and person', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.note.create({
      accountId,
      meetingId: 'm1',
      personId: 'p1',
      body: 'Said yes',
    })
    const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id)
    expect(ids(await store.note.byAccount({ accountId }))).toEqual([id])
    expect(ids(await store.note.byMeeting({ meetingId: 'm1' }))).toEqual([id])
    expect(ids(await store.note.byPerson({ personId: 'p1' }))).toEqual([id])
  })

  it('takes 200,000 characters of any script and refuses one more', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const body = 'ż\u0000\u2028د'.repeat(50_000)
    await store.note.create({ accountId, body })
    expect((await store.note.byAccount({ accountId }))[0]!.body).toBe(body)
    const longer = store.note.create({ accountId, body: `${body}x` })
    await expect(longer).rejects.toMatchObject({ code: 'bad_arguments' })
  })

  it('is changed and removed, and comes back whole by undo', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.note.create({ accountId, body: 'First', kind: 'decision', isPrivate: 1 })
    await store.note.set({ id, fields: { body: 'Second' } })
    const before = await store.note.byAccount({ accountId })
    await store.note.remove({ id })
    expect(await store.note.byAccount({ accountId })).toEqual([])
    await store.history.undo()
    expect(await store.note.byAccount({ accountId })).toEqual(before)
  })
})
