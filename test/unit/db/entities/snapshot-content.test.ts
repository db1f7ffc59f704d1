import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeMap } from '../../../../db/map-diff/map-codec'
import { openTestStore, type TestStore } from '../../../support/store'

describe('the content of snapshots', () => {
  let test: TestStore
  beforeEach(() => {
    test = openTestStore()
  })
  afterEach(() => test.close())

  it('is the map as text, in the bucket of its account', async () => {
    const accountId = await test.store.account.create({ name: 'Acme' })
    const { seatId } = await test.store.drawing.add({ accountId, bossId: null, title: 'CIO' })
    await test.store.snapshots.take({ accountId })
    const { sql } = test.opened.services.db
    const rows = sql.prepare('SELECT * FROM snapshot_content').all() as { body: string }[]
    expect(rows).toMatchObject([{ accountId, seats: 1, people: 0 }])
    expect(decodeMap(rows[0]!.body)!.seats).toMatchObject([{ id: seatId, title: 'CIO' }])
    const logged = sql.prepare(`SELECT bucket FROM _change WHERE tbl = 'snapshot_content'`).get()
    expect(logged).toEqual({ bucket: `a:${accountId}` })
  })

  it('has the same id wherever the same map of an account is kept', async () => {
    const accountId = await test.store.account.create({ name: 'Acme' })
    const { personId } = await test.store.drawing.add({ accountId, bossId: null, name: 'Anna' })
    await test.store.snapshots.take({ accountId })
    await test.store.opinions.setStance({ personIds: [personId!], stance: 'champion' })
    await test.store.snapshots.take({ accountId })
    await test.store.opinions.setStance({ personIds: [personId!], stance: 'unknown' })
    await test.store.snapshots.take({ accountId })
    const contents = (await test.store.snapshot.byAccount({ accountId })).map(
      ({ contentId }) => contentId,
    )
    expect(contents[2]).toBe(contents[0])
    expect(contents[1]).not.toBe(contents[0])
  })
})
