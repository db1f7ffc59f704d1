import { beforeAll, describe, expect, test } from 'vitest'

import { makeNode } from '../../../sync/clock'
import type { Person, TestServer } from '../../sync/server/harness'
import {
  addToTeam,
  ask,
  enrolPerson,
  makeTestWorkspace,
  onEveryDatabase,
} from '../../sync/server/harness'
import { makeOp, pushBody } from '../../sync/server/operations'

/** Everybody who may knock, by relation to the account `own`. */
const callers = [
  'nobody',
  'editor',
  'viewer',
  'stranger',
  'manager',
  'admin',
  'revoked',
  'elsewhere',
] as const
type CallerName = (typeof callers)[number]
type Answers = Readonly<Record<CallerName, string | number>>

interface Line {
  readonly method: 'GET' | 'POST'
  readonly route: string
  readonly what: string
  /** Path and body, once the people are known. */
  readonly ask: (who: World) => readonly [url: string, body?: Readonly<Record<string, unknown>>]
  /** Status, or for a push the outcome of its one operation. */
  readonly expected: Answers
}

interface World {
  readonly people: Readonly<Record<Exclude<CallerName, 'nobody'>, Person>>
  readonly serial: () => number
}

const signedIn = (status: number): Answers => sameFor(status)
const outcomes = (outcome: string): Answers => sameFor(outcome)
const anyone = (status: number): Answers => ({
  ...signedIn(status),
  nobody: status,
  revoked: status,
})

function sameFor(answer: string | number): Answers {
  return {
    nobody: 401,
    editor: answer,
    viewer: answer,
    stranger: answer,
    manager: answer,
    admin: answer,
    revoked: 403,
    elsewhere: answer,
  }
}

function pushInto(tbl: string, bucket: string, set: object) {
  return ({ serial }: World) =>
    [
      '/sync/v1/push',
      pushBody([makeOp({ tbl, id: `row-${serial()}`, b: bucket, k: 'I', set, n: 1 })]),
    ] as const
}

