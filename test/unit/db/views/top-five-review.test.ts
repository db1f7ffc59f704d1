import { expect, it } from 'vitest'
import { testNowMs } from '../../../support/store'
import { withTestStore } from '../../../support/with-store'

it('lists the largest potential first, each with its top five and their last contact', () =>
  withTestStore(async ({ store }) => {
    const small = await store.account.create({ name: 'Small', potentialValueMinor: 10 })
    const large = await store.account.create({ name: 'Large', potentialValueMinor: 1000 })
    await store.account.create({ name: 'Nobody known' })
    await store.person.create({ accountId: small, name: 'Someone' })
    const card = { accountId: large, bossId: null, name: 'Anna', title: 'CIO', isTopFive: true }
    const { personId } = await store.drawing.add(card)
    await store.meetingLog.logContact({ personId: personId!, modality: 'phone', atMs: testNowMs })
    const review = await store.view.topFiveReview({})
    expect(review.map((account) => account.name)).toEqual(['Large', 'Small'])
    expect(review[0]?.people).toMatchObject([
      { name: 'Anna', title: 'CIO', lastContactAtMs: testNowMs, lastModality: 'phone' },
    ])
    expect(review[1]).toMatchObject({ people: [], othersKnown: 1 })
  }))
