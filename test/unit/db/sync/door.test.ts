import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SyncDoor } from '../../../../db/sync/door'
import { emptyHash } from '../../../../sync/change'
import type { Change, Value } from '../../../../sync/change'
import { packRows } from '../../../../sync/pages'
import type { FeedRow } from '../../../../sync/row'
import type { PullAnswer } from '../../../../sync/wire'
import { openTestStore } from '../../../support/store'
import type { TestStore } from '../../../support/store'

let test: TestStore
let door: SyncDoor
const bucket = 'a:acme'

beforeEach(async () => {
  test = openTestStore()
  door = test.opened.sync
  const { sql } = test.opened.services.db
  sql.prepare(`UPDATE _device SET epoch = 'e1', lastAckedN = (SELECT max(n) FROM _change)`).run()
  sql.prepare(`INSERT INTO _cursor (bucket, role) VALUES (?, 'editor')`).run(bucket)
})
afterEach(() => {
  test.close()
  rmSync(test.root, { recursive: true, force: true })
})

function rowOf(tbl: string, id: string, seq: number, data: Record<string, Value>): FeedRow {
  return { tbl, id, b: bucket, seq, isDeleted: false, data, texts: {} }
}

const person = (id: string, seq: number, more: Record<string, Value> = {}) =>
  rowOf('person', id, seq, { accountId: 'acme', personKey: id, name: `Person ${id}`, ...more })

/** What a server would answer to a pull; `lastN` 0 = it knows nothing of this device. */
function pull(rows: readonly FeedRow[], more: Partial<PullAnswer> = {}) {
  const head = Math.max(0, ...rows.map(({ seq }) => seq))
  const answer: PullAnswer = {
    epoch: 'e1',
    nowMs: Date.UTC(2026, 2, 2),
    mark: { lastN: 0, lastHash: emptyHash },
    page: packRows(rows),
    heads: { [bucket]: [door.checksum(bucket).cursor, head] },
    more: false,
    ...more,
  }
  return door.takePull(JSON.stringify(answer))
}

const people = () => test.store.person.byAccount({ accountId: 'acme' })

describe('rows that a server sends', () => {
  it('are shown with the defaults of what it left out, and found by search', async () => {
    await pull([person('p1', 1, { stance: 'champion' })])
    expect(await people()).toMatchObject([{ id: 'p1', stance: 'champion', status: 'active' }])
    expect((await test.store.search.find({ text: 'Person p1' })).map(({ id }) => id)).toEqual([
      'p1',
    ])
    expect(door.outbox.hasPending()).toBe(false)
  })

  it('are searched after a crash too, though no log names them [S1]', async () => {
    await pull([person('p1', 1)])
    const { sql } = test.opened.services.db
    expect(sql.prepare(`SELECT 1 FROM _local WHERE name = 'search.indexedN'`).get()).toBe(undefined)
    await test.store.search.find({ text: 'x' })
    expect(sql.prepare(`SELECT 1 FROM _local WHERE name = 'search.indexedN'`).get()).toBeDefined()
  })

  it('keep columns and tables of a newer app for the day of the update [O7]', async () => {
    await pull([person('p1', 1, { mood: 'sunny' }), rowOf('hologram', 'h1', 2, { shape: 'cube' })])
    await test.store.person.set({ id: 'p1', fields: { name: 'Anna' } })
    await pull([person('p1', 3, { mood: 'rainy' })])
    expect(door.shown.find('person', 'p1')?.data).toMatchObject({ mood: 'rainy', name: 'Anna' })
    expect(door.shown.find('hologram', 'h1')?.data).toEqual({ shape: 'cube' })
    expect(door.checksum(bucket).count).toBe(2)
  })

  it('that do not fit are kept aside and the page goes on', async () => {
    await pull([person('p1', 1, { createdAtMs: 'yesterday' }), person('p2', 2)])
    expect((await people()).map(({ id }) => id)).toEqual(['p2'])
    const dead = test.opened.services.db.sql.prepare(`SELECT tbl, rowId, why FROM _dead`).all()
    expect(dead).toEqual([{ tbl: 'person', rowId: 'p1', why: 'person.createdAtMs' }])
    await pull([person('p1', 3)])
    expect((await people()).length).toBe(2)
  })

  it('of another epoch are not taken in [E5]', async () => {
    expect(await pull([person('p1', 1)], { epoch: 'e0' })).toEqual({ ok: false, why: 'bad_answer' })
    expect(await people()).toEqual([])
    expect(door.checksum(bucket).cursor).toBe(0)
  })

  it('with a mark that is no point of our history change nothing [A5]', async () => {
    const mark = { lastN: 7, lastHash: 'f'.repeat(64) }
    expect(await pull([person('p1', 1)], { mark })).toEqual({ ok: false, why: 'forked' })
    expect(await people()).toEqual([])
  })

  it.each([
    [
      'a page that is no page',
      { page: { b: [], t: { person: { c: ['name'], r: [[1, 2]] } }, x: [] } },
    ],
    ['a sequence beyond all numbers', { heads: { [bucket]: [0, 2 ** 60] } }],
    [
      'a key that reaches a prototype',
      { page: JSON.parse('{"b":[],"t":{"__proto__":{}},"x":[]}') },
    ],
    ['a bucket that is none', { heads: { '../etc': [0, 1] } }],
  ] as const)('as %s are not believed and no cursor moves [W4]', async (_name, more) => {
    expect(await pull([], more as Partial<PullAnswer>)).toEqual({ ok: false, why: 'bad_answer' })
    expect(door.checksum(bucket)).toEqual({ count: 0, sum: 0, cursor: 0 })
  })

  it('are news of their account until the user looks, the first reading aside', async () => {
    await pull([rowOf('account', 'acme', 1, { name: 'Acme' }), person('p1', 2)])
    expect((await test.store.sync.status()).news).toEqual([])
    await pull([person('p1', 3, { stance: 'neutral' })])
    expect((await test.store.sync.status()).news).toEqual([
      { accountId: 'acme', name: 'Acme', rows: 1 },
    ])
    await test.store.sync.look({ accountId: 'acme' })
    expect((await test.store.sync.status()).news).toEqual([])
  })
})