const seat = { name: { name: 'x' } }
const lines: readonly Line[] = [
  { method: 'GET', route: '/health', what: '', ask: () => ['/health'], expected: anyone(200) },
  { method: 'GET', route: '/metrics', what: '', ask: () => ['/metrics'], expected: anyone(200) },
  {
    method: 'POST',
    route: '/v1/enrol',
    what: 'with a code that is none',
    ask: () => [
      '/v1/enrol',
      { code: 'guess', deviceName: 'x', platform: 'x', node: makeNode(Math.random) },
    ],
    expected: anyone(404),
  },
  {
    method: 'POST',
    route: '/v1/token',
    what: 'with a token that is none',
    ask: () => ['/v1/token', { refreshToken: 'guess' }],
    expected: anyone(401),
  },
  {
    method: 'POST',
    route: '/sync/v1/hello',
    what: '',
    ask: () => ['/sync/v1/hello', { app: '1', schema: 3, epoch: null, accessVersion: 0 }],
    expected: signedIn(200),
  },
  {
    method: 'POST',
    route: '/sync/v1/push',
    what: 'a row of the account',
    ask: pushInto('seat', 'a:own', seat),
    expected: {
      nobody: 401,
      editor: 'applied',
      viewer: 'read_only',
      stranger: 'forbidden',
      manager: 'read_only',
      admin: 'read_only',
      revoked: 403,
      elsewhere: 'applied',
    },
  },
  {
    method: 'POST',
    route: '/sync/v1/push',
    what: 'a comment in the account',
    ask: pushInto('comment', 'a:own', { body: { body: 'x' } }),
    expected: {
      nobody: 401,
      editor: 'applied',
      viewer: 'read_only',
      stranger: 'forbidden',
      manager: 'applied',
      admin: 'applied',
      revoked: 403,
      elsewhere: 'applied',
    },
  },
  {
    method: 'POST',
    route: '/sync/v1/push',
    what: 'a product of the workspace',
    ask: pushInto('product', 'w', { name: { name: 'x' } }),
    expected: { ...outcomes('read_only'), admin: 'applied', elsewhere: 'applied' },
  },
  {
    method: 'POST',
    route: '/sync/v1/push',
    what: "a draft into the editor's drafts",
    ask: (who) => pushInto('draft', `u:${who.people.editor.member}`, { body: { body: 'x' } })(who),
    expected: { ...outcomes('forbidden'), editor: 'applied' },
  },
  {
    method: 'POST',
    route: '/sync/v1/pull',
    what: '',
    ask: ({ people }) => [
      '/sync/v1/pull',
      {
        epoch: people.editor.epoch,
        accessVersion: 0,
        cursors: { 'a:own': 0, w: 0 },
        limitRows: 10,
        limitBytes: 1_000_000,
      },
    ],
    expected: signedIn(200),
  },
  {
    method: 'GET',
    route: '/sync/v1/checksum',
    what: 'of the account',
    ask: () => ['/sync/v1/checksum?b=a:own'],
    expected: { ...signedIn(200), stranger: 404 },
  },
  {
    method: 'GET',
    route: '/v1/devices',
    what: '',
    ask: () => ['/v1/devices'],
    expected: signedIn(200),
  },
  ...(['lock', 'unlock', 'wipe', 'revoke'] as const).map((verb): Line => ({
    method: 'POST',
    route: `/v1/devices/:id/${verb}`,
    what: "the editor's spare device",
    ask: ({ people }) => [`/v1/devices/${people.editor.device}-none/${verb}`],
    expected: signedIn(404),
  })),
  {
    method: 'GET',
    route: '/v1/accounts/:id/team',
    what: 'of the account',
    ask: () => ['/v1/accounts/own/team'],
    expected: { ...signedIn(200), stranger: 404 },
  },
  {
    method: 'POST',
    route: '/v1/accounts/:id/team',
    what: 'the viewer as viewer',
    ask: ({ people }) => [
      '/v1/accounts/own/team',
      { member: people.viewer.member, role: 'viewer' },
    ],
    expected: {
      nobody: 401,
      editor: 200,
      viewer: 403,
      stranger: 404,
      manager: 403,
      admin: 200,
      revoked: 403,
      elsewhere: 404,
    },
  },
  {
    method: 'POST',
    route: '/v1/accounts/:id/grants',
    what: 'to the viewer',
    ask: ({ people }) => [
      '/v1/accounts/own/grants',
      { member: people.viewer.member, role: 'viewer', untilMs: null },
    ],
    expected: {
      nobody: 401,
      editor: 200,
      viewer: 403,
      stranger: 404,
      manager: 403,
      admin: 200,
      revoked: 403,
      elsewhere: 404,
    },
  },
  {
    method: 'GET',
    route: '/v1/quarantine',
    what: 'of the account',
    ask: () => ['/v1/quarantine?b=a:own'],
    expected: signedIn(200),
  },
  {
    method: 'GET',
    route: '/v1/history',
    what: 'of a row of the account',
    ask: () => ['/v1/history?tbl=seat&id=known'],
    expected: { ...signedIn(200), stranger: 404, elsewhere: 404 },
  },
  {
    method: 'GET',
    route: '/v1/members',
    what: '',
    ask: () => ['/v1/members'],
    expected: signedIn(200),
  },
  {
    method: 'POST',
    route: '/v1/invitations',
    what: 'of a rep',
    ask: () => ['/v1/invitations', { role: 'rep', name: 'New' }],
    expected: { ...signedIn(403), admin: 200, elsewhere: 200 },
  },
  {
    method: 'POST',
    route: '/v1/members/:id',
    what: 'making the stranger a rep',
    ask: ({ people }) => [`/v1/members/${people.stranger.member}`, { role: 'rep' }],
    expected: { ...signedIn(403), admin: 200, elsewhere: 404 },
  },
]

/** Routes that are no plain request; tested in `wake.test.ts`. */
const others = ['GET /sync/v1/events']

