import { expect, it } from 'vitest'
import { withTestStore } from '../../../support/with-store'

it('takes NPS answers from 0 to 10 and CSAT answers from 1 to 5', () =>
  withTestStore(async ({ store }) => {
    const accountId = await store.account.create({ name: 'Acme' })
    const personId = await store.person.create({ accountId, name: 'Jan' })
    await store.surveyAnswer.create({ accountId, personId, kind: 'nps', score: 10 })
    await store.surveyAnswer.create({ accountId, personId, kind: 'csat', score: 5 })
    expect((await store.surveyAnswer.byAccount({ accountId })).map((row) => row.score)).toEqual([
      10, 5,
    ])
    for (const wrong of [
      { kind: 'csat', score: 0 },
      { kind: 'csat', score: 6 },
      { kind: 'nps', score: 11 },
    ] as const)
      await expect(
        store.surveyAnswer.create({ accountId, personId, ...wrong }),
      ).rejects.toMatchObject({ code: 'bad_arguments' })
  }))
