import { describe, expect, it } from 'vitest'
import { joinPeople, listPeople } from '../../../../../renderer/features/accounts/people-rows'
import type { PersonRow } from '../../../../../renderer/features/accounts/people-rows'

const collator = new Intl.Collator('en')
const base = { accountId: 'a', email: '', status: 'active', isTopFive: 0, stance: 'unknown' }
const person = (id: string, fields: object = {}) => ({ ...base, id, name: id, ...fields }) as never
const seat = (id: string, department: string) => ({ id, title: `${id} title`, department }) as never
const sits = (personId: string, seatId: string, toDate: string | null = null) =>
  ({ personId, seatId, toDate }) as never
const met = (personId: string, atMs: number) => ({ personId, atMs }) as never

const rows = joinPeople(
  [
    person('Zoë', { isTopFive: 1, email: 'z@x' }),
    person('Anna', { stance: 'champion' }),
    person('Łukasz'),
    person('Gone', { status: 'left' }),
  ],
  [seat('s1', 'IT'), seat('s2', 'Finance')],
  [sits('Zoë', 's1'), sits('Anna', 's2'), sits('Łukasz', 's1', '2026-01-01')],
  [met('Zoë', 5), met('Anna', 9)],
)
const names = (list: readonly PersonRow[]) => list.map((row) => row.person.name)
const list = (choice: Partial<Parameters<typeof listPeople>[1]>) =>
  names(listPeople(rows, { text: '', kind: 'active', sort: 'name', ...choice }, collator))

describe('the people of an account', () => {
  it('are joined with the seat they hold today, not one they left', () => {
    expect(rows.map((row) => row.seat?.title ?? null)).toEqual(['s1 title', 's2 title', null, null])
  })

  it('are listed by kind', () => {
    expect(list({})).toEqual(['Anna', 'Łukasz', 'Zoë'])
    expect(list({ kind: 'topFive' })).toEqual(['Zoë'])
    expect(list({ kind: 'noEmail' })).toEqual(['Anna', 'Łukasz'])
    expect(list({ kind: 'left' })).toEqual(['Gone'])
  })

  it('are found by name, title and department without accents', () => {
    expect(list({ text: 'zoe' })).toEqual(['Zoë'])
    expect(list({ text: 'finance' })).toEqual(['Anna'])
  })

  it('are ordered by who was not met for the longest time', () => {
    expect(list({ sort: 'contact' })).toEqual(['Łukasz', 'Zoë', 'Anna'])
  })

  it('are ordered by stance and by department, without one last', () => {
    expect(list({ sort: 'stance' })).toEqual(['Anna', 'Łukasz', 'Zoë'])
    expect(list({ sort: 'department' })).toEqual(['Anna', 'Zoë', 'Łukasz'])
  })
})
