import { describe, expect, it } from 'vitest'
import { lastChange, openedStores } from '../../../support/opened-stores'

const open = openedStores()

describe('an opinion', () => {
  it('is dated, signed, tied to its meeting and kept as history', async () => {
    const test = open()
    const { store } = test
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.person.create({ accountId, name: 'Jan' })
    const { memberId } = await store.storeInfo.read()
    await store.opinions.setStance({ personIds: [id], stance: 'opponent', meetingId: 'm1' })
    const row = (await store.person.byId({ id }))!
    expect(row).toMatchObject({
      stance: 'opponent',
      stanceMemberId: memberId,
      stanceMeetingId: 'm1',
    })
    expect(await store.opinion.byPerson({ personId: id })).toMatchObject([
      { kind: 'stance', value: 'opponent', atMs: row.stanceAtMs, memberId, meetingId: 'm1' },
    ])
    expect(lastChange(test).tbl).toBe('opinion')
  })

  it('of several people is one step', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const personIds = [
      await store.person.create({ accountId, name: 'Jan' }),
      await store.person.create({ accountId, name: 'Eva' }),
    ]
    await store.opinions.setInfluence({ personIds, influence: 'high' })
    const influences = async () =>
      (await store.person.byAccount({ accountId })).map((row) => row.influence)
    expect(await influences()).toEqual(['high', 'high'])
    await store.history.undo()
    expect(await influences()).toEqual(['unknown', 'unknown'])
    expect(await store.opinion.byAccount({ accountId })).toEqual([])
  })

  it('of somebody who is gone changes nobody', async () => {
    const { store } = open()
    const accountId = await store.account.create({ name: 'A' })
    const id = await store.person.create({ accountId, name: 'Jan' })
    const set = store.opinions.setStance({ personIds: [id, 'none'], stance: 'neutral' })
    await expect(set).rejects.toMatchObject({ code: 'not_found' })
    expect(await store.person.byId({ id })).toMatchObject({ stance: 'unknown' })
  })
})
