import { describe, expect, it } from 'vitest'
import type { AccountListRow } from '../../../../../db/views/account-list'
import {
  filterRows,
  firstChoice,
  foldRows,
  groupRows,
  sortRows,
} from '../../../../../renderer/features/accounts/list-order'

const collator = new Intl.Collator('en', { numeric: true })

function row(name: string, fields: Partial<AccountListRow> = {}): AccountListRow {
  return {
    id: name,
    name,
    status: 'prospect',
    segment: 'unknown',
    city: '',
    country: '',
    industry: '',
    ownerMemberId: null,
    valueNowMinor: null,
    potentialValueMinor: null,
    currency: 'EUR',
    renewalDate: null,
    customerSince: null,
    people: 0,
    topFiveContacts: [],
    nextVisitAtMs: null,
    lastContactAtMs: null,
    openActions: 0,
    ...fields,
  }
}

const rows = foldRows([
  row('Zeppelin', { valueNowMinor: 5, country: 'Poland', status: 'customer' }),
  row('Łódź Transport', { valueNowMinor: 9, country: 'Poland' }),
  row('Acme 10', { country: 'Germany' }),
  row('Acme 9', { country: 'Germany', status: 'customer' }),
  row('Nowhere'),
])
const names = (list: readonly { row: AccountListRow }[]) => list.map(({ row: { name } }) => name)

describe('the order of accounts', () => {
  it('takes numbers in names as numbers and letters with marks beside those without', () => {
    expect(names(sortRows(rows, 'name', false, collator))).toEqual([
      'Acme 9',
      'Acme 10',
      'Łódź Transport',
      'Nowhere',
      'Zeppelin',
    ])
  })

  it('puts unknown values last in both directions, by name among themselves', () => {
    const unknown = ['Acme 9', 'Acme 10', 'Nowhere']
    expect(names(sortRows(rows, 'value', true, collator))).toEqual([
      'Łódź Transport',
      'Zeppelin',
      ...unknown,
    ])
    expect(names(sortRows(rows, 'value', false, collator))).toEqual([
      'Zeppelin',
      'Łódź Transport',
      ...unknown,
    ])
  })
})

describe('the filter', () => {
  it('finds by name and place without accents', () => {
    expect(names(filterRows(rows, 'lodz', firstChoice))).toEqual(['Łódź Transport'])
    expect(names(filterRows(rows, 'poland zep', firstChoice))).toEqual(['Zeppelin'])
  })

  it('joins the text with the chosen values', () => {
    const choice = { ...firstChoice, status: 'customer' }
    expect(names(filterRows(rows, 'acme', choice))).toEqual(['Acme 9'])
  })
})

describe('groups', () => {
  it('stand in the order of their words, without a value last, each row under its own', () => {
    const sorted = sortRows(rows, 'name', false, collator)
    const items = groupRows(sorted, 'country', (key) => key || 'none', collator)
    expect(
      items.map((item) =>
        item.kind === 'group' ? `${item.key || '-'} (${item.count})` : item.row.name,
      ),
    ).toEqual([
      'Germany (2)',
      'Acme 9',
      'Acme 10',
      'Poland (2)',
      'Łódź Transport',
      'Zeppelin',
      '- (1)',
      'Nowhere',
    ])
  })
})
