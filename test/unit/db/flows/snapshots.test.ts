import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, testNowMs, type TestStore } from '../../../support/store'

describe('snapshots of a map', () => {
  let test: TestStore
  let accountId: string
  beforeEach(async () => {
    test = openTestStore()
    accountId = await test.store.account.create({ name: 'Acme' })
  })
  afterEach(() => test.close())

  const list = () => test.store.snapshot.byAccount({ accountId })
  const contents = () =>
    test.opened.services.db.sql.prepare('SELECT body FROM snapshot_content').all() as {
      body: string
    }[]

  async function draw() {
    const anna = await test.store.drawing.add({
      accountId,
      bossId: null,
      name: 'Anna Berg',
      title: 'CIO',
      department: 'IT',
      stance: 'neutral',
    })
    return { seatId: anna.seatId, personId: anna.personId! }
  }

  async function startVisit(): Promise<string> {
    const visitId = await test.store.visitPlan.create({
      accountId,
      title: 'Pilot review',
      type: 'pilot_review',
      modality: 'on_site',
      startAtMs: testNowMs,
      endAtMs: testNowMs + 3_600_000,
      timeZone: 'Europe/Berlin',
      startLocal: '2026-03-02T10:00',
    })
    return test.store.meetingLog.startFromVisit({ visitId })
  }

  it('taken by hand keeps what the map says, and a second equal one is the same one', async () => {
    await draw()
    const first = await test.store.snapshots.take({ accountId })
    const second = await test.store.snapshots.take({ accountId })
    expect(first.isNew).toBe(true)
    expect(second).toEqual({ snapshotId: first.snapshotId, isNew: false })
    expect(await list()).toMatchObject([{ kind: 'by_hand', seats: 1, people: 1 }])
  })

  it('with a name is kept although nothing changed; equal ones share their content', async () => {
    await draw()
    await test.store.snapshots.take({ accountId })
    await test.store.snapshots.take({ accountId, name: 'Before the reorganisation' })
    expect((await list()).map(({ name }) => name)).toEqual(['', 'Before the reorganisation'])
    expect(contents()).toHaveLength(1)
  })

  it('is taken at the start and at the end of a meeting', async () => {
    const { personId } = await draw()
    const meetingId = await startVisit()
    await test.store.opinions.setStance({ personIds: [personId], stance: 'supporter' })
    await test.store.meetingLog.end({ meetingId })
    expect(await list()).toMatchObject([
      { kind: 'meeting_start', meetingId },
      { kind: 'meeting_end', meetingId },
    ])
    expect(contents()).toHaveLength(2)
  })

  it('is one for a meeting that nothing changed, and one end however often it ends', async () => {
    await draw()
    const meetingId = await startVisit()
    await test.store.meetingLog.end({ meetingId })
    await test.store.meetingLog.end({ meetingId })
    expect(await list()).toHaveLength(2)
    expect(contents()).toHaveLength(1)
  })

  it('is taken at the start of a meeting that nobody planned', async () => {
    await draw()
    const meetingId = await test.store.meetingLog.start({ accountId, title: 'In the lift' })
    expect(await list()).toMatchObject([{ kind: 'meeting_start', meetingId }])
    expect(await test.store.meeting.byId({ id: meetingId })).toMatchObject({ status: 'running' })
    const nowhere = test.store.meetingLog.start({ accountId: 'nobody', title: 'x' })
    await expect(nowhere).rejects.toMatchObject({ code: 'not_found' })
  })

  it('goes with the step that took it', async () => {
    await draw()
    await startVisit()
    await test.store.history.undo()
    expect(await list()).toEqual([])
    expect(await test.store.meeting.all()).toEqual([])
  })

  it('holds no name, address, need or note of anybody', async () => {
    const { personId } = await draw()
    await test.store.person.set({
      id: personId,
      fields: { email: 'anna@acme.example', needs: 'wants peace', about: 'likes chess' },
    })
    await test.store.snapshots.take({ accountId })
    const bodies = contents().map(({ body }) => body)
    expect(bodies.join()).not.toMatch(/Anna|Berg|acme\.example|peace|chess/)
    expect(bodies.join()).toContain('CIO')
  })

  it('refuses an account that is not there', async () => {
    await expect(test.store.snapshots.take({ accountId: 'nobody' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
