import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Database, Queryable } from '../../server/database/database'
import { openPostgres } from '../../server/database/postgres'
import type { PullAnswer } from '../../sync/wire'
import { unpackRows } from '../../sync/pages'
import type { Person, TestServer } from './server/harness'
import { addToTeam, ask, enrolPerson, makeTestWorkspace, startServer } from './server/harness'
import type { TestPostgres } from './server/postgres'
import { findPostgres, startPostgres } from './server/postgres'
import { Pusher } from './server/pusher'

const writers = 16
const pushesPerWriter = Number(process.env['GAP_PUSHES'] ?? 25)
const timeLimitMs = 300_000

const bin = findPostgres()
if (bin === null) {
  console.log(
    'The gap test was not run: it needs PostgreSQL from 15 on, PGlite has one connection.',
  )
  test('the gap test needs PostgreSQL', () => expect(bin).toBe(null))
} else {
  describe(`${writers} writers and a reader that follows the cursor`, () => {
    let postgres: TestPostgres
    beforeAll(async () => {
      postgres = await startPostgres(bin)
    }, timeLimitMs)
    afterAll(() => postgres.stop())

    test.each([1, 6])(
      'miss no row in %i buckets [I2]',
      async (buckets) => {
        const url = await postgres.urlOf(`gap_${buckets}`)
        const server = await startServer(await openPostgres(url, 30), url)
        const result = await race(server, buckets)
        await server.close()
        expect(result).toEqual({ refused: 0, missed: 0, written: writers * pushesPerWriter })
      },
      timeLimitMs,
    )

    test(
      'would miss rows without the lock on the bucket, so the test can fail',
      async () => {
        const url = await postgres.urlOf('gap_unlocked')
        const database = withoutBucketLock(await openPostgres(url, 30))
        const server = await startServer(database, url)
        const result = await race(server, 1)
        await server.close()
        expect(result.missed).toBeGreaterThan(0)
      },
      timeLimitMs,
    )

    test(
      'do not deadlock when every push touches several buckets in another order',
      async () => {
        const url = await postgres.urlOf('gap_deadlock')
        const server = await startServer(await openPostgres(url, 30), url)
        const { people, names } = await populate(server, 10)
        const statuses = await Promise.all(
          people.map(async (person, i) => {
            const pusher = new Pusher(server, person)
            for (let k = 0; k < 10; k++) {
              const touched = names.toSorted(() => Math.random() - 0.5).slice(0, 2 + (k % 8))
              await pusher.push(
                ...touched.map((b) => ({ id: `r-${i}-${k}-${b.slice(2)}`, b, set: seat })),
              )
            }
            return 'drained'
          }),
        )
        await server.close()
        expect(new Set(statuses)).toEqual(new Set(['drained']))
      },
      timeLimitMs,
    )
  })
}

const seat = { name: { name: 'x' } }

async function race(
  server: TestServer,
  buckets: number,
): Promise<{ refused: number; missed: number; written: number }> {
  const { people, names } = await populate(server, buckets)
  const written = new Set<string>()
  let refused = 0
  let isDone = false
  const reader = follow(server, people[0]!, names, () => isDone)
  await Promise.all(
    people.map(async (person, i) => {
      const pusher = new Pusher(server, person)
      for (let k = 0; k < pushesPerWriter; k++) {
        const id = `row-${i}-${k}`
        const { body } = pusher.prepare([{ id, b: names[(i + k) % names.length], set: seat }])
        const answer = await pusher.send(body)
        if (answer.status === 200) written.add(id)
        else refused++
      }
    }),
  )
  isDone = true
  const seen = await reader
  const missed = [...written].filter((id) => !seen.has(id)).length
  return { refused, missed, written: written.size }
}

/** Pulls without pause, moving cursors as a device does, and gives every row it ever got. */
async function follow(
  server: TestServer,
  person: Person,
  names: readonly string[],
  isDone: () => boolean,
): Promise<ReadonlySet<string>> {
  const cursors = Object.fromEntries(names.map((name) => [name, 0]))
  const seen = new Set<string>()
  for (let quiet = 0; quiet < 2;) {
    const wasDone = isDone()
    const answer = await ask(server, 'POST', '/sync/v1/pull', person.token, {
      epoch: person.epoch,
      accessVersion: 0,
      cursors,
      limitRows: 50,
      limitBytes: 1_000_000,
    })
    const pull = answer.json as unknown as PullAnswer
    for (const row of unpackRows(pull.page)) seen.add(row.id)
    for (const [name, [, to]] of Object.entries(pull.heads)) cursors[name] = to
    if (wasDone && !pull.more) quiet++
  }
  return seen
}

async function populate(
  server: TestServer,
  buckets: number,
): Promise<{ people: readonly Person[]; names: readonly string[] }> {
  const ws = await makeTestWorkspace(server)
  const names = Array.from({ length: buckets }, (_, i) => `a:${i}`)
  const people: Person[] = []
  for (let i = 0; i < writers; i++) {
    const person = await enrolPerson(server, ws, { role: 'rep', name: `Writer ${i}` })
    for (const name of names) await addToTeam(server, ws, name.slice(2), person.member)
    people.push(person)
  }
  return { people, names }
}

/** The same database with the one lock taken out that gives sequences their order. */
function withoutBucketLock(database: Database): Database {
  const strip = (sql: string) =>
    sql.includes('FROM bucket WHERE') ? sql.replace('FOR UPDATE', '') : sql
  return {
    ...database,
    transaction: (mode, work) =>
      database.transaction(mode, (tx) =>
        work({
          query: ((sql, values) => tx.query(strip(sql), values)) as Queryable['query'],
        }),
      ),
  }
}
