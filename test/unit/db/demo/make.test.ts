import { describe, expect, it } from 'vitest'
import { demoCompanies } from '../../../../db/demo/companies'
import { createRandom } from '../../../../db/demo/random'
import { makeStructure } from '../../../../db/demo/structures'
import { findViolations } from '../../../support/references'
import { openedStores } from '../../../support/opened-stores'
import type { TestStore } from '../../../support/store'

const open = openedStores()

async function makeDemo(): Promise<TestStore> {
  const test = open()
  await test.store.demo.make({ size: 'usual' })
  return test
}

/** What two demos have in common: everything but ids and times. */
async function outlineOf(test: TestStore): Promise<unknown> {
  const accounts = await test.store.view.accountList()
  const { sql } = test.opened.services.db
  const people = sql.prepare('SELECT name, email, stance, influence FROM person ORDER BY id').all()
  return {
    accounts: accounts.map(({ name, people: count, city }) => ({ name, count, city })),
    people,
  }
}

describe('the demo workspace', () => {
  it('has twelve accounts with 12 to 400 people each', async () => {
    const { store } = await makeDemo()
    const accounts = await store.view.accountList()
    expect(accounts.length).toBe(12)
    for (const { people } of accounts) {
      expect(people).toBeGreaterThanOrEqual(12)
      expect(people).toBeLessThanOrEqual(400)
    }
    expect(new Set(accounts.map((account) => account.status)).size).toBe(4)
  })

  it('is the same on every machine, under ids of its own', async () => {
    const first = await makeDemo()
    const second = await makeDemo()
    expect(await outlineOf(first)).toEqual(await outlineOf(second))
    const [one] = await first.store.account.all()
    const [other] = await second.store.account.all()
    expect(one!.id).not.toBe(other!.id)
  })

  it('names rows that are there, and seats that hang together', async () => {
    const test = await makeDemo()
    expect(findViolations(test)).toEqual([])
    for (const { id: accountId } of await test.store.account.all()) {
      const seats = new Map(
        (await test.store.seat.byAccount({ accountId })).map((row) => [row.id, row]),
      )
      for (const seat of seats.values()) {
        const above = new Set<string>()
        for (let at = seat; at.bossId; at = seats.get(at.bossId)!) {
          expect(above.has(at.id)).toBe(false)
          above.add(at.id)
        }
      }
      const marked = (await test.store.person.byAccount({ accountId })).filter(
        (row) => row.isTopFive,
      )
      expect(marked.length).toBeLessThanOrEqual(5)
    }
  })

  it('mails nobody: every address is reserved for examples', async () => {
    const test = await makeDemo()
    const { sql } = test.opened.services.db
    const rows = sql
      .prepare(`SELECT email FROM person WHERE email <> '' UNION SELECT email FROM member`)
      .all() as { email: string }[]
    expect(rows.length).toBeGreaterThan(500)
    expect(rows.filter(({ email }) => !/^[a-z0-9.]+@[a-z0-9-]+\.example$/.test(email))).toEqual([])
  })

  it('has a past and a future around now', async () => {
    const test = await makeDemo()
    const { store, clock } = test
    const visits = await store.visit.all()
    const past = visits.filter((visit) => visit.status === 'done')
    const coming = visits.filter((visit) => visit.startAtMs > clock.nowMs)
    expect(past.length).toBeGreaterThan(8)
    expect(coming.length).toBeGreaterThan(5)
    expect(past.every((visit) => visit.endAtMs < clock.nowMs)).toBe(true)
    const meetings = await store.meeting.all()
    expect(meetings.filter((meeting) => meeting.startedAtMs > clock.nowMs)).toEqual([])
    const today = await store.view.today()
    expect(today.visits.length).toBeGreaterThan(3)
    expect(today.visits.some((visit) => visit.accepted > 0 && visit.accepted < visit.invited)).toBe(
      true,
    )
    expect(today.actions.length).toBeGreaterThan(3)
    expect(today.stale.length).toBeGreaterThan(3)
  })

  it('holds vacancies, people who left or opted out, lines, gates, sightings and opinions', async () => {
    const { sql } = (await makeDemo()).opened.services.db
    const count = (where: string) =>
      (sql.prepare(`SELECT count(*) AS n FROM ${where}`).get() as { n: number }).n
    for (const where of [
      `seat WHERE remark LIKE 'Vacant%'`,
      `person WHERE status = 'left'`,
      `person WHERE isOptedOut = 1`,
      `line WHERE kind = 'dotted'`,
      `line WHERE kind = 'conflicts'`,
      `gate WHERE status = 'passed'`,
      `opportunity`,
      `competitor_sighting`,
      `note WHERE kind = 'decision'`,
      `participant WHERE attendance = 'walk_in'`,
      `attendee WHERE isInvited = 0`,
    ])
      expect({ where, isThere: count(where) > 0 }).toEqual({ where, isThere: true })
    expect(count('opinion')).toBeGreaterThan(count(`person WHERE stance <> 'unknown'`))
  })

  it('leaves a workspace alone that has an account', async () => {
    const { store } = open()
    await store.account.create({ name: 'Ours' })
    await store.demo.make({ size: 'usual' })
    expect((await store.account.all()).map((row) => row.name)).toEqual(['Ours'])
  })

  it('is no step that undo takes back', async () => {
    const { store } = await makeDemo()
    expect(await store.history.steps()).toEqual({ undo: null, redo: null })
    await store.demo.make({ size: 'usual' })
    expect((await store.account.all()).length).toBe(12)
  })
})

describe('a structure', () => {
  it.each(demoCompanies.map((company) => [company.structure, company] as const))(
    '%s has the seats asked for, bosses before their reports, one top or two',
    (_kind, company) => {
      const seats = makeStructure(createRandom(1), company)
      expect(seats.length).toBe(company.people)
      expect(seats.every((seat, index) => seat.boss === null || seat.boss < index)).toBe(true)
      expect(seats.every((seat) => seat.title !== '' && !seat.title.includes('{'))).toBe(true)
      expect(seats.filter((seat) => seat.boss === null).length).toBeLessThanOrEqual(2)
    },
  )
})
