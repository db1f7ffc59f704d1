import { describe, expect, it } from 'vitest'
import { firstTarget, nameFromFile } from '../../../../../renderer/features/importing/target'

const people = {
  kind: 'people',
  columns: ['name', 'title'],
  dateOrder: 'ymd',
  decimal: '.',
  currency: 'EUR',
  isFamilyNameFirst: false,
  areIdsLocal: false,
} as const
const file = { name: 'acme_staff-2026.csv', mapping: people } as never

describe('where an import goes at first', () => {
  it('is the account it was begun from', () => {
    expect(firstTarget([file], [people], 'a1')).toEqual({ kind: 'account', accountId: 'a1' })
  })

  it('is where each row says when a column names accounts', () => {
    const named = { ...people, columns: ['name', 'account'] } as const
    expect(firstTarget([file], [named], null)).toMatchObject({ kind: 'by_column' })
  })

  it('is an account called like the file otherwise', () => {
    expect(firstTarget([file], [people], null)).toEqual({
      kind: 'named_account',
      name: 'Acme staff 2026',
    })
  })

  it('is nowhere in particular for a list of accounts', () => {
    const accounts = { ...people, kind: 'accounts' } as const
    expect(firstTarget([file], [accounts], null)).toMatchObject({ kind: 'by_column' })
  })

  it('makes names of file names', () => {
    expect(['a.b.c.csv', 'Łódź.vcf', '.csv'].map(nameFromFile)).toEqual(['A b c', 'Łódź', ''])
  })
})
