import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, testNowMs, type TestStore } from '../../../support/store'

const dayMs = 86_400_000

describe('the coverage of an account', () => {
  let test: TestStore
  let accountId: string
  beforeEach(async () => {
    test = openTestStore()
    accountId = await test.store.account.create({ name: 'Acme' })
  })
  afterEach(() => test.close())

  it('places people, open seats and people without a seat', async () => {
    const { seatId, personId } = await test.store.drawing.add({
      accountId,
      bossId: null,
      name: 'Anna Berg',
      title: 'CIO',
      department: ' IT ',
      stance: 'supporter',
    })
    await test.store.drawing.add({ accountId, bossId: seatId, title: 'Procurement lead' })
    await test.store.person.create({ accountId, name: 'Tom Loose' })
    await test.store.meetingLog.logContact({
      personId: personId!,
      modality: 'video',
      atMs: testNowMs - 5 * dayMs,
    })
    const { places, gaps } = await test.store.view.coverage({ accountId })
    expect(places).toMatchObject([
      {
        name: 'Anna Berg',
        department: 'IT',
        level: 'executive',
        levelSource: 'title',
        state: 'known',
        lastContactAtMs: testNowMs - 5 * dayMs,
        lastModality: 'video',
      },
      { name: '', title: 'Procurement lead', state: 'unknown', level: 'manager' },
      { name: 'Tom Loose', seatId: null, level: 'unknown', state: 'known' },
    ])
    expect(gaps).toContainEqual({ kind: 'cell', level: 'director', department: 'IT' })
    expect(gaps).not.toContainEqual({ kind: 'cell', level: 'executive', department: 'IT' })
    expect(gaps).toContainEqual({ kind: 'role', role: 'economic_buyer' })
  })

  it('shows who left as a vacant seat', async () => {
    const { seatId } = await test.store.drawing.add({ accountId, bossId: null, name: 'Anna' })
    await test.store.drawing.vacate({ seatId, hasLeftCompany: true })
    const { places } = await test.store.view.coverage({ accountId })
    expect(places).toMatchObject([{ seatId, personId: null, name: '', state: 'vacant' }])
  })
})

describe('opinions to re-confirm', () => {
  let test: TestStore
  let accountId: string
  let personId: string
  beforeEach(async () => {
    test = openTestStore()
    accountId = await test.store.account.create({ name: 'Acme' })
    const made = await test.store.drawing.add({
      accountId,
      bossId: null,
      name: 'Anna Berg',
      title: 'CIO',
      stance: 'supporter',
      influence: 'high',
    })
    personId = made.personId!
  })
  afterEach(() => test.close())

  const faded = () => test.store.view.fadedOpinions({ accountId })

  it('are those older than 180 days, unless the preference says another number', async () => {
    expect(await faded()).toEqual({ fadeDays: 180, opinions: [] })
    test.clock.nowMs = testNowMs + 181 * dayMs
    expect((await faded()).opinions).toMatchObject([
      { personId, name: 'Anna Berg', title: 'CIO', kind: 'stance', value: 'supporter' },
      { personId, kind: 'influence', value: 'high' },
    ])
    await test.store.preference.set({ name: 'opinionFadeDays', value: '365' })
    expect(await faded()).toEqual({ fadeDays: 365, opinions: [] })
    await test.store.preference.set({ name: 'opinionFadeDays', value: '"soon"' })
    expect((await faded()).fadeDays).toBe(180)
  })

  it('are confirmed by a new dated opinion of the same value, as one step of undo', async () => {
    test.clock.nowMs = testNowMs + 200 * dayMs
    await test.store.reconfirm.opinions({
      opinions: [
        { personId, kind: 'stance' },
        { personId, kind: 'influence' },
      ],
    })
    expect((await faded()).opinions).toEqual([])
    const person = await test.store.person.byId({ id: personId })
    expect(person).toMatchObject({ stance: 'supporter', influence: 'high' })
    expect(await test.store.opinion.byPerson({ personId })).toHaveLength(4)
    await test.store.history.undo()
    expect((await faded()).opinions).toHaveLength(2)
  })

  it('leave out who left and who has no opinion', async () => {
    await test.store.drawing.add({ accountId, bossId: null, name: 'Jan' })
    await test.store.person.set({ id: personId, fields: { status: 'left' } })
    test.clock.nowMs = testNowMs + 200 * dayMs
    expect((await faded()).opinions).toEqual([])
  })

  it('refuse a person that is not there', async () => {
    const wrong = { opinions: [{ personId: 'nobody', kind: 'stance' as const }] }
    await expect(test.store.reconfirm.opinions(wrong)).rejects.toMatchObject({ code: 'not_found' })
  })
})
