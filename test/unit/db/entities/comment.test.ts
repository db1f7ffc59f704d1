import { expect, it } from 'vitest'
import { withTestStore } from '../../../support/with-store'

it('keeps a thread on a log with author and time, and lets a comment be changed and removed', () =>
  withTestStore(async ({ store }) => {
    const accountId = await store.account.create({ name: 'Acme' })
    const meetingId = await store.meeting.create({ accountId, title: 'Call' })
    const subject = { accountId, subject: 'meeting' as const, subjectId: meetingId }
    const id = await store.comment.create({ ...subject, body: 'Well done' })
    await store.comment.set({ id, body: 'Very well done' })
    const { memberId } = await store.storeInfo.read()
    expect(await store.comment.bySubject({ subjectId: meetingId })).toMatchObject([
      { id, body: 'Very well done', authorMemberId: memberId },
    ])
    await store.comment.remove({ id })
    expect(await store.comment.byAccount({ accountId })).toEqual([])
    await expect(store.comment.create({ ...subject, body: '' })).rejects.toMatchObject({
      code: 'bad_arguments',
    })
  }))
