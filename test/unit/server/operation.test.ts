import { once } from 'node:events'
import { gunzipSync, gzipSync } from 'node:zlib'

import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { runAdmin } from '../../../server/admin'
import { openEmbedded } from '../../../server/database/embedded'
import { openPostgres } from '../../../server/database/postgres'
import { ensureWorkspace } from '../../../server/workspace'
import {
  addToTeam,
  ask,
  enrolPerson,
  makeTestWorkspace,
  onEveryDatabase,
  startServer,
} from '../../sync/server/harness'
import type { Person, TestServer } from '../../sync/server/harness'
import { Pusher } from '../../sync/server/pusher'

onEveryDatabase('a running server', (server) => {
  let ws: number
  let ana: Person
  let bo: Person

  beforeAll(async () => {
    ws = await makeTestWorkspace(server())
    ana = await enrolPerson(server(), ws, { role: 'admin', name: 'Ana' })
    bo = await enrolPerson(server(), ws, { role: 'rep', name: 'Bo' })
    for (const person of [ana, bo]) await addToTeam(server(), ws, 'acme', person.member)
  })

  test('wakes who may see what moved, on whichever node, and nobody else', async () => {
    const { url } = server()
    const second = url === null ? server() : await startServer(await openPostgres(url), url)
    const stranger = await enrolPerson(server(), ws, { role: 'rep', name: 'Stranger' })
    const [mine, theirs] = await Promise.all([listen(second, ana), listen(second, stranger)])
    await new Pusher(server(), bo).push({ id: 'woken', b: 'a:acme', set: { name: { name: 'x' } } })
    expect(await mine.next()).toEqual({ t: 'wake', b: ['a:acme'] })
    await addToTeam(server(), ws, 'own', stranger.member)
    await ask(server(), 'POST', '/v1/accounts/own/team', ana.token, {
      member: ana.member,
      role: 'editor',
    })
    expect(await mine.next()).toEqual({ t: 'access' })
    await ask(server(), 'POST', `/v1/devices/${ana.device}/lock`, ana.token)
    expect(await mine.closed()).toBe(4001)
    expect(theirs.heard()).toEqual([])
    theirs.close()
    await server().database.query("UPDATE device SET state = 'ok' WHERE id = $1", [ana.device])
    if (second !== server()) await second.close()
  })

  test('lets no page and no stranger listen', async () => {
    const address = await addressOf(server())
    const closes = [
      new WebSocket(address, { headers: { authorization: 'Bearer x' } }),
      new WebSocket(address, {
        headers: { authorization: `Bearer ${ana.token}` },
        origin: 'https://evil.example',
      }),
    ].map(async (socket) => ((await once(socket, 'close')) as [number])[0])
    expect(await Promise.all(closes)).toEqual([4001, 4003])
  })

  test('speaks compressed both ways, with its marker on every answer [W6]', async () => {
    const pusher = new Pusher(
      server(),
      await enrolPerson(server(), ws, { role: 'rep', name: 'Bo', member: bo.member }),
    )
    const { body } = pusher.prepare(
      Array.from({ length: 200 }, (_, i) => ({
        id: `bulk-${i}`,
        b: 'a:acme',
        set: { name: { name: `Person number ${i}` } },
      })),
    )
    const answer = await server().app.inject({
      method: 'POST',
      url: '/sync/v1/push',
      headers: {
        authorization: `Bearer ${pusher.person.token}`,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'accept-encoding': 'gzip',
      },
      payload: gzipSync(JSON.stringify(body)),
    })
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'gzip'])
    const { results } = JSON.parse(gunzipSync(answer.rawPayload).toString()) as {
      results: unknown[]
    }
    expect(results.length).toBe(200)
    expect(answer.rawPayload.length).toBeLessThan(10_000)
    for (const url of ['/health', '/nowhere', '/v1/devices'])
      expect((await server().app.inject({ url })).headers).toMatchObject({
        'x-jetway-sync': '1',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      })
  })

  test('compares a bucket by count and sum [E4]', async () => {
    const answer = await ask(server(), 'GET', '/sync/v1/checksum?b=a:acme', bo.token)
    const [truth] = await server().database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM sync_row WHERE ws = $1 AND bucket = 'a:acme'",
      [ws],
    )
    expect(answer.json).toMatchObject({ count: truth!.n, sum: expect.any(Number) as number })
  })

  test('erases a row from feed, history and quarantine, and tells the devices', async () => {
    const person = await enrolPerson(server(), ws, { role: 'rep', name: 'Bo', member: bo.member })
    const pusher = new Pusher(server(), person)
    const canary = 'Zerlinda Canary'
    await pusher.push({ id: 'erased', b: 'a:acme', set: { name: { name: canary } } })
    await pusher.push({ id: 'erased', b: 'a:acme', k: 'U', set: { name: { name: `${canary} 2` } } })
    await pusher.push({ id: 'erased', b: 'a:acme', k: 'U', set: { stance: { stance: canary } } })
    const lines = await admin(server(), 'erase', String(ws), 'seat', 'erased')
    expect(lines).toEqual(['erased'])
    for (const table of ['sync_row', 'sync_op', 'sync_quarantine', 'sync_text'])
      expect(JSON.stringify(await server().database.query(`SELECT * FROM ${table}`))).not.toContain(
        canary,
      )
    const late = await pusher.push({
      id: 'erased',
      b: 'a:acme',
      k: 'U',
      set: { name: { name: 'y' } },
    })
    expect(late.results[0]?.reason).toBe('unknown_row')
    const back = await pusher.push({ id: 'erased', b: 'a:acme', set: { name: { name: 'anew' } } })
    expect(back.results[0]?.outcome).toBe('applied')
  })

  test('gives its administrator commands that explain themselves', async () => {
    expect(await admin(server(), 'nonsense')).toContain('  members <ws>')
    expect(await admin(server(), 'team', String(ws))).toEqual([
      'Usage: team <ws> <account> <member> <editor|viewer|none>',
    ])
    expect(await admin(server(), 'invite', String(ws), 'rep', 'Cy')).toEqual([
      expect.stringMatching(/^https:\/\/jetway\.example\/join#[\w-]{43}$/) as string,
    ])
    expect((await admin(server(), 'members', String(ws))).join()).toContain(bo.member)
    expect((await admin(server(), 'devices', String(ws))).join()).toContain(bo.device)
    expect((await admin(server(), 'export', String(ws))).length).toBeGreaterThan(100)
    expect(await admin(server(), 'member', String(ws), bo.member, 'role=manager')).toEqual([
      'changed',
    ])
    expect(await admin(server(), 'grant', String(ws), 'acme', bo.member, 'viewer', '7')).toEqual([
      'changed',
    ])
    expect(await admin(server(), 'device', String(ws), 'none', 'wipe')).toEqual([
      'There is no such device.',
    ])
    expect(await admin(server(), 'quarantine', 'x')).toEqual(['Usage: quarantine <ws>'])
  })

  test('makes a first invitation on an empty server only', async () => {
    expect(await ensureWorkspace(server().database, server().clock.nowMs)).toBe(null)
  })

  test('tells devices of another epoch after a restore, with floors [E1, E2]', async () => {
    const { url } = server()
    const lines = await admin(server(), 'new-epoch')
    expect(lines[0]).toMatch(/^epoch /)
    if (url === null) return
    const second = await startServer(await openPostgres(url), url)
    const hello = { app: '1', schema: 3, epoch: bo.epoch, accessVersion: 0 }
    const answer = await ask(second, 'POST', '/sync/v1/hello', bo.token, hello)
    const access = answer.json['access'] as {
      buckets: { id: string; head: number; floor: number }[]
    }
    const acme = access.buckets.find((bucket) => bucket.id === 'a:acme')!
    expect([answer.json['epoch'], acme.floor]).toEqual([lines[0]!.slice(6), acme.head])
    const push = { epoch: bo.epoch, previousHash: '', ops: [] }
    expect((await ask(second, 'POST', '/sync/v1/push', bo.token, push)).status).toBe(409)
    await second.close()
  })
})

