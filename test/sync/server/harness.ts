import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe } from 'vitest'

import { setTeam } from '../../../server/access'
import { makeApp } from '../../../server/app'
import type { Database } from '../../../server/database/database'
import { inWorkspace } from '../../../server/database/database'
import { openEmbedded } from '../../../server/database/embedded'
import { openPostgres } from '../../../server/database/postgres'
import type { ServerIdentity } from '../../../server/database/prepare'
import { prepareDatabase, readIdentity } from '../../../server/database/prepare'
import type { Enrolment, Invitation } from '../../../server/enrolment'
import { invite } from '../../../server/enrolment'
import { makeAccessToken } from '../../../server/tokens'
import { makeWorkspace } from '../../../server/workspace'
import { makeNode } from '../../../sync/clock'
import type { SyncSchema } from '../../../sync/schema'
import { toySchema } from '../model/toy-schema'
import { findPostgres, startPostgres } from './postgres'

/** Wall clock of a server under test, in ms; tests move it. */
export interface TestClock {
  nowMs: number
}

/** A server under test with the database beneath it. */
export interface TestServer {
  readonly app: FastifyInstance
  readonly database: Database
  readonly clock: TestClock
  readonly identity: ServerIdentity
  /** Connection string on PostgreSQL; null on PGlite, which has one connection. */
  readonly url: string | null
  close(): Promise<void>
}

/** A toy table open to reviewers and one in the workspace's bucket, beside those of the histories. */
export const serverSchema: SyncSchema = {
  version: 3,
  tables: {
    ...toySchema.tables,
    comment: {
      groups: { body: ['body'] },
      columns: { body: { type: 'text', max: 500 } },
      isOpenToReviewers: true,
    },
    product: {
      groups: { name: ['name'] },
      columns: { name: { type: 'text', max: 100 } },
      bucket: 'workspace',
    },
    draft: { groups: { body: ['body'] }, columns: { body: { type: 'text' } }, bucket: 'user' },
  },
}

const prepareLimitMs = 120_000

/**
 * Runs a suite on the embedded database and on a real PostgreSQL. Without PostgreSQL from 15 on it
 * says so in one line and runs on the embedded one.
 */
export function onEveryDatabase(name: string, suite: (server: () => TestServer) => void): void {
  describe(`${name} on PGlite`, () => {
    let server: TestServer
    beforeAll(async () => {
      server = await startServer(await openEmbedded(null), null)
    }, prepareLimitMs)
    afterAll(() => server.close())
    suite(() => server)
  })
  const bin = findPostgres()
  if (bin === null) {
    console.log(`${name}: not run on PostgreSQL, as no version from 15 on is installed here.`)
    return
  }
  describe(`${name} on PostgreSQL`, () => {
    let server: TestServer
    beforeAll(async () => {
      const postgres = await startPostgres(bin)
      const url = await postgres.urlOf('jetway')
      const running = await startServer(await openPostgres(url, 20), url)
      server = {
        ...running,
        close: async () => {
          await running.close()
          await postgres.stop()
        },
      }
    }, prepareLimitMs)
    afterAll(() => server.close())
    suite(() => server)
  })
}

/** A server on an open database. */
export async function startServer(
  database: Database,
  url: string | null,
  log: { write(line: string): void } | null = null,
  requestsPerMinute = 1_000_000,
): Promise<TestServer> {
  await prepareDatabase(database)
  const clock: TestClock = { nowMs: Date.UTC(2026, 0, 1) }
  const app = await makeApp({
    database,
    schema: serverSchema,
    minSchema: 2,
    now: () => clock.nowMs,
    log,
    requestsPerMinute,
  })
  const identity = await readIdentity(database)
  return {
    app,
    database,
    clock,
    identity,
    url,
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

/** Somebody with a device. */
export interface Person extends Enrolment {
  readonly epoch: string
  /** A token good for ten minutes of the test's clock, made anew on each reading. */
  readonly token: string
}

/** Invites and enrols through the doors a real device uses. */
export async function enrolPerson(
  server: TestServer,
  ws: number,
  invitation: Invitation,
): Promise<Person> {
  const code = await inWorkspace(server.database, { ws }, 'write', (tx) =>
    invite(tx, ws, invitation, server.clock.nowMs),
  )
  const answer = await server.app.inject({
    method: 'POST',
    url: '/v1/enrol',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({
      code,
      deviceName: 'Laptop',
      platform: 'test',
      node: makeNode(Math.random),
    }),
    remoteAddress: randomAddress(),
  })
  if (answer.statusCode !== 200) throw new Error(`Enrolment was refused: ${answer.body}`)
  const enrolment = JSON.parse(answer.body) as Enrolment & { epoch: string }
  return {
    ...enrolment,
    get token() {
      const { tokenSecret } = server.identity
      return makeAccessToken(tokenSecret, ws, enrolment.device, server.clock.nowMs).token
    },
  }
}

export async function makeTestWorkspace(server: TestServer): Promise<number> {
  return (await makeWorkspace(server.database, 'Test', server.clock.nowMs)).ws
}

/** Puts somebody on an account's team, making the account if need be. */
export async function addToTeam(
  server: TestServer,
  ws: number,
  account: string,
  member: string,
  role: 'editor' | 'viewer' | null = 'editor',
): Promise<void> {
  await inWorkspace(server.database, { ws }, 'write', async (tx) => {
    await tx.query('INSERT INTO bucket (ws, id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      ws,
      `a:${account}`,
    ])
    await setTeam(tx, ws, account, member, role)
  })
}

/** One request with a token, or without one when it is null. */
export async function ask(
  server: TestServer,
  method: 'GET' | 'POST',
  url: string,
  token: string | null,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: string; json: Record<string, unknown> }> {
  const answer = await server.app.inject({
    method,
    url,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    remoteAddress: randomAddress(),
  })
  let json: Record<string, unknown> = {}
  try {
    json = JSON.parse(answer.body) as Record<string, unknown>
  } catch {
    // Not every answer is JSON.
  }
  return { status: answer.statusCode, body: answer.body, json }
}

/** Guess limits are per address; tests come from many. */
function randomAddress(): string {
  return Array.from({ length: 4 }, () => 1 + Math.floor(Math.random() * 250)).join('.')
}
