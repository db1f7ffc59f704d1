import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, testNowMs, type TestStore } from '../../../support/store'

describe('what changed on a map', () => {
  let test: TestStore
  let accountId: string
  let anna: { seatId: string; personId: string }
  beforeEach(async () => {
    test = openTestStore()
    accountId = await test.store.account.create({ name: 'Acme' })
    const { seatId, personId } = await add('Anna Berg', null, 'CIO')
    anna = { seatId, personId: personId! }
    await test.store.opinions.setStance({ personIds: [anna.personId], stance: 'neutral' })
  })
  afterEach(() => test.close())

  const add = (name: string, bossId: string | null, title = '') =>
    test.store.drawing.add({ accountId, bossId, name, title })

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

  it('in a meeting is told while it runs and stands when it has ended', async () => {
    const meetingId = await startVisit()
    await add('Jan Kowalski', anna.seatId)
    await add('Eva de Vries', anna.seatId)
    await test.store.opinions.setStance({ personIds: [anna.personId], stance: 'supporter' })
    await test.store.gate.set({ accountId, kind: 'cio', fields: { status: 'passed' } })
    const running = await test.store.view.meetingDiff({ meetingId })
    expect(running).toMatchObject({ to: null, changes: 4 })
    expect(running!.summary.en).toBe(
      '2 new people, Anna Berg: neutral → supporter, CIO gate opened',
    )
    await test.store.meetingLog.end({ meetingId })
    await add('Somebody later', null)
    const done = await test.store.view.meetingDiff({ meetingId })
    expect(done!.summary).toEqual(running!.summary)
    expect(done!.to).toMatchObject({ kind: 'meeting_end', meetingId })
  })

  it('is null for a contact that kept no snapshot', async () => {
    const meetingId = await test.store.meetingLog.logContact({
      personId: anna.personId,
      modality: 'phone',
    })
    expect(await test.store.view.meetingDiff({ meetingId })).toBeNull()
    expect(await test.store.view.meetingDiff({ meetingId: 'nothing' })).toBeNull()
  })

  it('between two snapshots is the same whatever happened later', async () => {
    const { snapshotId: first } = await test.store.snapshots.take({ accountId })
    await add('Jan Kowalski', anna.seatId)
    const { snapshotId: second } = await test.store.snapshots.take({ accountId })
    await add('Eva de Vries', anna.seatId)
    const between = { fromSnapshotId: first, toSnapshotId: second }
    const diff = await test.store.view.mapDiff(between)
    expect(diff!.summary.en).toBe('Jan Kowalski is new')
    const toNow = await test.store.view.mapDiff({ fromSnapshotId: second, toSnapshotId: null })
    expect(toNow!.summary.en).toBe('Eva de Vries is new')
  })

  it('is null when a snapshot is gone, and its content cannot be read', async () => {
    const { snapshotId } = await test.store.snapshots.take({ accountId })
    const missing = { fromSnapshotId: snapshotId, toSnapshotId: 'gone' }
    expect(await test.store.view.mapDiff(missing)).toBeNull()
    test.opened.services.db.sql.prepare(`UPDATE snapshot_content SET body = '{'`).run()
    const damaged = { fromSnapshotId: snapshotId, toSnapshotId: null }
    expect(await test.store.view.mapDiff(damaged)).toBeNull()
    expect(await test.store.view.mapAt({ accountId, snapshotId })).toBeNull()
  })

  it('can be seen as the map of then, with the names of people as they are now', async () => {
    const { snapshotId } = await test.store.snapshots.take({ accountId })
    await test.store.seat.set({ id: anna.seatId, fields: { title: 'Board member' } })
    const then = await test.store.view.mapAt({ accountId, snapshotId })
    expect(then!.state.seats).toMatchObject([{ title: 'CIO', personId: anna.personId }])
    expect(then!.names).toEqual({ [anna.personId]: 'Anna Berg' })
    await test.store.drawing.removePerson({ personId: anna.personId })
    const later = await test.store.view.mapAt({ accountId, snapshotId })
    expect(later!.names).toEqual({})
  })

  it('of another account is not shown', async () => {
    const { snapshotId } = await test.store.snapshots.take({ accountId })
    const other = await test.store.account.create({ name: 'Other' })
    expect(await test.store.view.mapAt({ accountId: other, snapshotId })).toBeNull()
  })
})