describe('a feed that removes very much', () => {
  const many = (seq: number, isDeleted: boolean) =>
    Array.from({ length: 100 }, (_, i) => ({ ...person(`p${i}`, seq + i), isDeleted }))

  it('is held until the user lets it happen, and nothing else waits for it', async () => {
    await pull(many(1, false))
    await pull(many(101, true))
    expect((await people()).length).toBe(100)
    expect((await test.store.sync.status()).braked.map((one) => one.bucket)).toEqual([bucket])
    expect(JSON.parse(door.pullBody()).cursors).toEqual({})
    await test.store.sync.release({ bucket })
    expect(JSON.parse(door.pullBody()).cursors).toEqual({ [bucket]: 100 })
    await pull(many(101, true))
    expect(await people()).toEqual([])
  })

  it('is held also when it comes in small pages', async () => {
    await pull(many(1, false))
    for (let i = 0; i < 100; i += 10) await pull(many(101, true).slice(i, i + 10), { more: true })
    expect((await people()).length).toBeGreaterThanOrEqual(50)
    expect(door.buckets()[0]?.state).toBe('braked')
  })

  it('is taken in when it is a tidy-up of a few rows', async () => {
    await pull(many(1, false))
    await pull(many(101, true).slice(0, 40))
    expect((await people()).length).toBe(60)
  })
})

describe('what waits', () => {
  const opsOf = (body: string | null) => (JSON.parse(body ?? '{"ops":[]}') as { ops: Change[] }).ops

  it('is linked from operation to operation and keeps its hashes [O2, O6]', async () => {
    await pull([rowOf('account', 'acme', 1, { name: 'Acme' }), person('p1', 2)])
    await test.store.person.set({ id: 'p1', fields: { name: 'Anna' } })
    await test.store.person.set({ id: 'p1', fields: { about: 'Sails' } })
    const ops = opsOf(door.pushBody(100)).slice(-2)
    expect(ops.map(({ k, base }) => [k, base])).toEqual([
      ['U', 2],
      ['T', 2],
    ])
    expect(ops[1]?.prevN).toBe(ops[0]?.n)
    expect(door.pushBody(100)).toBe(door.pushBody(100))
  })

  it('leaves an operation behind that is too large, and says so [S3]', async () => {
    await test.store.account.create({ name: 'First' })
    await test.store.account.create({ name: 'Second' })
    const [first, second] = opsOf(door.pushBody(100)).slice(-2)
    while (opsOf(door.pushBody(100))[0]!.n !== first!.n) door.setAsideFirst()
    door.setAsideFirst()
    const [next] = opsOf(door.pushBody(100))
    expect(next?.n).toBe(second?.n)
    expect(next?.prevN).toBeLessThan(first!.n)
    const items = await test.store.sync.setAside()
    expect(items[0]).toMatchObject({ n: first!.n, reason: 'too_large' })
    await test.store.sync.dismiss({ n: first!.n })
    expect((await test.store.sync.setAside()).map(({ n }) => n)).not.toContain(first!.n)
  })
})