onEveryDatabase('authorization', (server) => {
  let world: World

  beforeAll(async () => {
    world = await makeWorld(server())
  })

  test('has a line for every route', () => {
    const known = new Set([...lines.map((line) => `${line.method} ${line.route}`), ...others])
    const missing = server().app.knownRoutes.filter((route) => !known.has(route))
    expect(missing).toEqual([])
  })

  describe.each(lines)('$method $route $what', (line) => {
    test.each(callers)('by %s', async (name) => {
      const person = name === 'nobody' ? null : world.people[name]
      const [url, body] = line.ask(world)
      const fresh = body && { ...body }
      if (person && fresh && Object.hasOwn(fresh, 'epoch')) fresh['epoch'] = person.epoch
      if (person && line.route === '/sync/v1/push') await forgetPushes(server(), person)
      const answer = await ask(server(), line.method, url, person && person.token, fresh)
      const results = answer.json['results'] as { outcome: string; reason?: string }[] | undefined
      const outcome = results?.[0] && (results[0].reason ?? results[0].outcome)
      expect(outcome ?? answer.status).toBe(line.expected[name])
    })
  })

  test('shows a stranger nothing of the account in a pull', async () => {
    const { stranger, editor, elsewhere } = world.people
    const pull = (person: Person) =>
      ask(server(), 'POST', '/sync/v1/pull', person.token, {
        epoch: person.epoch,
        accessVersion: 0,
        cursors: { 'a:own': 0, 'a:other': 0, w: 0, [`u:${editor.member}`]: 0 },
        limitRows: 1_000,
        limitBytes: 1_000_000,
      })
    const rowsOf = async (person: Person) => {
      const page = (await pull(person)).json['page'] as { b: string[] }
      return page.b
    }
    expect(await rowsOf(stranger)).toEqual(['w'])
    expect((await rowsOf(editor)).includes('a:own')).toBe(true)
    expect((await pull(elsewhere)).body.includes('row of ours')).toBe(false)
  })

  test('lets nobody but an administrator change the device of somebody else', async () => {
    const { editor, viewer, admin } = world.people
    const url = `/v1/devices/${viewer.device}/lock`
    expect((await ask(server(), 'POST', url, editor.token)).status).toBe(404)
    expect((await ask(server(), 'POST', url, admin.token)).status).toBe(200)
    expect((await ask(server(), 'GET', '/v1/devices', viewer.token)).json['code']).toBe(
      'device_locked',
    )
    const unlock = `/v1/devices/${viewer.device}/unlock`
    expect((await ask(server(), 'POST', unlock, admin.token)).status).toBe(200)
  })
})

async function makeWorld(server: TestServer): Promise<World> {
  const ws = await makeTestWorkspace(server)
  const other = await makeTestWorkspace(server)
  const manager = await enrolPerson(server, ws, { role: 'manager', name: 'Manager' })
  const lead = await enrolPerson(server, ws, {
    role: 'manager',
    name: 'Lead',
    manager: manager.member,
  })
  const editor = await enrolPerson(server, ws, {
    role: 'rep',
    name: 'Editor',
    manager: lead.member,
  })
  const people = {
    editor,
    manager,
    viewer: await enrolPerson(server, ws, { role: 'rep', name: 'Viewer' }),
    stranger: await enrolPerson(server, ws, { role: 'rep', name: 'Stranger' }),
    admin: await enrolPerson(server, ws, { role: 'admin', name: 'Admin' }),
    revoked: await enrolPerson(server, ws, { role: 'rep', name: 'Revoked', member: editor.member }),
    elsewhere: await enrolPerson(server, other, { role: 'admin', name: 'Elsewhere' }),
  }
  await addToTeam(server, ws, 'own', editor.member)
  await addToTeam(server, ws, 'own', people.viewer.member, 'viewer')
  await addToTeam(server, ws, 'other', people.stranger.member)
  await addToTeam(server, other, 'own', people.elsewhere.member)
  const known = makeOp({
    id: 'known',
    b: 'a:own',
    k: 'I',
    set: { name: { name: 'row of ours' } },
    n: 1,
  })
  await ask(server, 'POST', '/sync/v1/push', editor.token, {
    ...pushBody([known]),
    epoch: editor.epoch,
  })
  await ask(server, 'POST', `/v1/devices/${people.revoked.device}/revoke`, people.admin.token)
  let serial = 0
  return { people, serial: () => ++serial }
}

/** Each line of the table begins the history of its device anew. */
async function forgetPushes(server: TestServer, person: Person): Promise<void> {
  await server.database.query('DELETE FROM sync_quarantine WHERE device = $1', [person.device])
  await server.database.query("DELETE FROM sync_op WHERE device = $1 AND row_id <> 'known'", [
    person.device,
  ])
  await server.database.query('UPDATE sync_op SET n = 1000000 WHERE device = $1', [person.device])
  await server.database.query("UPDATE device SET last_n = 0, last_hash = '' WHERE id = $1", [
    person.device,
  ])
}
