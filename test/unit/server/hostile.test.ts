import { gzipSync } from 'node:zlib'

import { beforeAll, describe, expect, test } from 'vitest'

import { addToTeam, ask, enrolPerson, makeTestWorkspace } from '../../sync/server/harness'
import type { Person } from '../../sync/server/harness'
import { onEveryDatabase } from '../../sync/server/harness'
import { Pusher } from '../../sync/server/pusher'

const seat = { name: { name: 'x' }, placement: { bossId: null, rank: 'a0' } }

onEveryDatabase('a hostile device', (server) => {
  let ws: number
  let rep: Person
  let other: Person

  beforeAll(async () => {
    ws = await makeTestWorkspace(server())
    rep = await enrolPerson(server(), ws, { role: 'rep', name: 'Rep' })
    other = await enrolPerson(server(), ws, { role: 'rep', name: 'Other' })
    await addToTeam(server(), ws, 'mine', rep.member)
    await addToTeam(server(), ws, 'theirs', other.member)
  })

  async function freshPusher(): Promise<Pusher> {
    const person = await enrolPerson(server(), ws, {
      role: 'rep',
      name: 'Rep',
      member: rep.member,
    })
    return new Pusher(server(), person)
  }

  async function countRows(): Promise<number> {
    const [row] = await server().database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM sync_row WHERE ws = $1',
      [ws],
    )
    return row!.count
  }

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a bomb of brackets', '['.repeat(30_000)],
    ['a key that reaches a prototype', '{"__proto__":{"isAdmin":true}}'],
    [
      'an author of its own choosing',
      JSON.stringify({ epoch: 'e', previousHash: '', ops: [], device: 'x' }),
    ],
    ['half a surrogate', '"\ud800"'],
  ])('that sends %s gets a typed refusal and changes nothing [W1 to W3]', async (_what, body) => {
    const before = await countRows()
    for (const url of [
      '/sync/v1/push',
      '/sync/v1/pull',
      '/sync/v1/hello',
      '/v1/enrol',
      '/v1/token',
    ]) {
      const answer = await ask(server(), 'POST', url, rep.token, body, {
        'content-type': 'application/json',
      })
      expect([url, answer.status, answer.json['code']]).toEqual([url, 400, 'bad_request'])
    }
    expect(await countRows()).toBe(before)
  })

  test('that sends too much is told the limit, compressed or not', async () => {
    const large = `{"epoch":"${'x'.repeat(5 * 1024 * 1024)}"}`
    const plain = await ask(server(), 'POST', '/sync/v1/push', rep.token, large)
    expect([plain.status, plain.json['code']]).toEqual([413, 'too_large'])
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    const answer = await server().app.inject({
      method: 'POST',
      url: '/sync/v1/push',
      headers: {
        authorization: `Bearer ${rep.token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      payload: bomb,
    })
    expect(answer.statusCode).toBe(413)
    const torn = await server().app.inject({
      method: 'POST',
      url: '/sync/v1/push',
      headers: {
        authorization: `Bearer ${rep.token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      },
      payload: gzipSync('{"a":1}').subarray(0, 15),
    })
    expect(torn.statusCode).toBe(400)
  })

  test.each([
    ['a table that is none', { tbl: 'nothing' }, 'unknown_table'],
    ['a foreign account', { b: 'a:theirs' }, 'forbidden'],
    [
      "somebody else's drafts",
      { tbl: 'draft', b: 'u:somebody', set: { body: { body: 'x' } } },
      'forbidden',
    ],
    ['a column that is none', { set: { name: { password: 'x' } } }, 'unknown_column'],
    ['a huge value', { set: { name: { name: 'x'.repeat(101) } } }, 'too_long'],
    ['a value outside the list', { set: { stance: { stance: 'x' } } }, 'bad_enum'],
    ['NUL', { set: { name: { name: 'a\0b' } } }, 'bad_text'],
    ['half a surrogate', { set: { name: { name: '\ud800' } } }, 'bad_text'],
    ['SQL for a stamp', { hlc: "'; DROP TABLE sync_row; --" }, 'bad_stamp'],
    ['a base from the future', { k: 'U', base: 2 ** 52 }, 'bad_base'],
    ['a conflict of its own making', { tbl: 'conflict', set: {} }, 'read_only'],
  ])(
    'that pushes %s has it set aside, and the next operation goes on [Q1]',
    async (_what, part, reason) => {
      const pusher = await freshPusher()
      const id = `good-${Math.random().toString(36).slice(2)}`
      const answer = await pusher.push(
        { id: `bad-${id}`, b: 'a:mine', set: seat, ...part },
        { id, b: 'a:mine', set: seat },
      )
      expect(answer.results.map((result) => [result.outcome, result.reason])).toEqual([
        ['quarantined', reason],
        ['applied', undefined],
      ])
    },
  )

  test('cannot take a row out of another account, nor hang one under its boss [O4, Q2]', async () => {
    const theirs = new Pusher(
      server(),
      await enrolPerson(server(), ws, { role: 'rep', name: 'O', member: other.member }),
    )
    await theirs.push({ id: 'their-seat', b: 'a:theirs', set: seat })
    const pusher = await freshPusher()
    const placement = { placement: { bossId: 'their-seat', rank: 'a0' } }
    const answer = await pusher.push(
      { id: 'their-seat', b: 'a:mine', k: 'U', set: { name: { name: 'stolen' } } },
      { id: 'their-seat', b: 'a:mine', k: 'D', set: undefined },
      { id: 'under-theirs', b: 'a:mine', set: { ...seat, ...placement } },
    )
    expect(answer.results.map((result) => result.reason)).toEqual([
      'wrong_bucket',
      'wrong_bucket',
      'foreign_parent',
    ])
    expect(JSON.stringify(answer.page)).not.toContain('their-seat')
  })

  test('cannot make its edits win for ever with a clock of the year 2099 [C5]', async () => {
    const liar = await freshPusher()
    const honest = await freshPusher()
    await liar.push({ id: 'clocked', b: 'a:mine', set: seat })
    const future = '0ffffffffffe-0000-abcdefgh'
    await liar.push({
      id: 'clocked',
      b: 'a:mine',
      k: 'U',
      base: 1_000_000,
      hlc: future,
      set: { name: { name: 'x' } },
    })
    await liar.push({
      id: 'clocked',
      b: 'a:mine',
      k: 'U',
      hlc: future,
      set: { name: { name: 'liar' } },
    })
    const seq = (
      await liar.push({
        id: 'clocked',
        b: 'a:mine',
        k: 'U',
        hlc: future,
        set: { name: { name: 'liar 2' } },
      })
    ).page.t['seat']!.r[0]![2]
    const answer = await honest.push({
      id: 'clocked',
      b: 'a:mine',
      k: 'U',
      base: seq,
      set: { name: { name: 'honest' } },
    })
    expect(answer.results[0]?.outcome).toBe('applied')
    const [row] = await server().database.query<{
      fields: Record<string, [number, string, number]>
    }>("SELECT fields FROM sync_row WHERE ws = $1 AND id = 'clocked'", [ws])
    for (const stamp of Object.values(row!.fields))
      expect(stamp[2]).toBeLessThanOrEqual(server().clock.nowMs)
  })

  test('that sends a push again changes nothing and is told the rows [A1, I1]', async () => {
    const pusher = await freshPusher()
    const { body } = pusher.prepare([{ id: 'once', b: 'a:mine', set: seat }])
    const first = await pusher.send(body)
    const again = await pusher.send(body)
    expect(again.json['results']).toEqual([{ n: 1, outcome: 'duplicate' }])
    expect(again.json['page']).toEqual(first.json['page'])
    expect(again.json['heads']).toEqual({})
  })

  test('that changes an operation it sent before is recognised [A4]', async () => {
    const pusher = await freshPusher()
    const { body, ops } = pusher.prepare([{ id: 'forked', b: 'a:mine', set: seat }])
    await pusher.send(body)
    const forged = { ...body, ops: [{ ...ops[0], set: { name: { name: 'other' } } }] }
    expect((await pusher.send(forged)).json['code']).toBe('device_forked')
  })

  test('that leaves operations out is told where to begin [A3]', async () => {
    const pusher = await freshPusher()
    pusher.prepare([{ id: 'lost', b: 'a:mine', set: seat }])
    const { body } = pusher.prepare([{ id: 'later', b: 'a:mine', set: seat }])
    const answer = await pusher.send(body)
    expect([answer.status, answer.json]).toEqual([409, { code: 'op_gap', expected: 0 }])
  })

  test('with forged cursors neither loops nor breaks anything', async () => {
    for (const cursor of [0, 1, 2 ** 40, 2 ** 53 - 1]) {
      const answer = await ask(server(), 'POST', '/sync/v1/pull', rep.token, {
        epoch: rep.epoch,
        accessVersion: 0,
        cursors: { 'a:mine': cursor, 'a:theirs': 0, 'a:nowhere': cursor, w: cursor },
        limitRows: 0,
        limitBytes: 0,
      })
      expect(answer.status).toBe(200)
      expect(answer.body).not.toContain('their-seat')
    }
  })

  test('of an app that is too old is told to update and of another epoch to say hello', async () => {
    const hello = { app: '0.1', schema: 1, epoch: null, accessVersion: 0 }
    const answer = await ask(server(), 'POST', '/sync/v1/hello', rep.token, hello)
    expect([answer.status, answer.json]).toEqual([426, { code: 'upgrade_required', minSchema: 2 }])
    const push = { epoch: 'another', previousHash: '', ops: [] }
    const other = await ask(server(), 'POST', '/sync/v1/push', rep.token, push)
    expect(other.json).toEqual({ code: 'epoch_changed', epoch: rep.epoch })
  })

  describe('with a token', () => {
    test('that is forged, cut, over or from elsewhere gets nothing', async () => {
      const [claims, mac] = rep.token.split('.') as [string, string]
      const forged = Buffer.from(
        JSON.stringify({ ws, device: other.device, untilMs: 9e15 }),
      ).toString('base64url')
      for (const token of ['', 'x', 'x.y', claims, `${forged}.${mac}`, `${claims}.${mac}.x`])
        expect((await ask(server(), 'GET', '/v1/devices', token)).status).toBe(401)
      const { token } = rep
      server().clock.nowMs += 11 * 60_000
      expect((await ask(server(), 'GET', '/v1/devices', token)).json['code']).toBe('token_expired')
      expect((await ask(server(), 'GET', '/v1/devices', rep.token)).status).toBe(200)
    })
  })
})
