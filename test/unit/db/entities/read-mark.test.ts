import { expect, it } from 'vitest'
import { withTestStore } from '../../../support/with-store'

it('marks a log as read once per user, and as unread again', () =>
  withTestStore(async ({ store }) => {
    const accountId = await store.account.create({ name: 'Acme' })
    const subjectId = await store.meeting.create({ accountId, title: 'Call', status: 'done' })
    const isUnread = async () => (await store.view.teamFeed({}))[0]?.isUnread
    expect(await isUnread()).toBe(true)
    await store.readMark.set({ subjectId, isRead: true })
    await store.readMark.set({ subjectId, isRead: true })
    expect((await store.readMark.all()).length).toBe(1)
    expect(await isUnread()).toBe(false)
    const comment = { accountId, subject: 'meeting' as const, subjectId, body: 'Look at this' }
    await store.comment.create(comment)
    expect(await isUnread()).toBe(true)
    await store.readMark.set({ subjectId, isRead: false })
    expect(await store.readMark.all()).toEqual([])
  }))
