import { beforeEach, describe, expect, test } from 'vitest'

import { endGrants } from '../../../server/grants'
import { inWorkspace } from '../../../server/database/database'
import { WakeHub } from '../../../server/wake'
import type { Access, PullAnswer } from '../../../sync/wire'
import {
  addToTeam,
  ask,
  enrolPerson,
  makeTestWorkspace,
  onEveryDatabase,
} from '../../sync/server/harness'
import type { Person } from '../../sync/server/harness'
import { Pusher } from '../../sync/server/pusher'

const seat = { name: { name: 'Ana' } }

onEveryDatabase('access', (server) => {
  let ws: number
  let admin: Person
  let manager: Person
  let rep: Person

  beforeEach(async () => {
    ws = await makeTestWorkspace(server())
    admin = await enrolPerson(server(), ws, { role: 'admin', name: 'Admin' })
    manager = await enrolPerson(server(), ws, { role: 'manager', name: 'Manager' })
    const { member } = manager
    rep = await enrolPerson(server(), ws, { role: 'rep', name: 'Rep', manager: member })
  })

  const post = (url: string, body: unknown) => ask(server(), 'POST', url, admin.token, body)
  const hello = async (person: Person): Promise<Access> => {
    const body = { app: '1', schema: 3, epoch: person.epoch, accessVersion: 0 }
    const answer = await ask(server(), 'POST', '/sync/v1/hello', person.token, body)
    return answer.json['access'] as Access
  }
  const rolesOf = async (person: Person) =>
    Object.fromEntries(
      (await hello(person)).buckets
        .filter((bucket) => bucket.id.startsWith('a:'))
        .map((bucket) => [bucket.id.slice(2), bucket.role]),
    )
  const pull = async (person: Person, accessVersion: number): Promise<PullAnswer> => {
    const cursors = { 'a:acme': 0 }
    const body = { epoch: person.epoch, accessVersion, cursors, limitRows: 100, limitBytes: 1e6 }
    return (await ask(server(), 'POST', '/sync/v1/pull', person.token, body))
      .json as unknown as PullAnswer
  }

  test('whoever puts the first row into an account is its first editor; managers review it', async () => {
    await new Pusher(server(), rep).push({ id: 'acme', b: 'a:acme', set: seat })
    expect(await rolesOf(rep)).toEqual({ acme: 'editor' })
    expect(await rolesOf(manager)).toEqual({ acme: 'reviewer' })
    expect(await rolesOf(admin)).toEqual({ acme: 'reviewer' })
    const other = await enrolPerson(server(), ws, { role: 'rep', name: 'Other' })
    expect(await rolesOf(other)).toEqual({})
    const answer = await new Pusher(server(), other).push({ id: 'x', b: 'a:acme', set: seat })
    expect(answer.results[0]?.reason).toBe('forbidden')
  })

  test('follows the hierarchy up, also when it is changed and when it runs in a ring', async () => {
    await addToTeam(server(), ws, 'acme', rep.member)
    const boss = await enrolPerson(server(), ws, { role: 'manager', name: 'Boss' })
    expect(await rolesOf(boss)).toEqual({})
    await post(`/v1/members/${manager.member}`, { manager: boss.member })
    expect(await rolesOf(boss)).toEqual({ acme: 'reviewer' })
    await post(`/v1/members/${boss.member}`, { manager: rep.member })
    expect(await rolesOf(boss)).toEqual({ acme: 'reviewer' })
    await post(`/v1/members/${rep.member}`, { manager: null })
    expect(await rolesOf(manager)).toEqual({})
    expect(await rolesOf(boss)).toEqual({})
  })

  test('is told with the next pull when it changes, and only then', async () => {
    await addToTeam(server(), ws, 'acme', rep.member)
    const { version } = await hello(manager)
    expect((await pull(manager, version)).access).toBe(undefined)
    await addToTeam(server(), ws, 'acme', rep.member, null)
    const answer = await pull(manager, version)
    expect(answer.access?.buckets.map((bucket) => bucket.id)).not.toContain('a:acme')
    expect(answer.page.b).toEqual([])
    await addToTeam(server(), ws, 'acme', rep.member)
    expect(
      (await pull(manager, answer.access!.version)).access?.buckets.map((b) => b.id),
    ).toContain('a:acme')
  })

  test('that was taken away puts pending edits into quarantine, where editors see them', async () => {
    await addToTeam(server(), ws, 'acme', rep.member)
    const owner = await enrolPerson(server(), ws, { role: 'rep', name: 'Owner' })
    await addToTeam(server(), ws, 'acme', owner.member)
    const pusher = new Pusher(server(), rep)
    await pusher.push({ id: 'kept', b: 'a:acme', set: seat })
    await addToTeam(server(), ws, 'acme', rep.member, null)
    const answer = await pusher.push({
      id: 'kept',
      b: 'a:acme',
      k: 'U',
      base: 1,
      set: { name: { name: 'late' } },
    })
    expect(answer.results[0]).toMatchObject({ outcome: 'quarantined', reason: 'forbidden' })
    expect(answer.page.b).toEqual([])
    const url = '/v1/quarantine?b=a:acme'
    for (const person of [owner, rep]) {
      const items = (await ask(server(), 'GET', url, person.token)).json['items'] as unknown[]
      expect(items).toEqual([expect.objectContaining({ reason: 'forbidden', member: rep.member })])
    }
    const stranger = await enrolPerson(server(), ws, { role: 'rep', name: 'Stranger' })
    expect((await ask(server(), 'GET', url, stranger.token)).json['items']).toEqual([])
  })

  test('by grant ends with its time', async () => {
    await addToTeam(server(), ws, 'acme', rep.member)
    const guest = await enrolPerson(server(), ws, { role: 'rep', name: 'Guest' })
    const grant = (untilMs: number | null) =>
      post('/v1/accounts/acme/grants', { member: guest.member, role: 'viewer', untilMs })
    await grant(Date.now() + 3_600_000)
    expect(await rolesOf(guest)).toEqual({ acme: 'viewer' })
    await server().database.query(
      "UPDATE account_grant SET until = now() - interval '1 second' WHERE ws = $1",
      [ws],
    )
    const { database } = server()
    await endGrants({ database, wake: new WakeHub(database, () => {}) })
    expect(await rolesOf(guest)).toEqual({})
    await grant(null)
    expect(await rolesOf(guest)).toEqual({ acme: 'viewer' })
  })

  describe('second lock: row-level security', () => {
    const count = (ws_: number | null, member: string | undefined, table: string) =>
      server().database.transaction('write', async (tx) => {
        await tx.query('SET LOCAL ROLE jetway_app')
        if (ws_ !== null)
          await tx.query(
            "SELECT set_config('app.ws', $1, true), set_config('app.member', $2, true)",
            [String(ws_), member ?? ''],
          )
        const [row] = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
        return row!.n
      })

    test('a query that forgot the workspace sees nothing', async () => {
      await new Pusher(server(), rep).push({ id: 'acme', b: 'a:acme', set: seat })
      for (const table of ['sync_row', 'sync_op', 'member', 'device', 'refresh_token', 'bucket'])
        expect([table, await count(null, undefined, table)]).toEqual([table, 0])
      expect(await count(ws, undefined, 'sync_row')).toBe(1)
    })

    test('another workspace sees nothing and cannot write here', async () => {
      await new Pusher(server(), rep).push({ id: 'acme', b: 'a:acme', set: seat })
      const other = await makeTestWorkspace(server())
      expect(await count(other, undefined, 'sync_row')).toBe(0)
      const crossWrite = inWorkspace(server().database, { ws: other }, 'write', (tx) =>
        tx.query("INSERT INTO bucket (ws, id) VALUES ($1, 'a:evil')", [ws]),
      )
      await expect(crossWrite).rejects.toThrow(/row-level security/)
      const changed = await inWorkspace(server().database, { ws: other }, 'write', (tx) =>
        tx.query("UPDATE sync_row SET data = '{}' WHERE ws = $1 RETURNING id", [ws]),
      )
      expect(changed).toEqual([])
    })

    test('a member sees the rows of own buckets only', async () => {
      await new Pusher(server(), rep).push({ id: 'acme', b: 'a:acme', set: seat })
      const stranger = await enrolPerson(server(), ws, { role: 'rep', name: 'Stranger' })
      for (const table of ['sync_row', 'sync_op']) {
        expect(await count(ws, rep.member, table)).toBe(1)
        expect(await count(ws, stranger.member, table)).toBe(0)
      }
    })

    test('the role of the requests owns nothing and bypasses nothing', async () => {
      const [role] = await server().database.query(
        "SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = 'jetway_app'",
      )
      expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false })
      const open = await server().database.query(
        `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relrowsecurity
           AND relnamespace = 'public'::regnamespace AND NOT relispartition`,
      )
      expect(open.map((row) => row['relname']).sort()).toEqual(['database_step', 'meta'])
    })
  })
})