describe('logs and figures', () => {
  test('hold no word that a person wrote or is called', async () => {
    const lines: string[] = []
    const server = await startServer(await openEmbedded(null), null, {
      write: (line) => lines.push(line),
    })
    const ws = await makeTestWorkspace(server)
    const canary = 'Zerlinda Canary'
    const person = await enrolPerson(server, ws, { role: 'rep', name: canary })
    const pusher = new Pusher(server, person)
    await pusher.push({ id: 'r', b: 'a:acme', set: { name: { name: canary } } })
    await pusher.push({ id: 'r2', b: 'a:acme', set: { stance: { stance: canary } } })
    await ask(server, 'POST', '/sync/v1/push', person.token, `{"${canary}`)
    await ask(server, 'GET', `/v1/history?tbl=seat&id=${encodeURIComponent(canary)}`, person.token)
    await ask(server, 'GET', `/${canary}\r\nforged: line`, person.token)
    await server.database.query('DROP TABLE sync_quarantine CASCADE')
    const broken = await pusher.send(
      pusher.prepare([{ id: 'r3', b: 'a:acme', set: { stance: { stance: canary } } }]).body,
    )
    expect([broken.status, broken.json]).toEqual([500, { code: 'server_error' }])
    const metrics = (await ask(server, 'GET', '/metrics', null)).body
    await server.close()
    expect(metrics).toContain('jetway_requests_total{route="/sync/v1/push",status="200"} 2')
    expect(metrics).toContain('jetway_operations_total{outcome="quarantined"} 1')
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) as number })
    const all = lines.join('') + metrics
    for (const secret of [canary, 'Zerlinda', person.token, person.refreshToken, 'forged'])
      expect(all).not.toContain(secret)
  })

  test('a device that asks too often is told when to come back, others are not', async () => {
    const server = await startServer(await openEmbedded(null), null, null, 5)
    const ws = await makeTestWorkspace(server)
    const [loud, calm] = [
      await enrolPerson(server, ws, { role: 'rep', name: 'Loud' }),
      await enrolPerson(server, ws, { role: 'rep', name: 'Calm' }),
    ]
    const { token } = loud
    for (let i = 0; i < 5; i++)
      expect((await ask(server, 'GET', '/v1/members', token)).status).toBe(200)
    const answer = await ask(server, 'GET', '/v1/members', token)
    expect([answer.status, answer.json['code']]).toEqual([429, 'retry_later'])
    expect(answer.json['retryAfterMs']).toBeGreaterThan(0)
    expect((await ask(server, 'GET', '/v1/members', calm.token)).status).toBe(200)
    await server.close()
  })

  test('say that the server is ill when its database is gone', async () => {
    const server = await startServer(await openEmbedded(null), null)
    await server.database.close()
    expect((await server.app.inject({ url: '/health' })).statusCode).toBe(503)
    await server.app.close()
  })
})

function admin(server: TestServer, ...words: readonly string[]): Promise<readonly string[]> {
  const { database, clock } = server
  const config = { publicUrl: 'https://jetway.example' }
  return runAdmin({ database, config, now: () => clock.nowMs }, words)
}

async function addressOf({ app }: TestServer): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  return `ws://127.0.0.1:${port}/sync/v1/events`
}

async function listen(server: TestServer, person: Person) {
  const heard: unknown[] = []
  const headers = { authorization: `Bearer ${person.token}` }
  const socket = new WebSocket(await addressOf(server), { headers })
  const closing = once(socket, 'close')
  await once(socket, 'open')
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  // The server knows the listener only after it has looked the token up.
  await new Promise((resolve) => setTimeout(resolve, 300))
  let taken = 0
  return {
    heard: () => heard,
    closed: async () => ((await closing) as [number])[0],
    close: () => socket.close(),
    async next(): Promise<unknown> {
      for (let i = 0; heard.length <= taken && i < 500; i++)
        await new Promise((resolve) => setTimeout(resolve, 10))
      return heard[taken++]
    },
  }
}
