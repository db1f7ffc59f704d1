import { expect, it } from 'vitest'
import { testNowMs } from '../../../support/store'
import { withTestStore } from '../../../support/with-store'

const day = 86_400_000

it('says what face time is due, how far the portfolio is covered and where most is open', () =>
  withTestStore(async ({ store }) => {
    const customer = { status: 'customer', currency: 'EUR' } as const
    const value = { valueNowMinor: 20_000_000, potentialValueMinor: 80_000_000 }
    const visited = await store.account.create({ name: 'Visited', ...customer, ...value })
    const never = await store.account.create({ name: 'Never', ...customer, ...value })
    await store.account.create({ name: 'Small', ...customer, valueNowMinor: 100 })
    const anna = await store.person.create({ accountId: visited, name: 'Anna' })
    await store.person.create({ accountId: never, name: 'Jan' })
    await store.meetingLog.logContact({
      personId: anna,
      modality: 'on_site',
      atMs: testNowMs - 10 * day,
    })
    await store.surveyAnswer.create({
      accountId: visited,
      personId: anna,
      kind: 'nps',
      score: 9,
      atMs: testNowMs - day,
    })
    const figures = await store.view.teamFigures({})
    expect(figures).toMatchObject({
      accounts: 3,
      coverage: 0.5,
      peopleMet: 1,
      peopleActive: 2,
      nps: { value: 100, answers: 1 },
    })
    expect(figures.faceTime.map((entry) => [entry.name, entry.light])).toEqual([
      ['Never', 'red'],
      ['Visited', 'green'],
    ])
    expect(figures.penetration).toBeCloseTo(0.25, 3)
    expect(figures.months.at(-2)).toEqual({ month: '2026-02', onSite: 1, remote: 0 })
    expect(figures.neverVisited.map((account) => account.name)).toEqual(['Never', 'Small'])
  }))
