import { describe, expect, it } from 'vitest'
import {
  guessDateOrder,
  guessDecimal,
  isTopMark,
  readCell,
  readCurrency,
  readDate,
  readEmail,
  readHolder,
  readNumber,
  readStatus,
} from '../../../../db/import/cell-values'
import { readHierarchyPath } from '../../../../db/import/hierarchy-path'
import { guessLevel, readRoles, readStage, readStance } from '../../../../db/import/term-words'

describe('readCell', () => {
  it.each([
    ['  Anna \n Berg ', 'Anna Berg'],
    ["'=cmd", '=cmd'],
    ["'N/A'", ''],
    ['NULL', ''],
    ['#N/A', ''],
    ['-', ''],
    ['Nina', 'Nina'],
    ['NA', 'NA'],
    ['constructor', 'constructor'],
    [undefined, ''],
  ])('%j is %j', (cell, text) => {
    expect(readCell(cell)).toBe(text)
  })
})

describe('readHolder', () => {
  it.each([
    ['Anna Berg', 'named'],
    ['Vacant', 'vacant'],
    ['** VACANT **', 'vacant'],
    ['Vacant (maternity cover)', 'vacant'],
    ['Post vacant', 'vacant'],
    ['N.N.', 'vacant'],
    ['TBC', 'vacant'],
    ['unbesetzt', 'vacant'],
    ['vacature', 'vacant'],
    ['Wakat', 'vacant'],
    ['N/D', 'unknown'],
    ['N/A', 'unknown'],
    ['', 'unknown'],
    ['?', 'unknown'],
    ['not disclosed', 'unknown'],
    ['Eliminated', 'eliminated'],
    ['Post abolished', 'eliminated'],
    ['entfallen', 'eliminated'],
    ['Vacantia Smith', 'named'],
    ['Nadia Nd', 'named'],
    ['Tim Open', 'named'],
  ])('%j is %s', (name, holder) => {
    expect(readHolder(name)).toBe(holder)
  })

  it('knows states of people and posts', () => {
    expect(
      ['Current', 'Terminated', 'ausgeschieden', 'vacant', 'eliminated', ''].map(readStatus),
    ).toEqual([null, 'left', 'left', 'vacant', 'eliminated', null])
  })

  it('knows marks for the top', () => {
    expect(['XX', 'none', 'Anna', 'XXL', '0'].map(isTopMark)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
  })
})

describe('readNumber', () => {
  it.each([
    ['1234', '.', 1234],
    ['1,234.56', '.', 1234.56],
    ['1.234,56', ',', 1234.56],
    ['1 234,56 zł', ',', 1234.56],
    ['6.0E7', '.', 60_000_000],
    ['$1,200', '.', 1200],
    ['€ 1.200', ',', 1200],
    ['1200 EUR', '.', 1200],
    ['1.5M', '.', 1_500_000],
    ['2 Mrd', '.', 2_000_000_000],
    ['500k', '.', 500_000],
    ['(500)', '.', -500],
    ['-5', '.', -5],
    ['.0000', '.', 0],
    ['many', '.', null],
    ['1'.repeat(100_000), '.', null],
    ['', '.', null],
  ] as const)('%j with %j is %j', (cell, decimal, number) => {
    expect(readNumber(cell, decimal)).toBe(number)
  })

  it('sees which sign stands before the decimals', () => {
    expect([
      guessDecimal(['1,5', '2,25']),
      guessDecimal(['1.100', '2.200']),
      guessDecimal(['1.234.567']),
      guessDecimal(['1.234,50', '3']),
      guessDecimal(['1,234.50', '1,234']),
      guessDecimal(['0.81', '1']),
    ]).toEqual([',', '.', ',', ',', '.', '.'])
  })

  it('sees the currency', () => {
    expect(['Betrag (€)', '12 zł', 'USD 5', '£', '5', 'Euros'].map(readCurrency)).toEqual([
      'EUR',
      'PLN',
      'USD',
      'GBP',
      null,
      null,
    ])
  })
})

describe('readDate', () => {
  it.each([
    ['2027-03-31', 'dmy', '2027-03-31'],
    ['2027-03-31T10:00:00Z', 'dmy', '2027-03-31'],
    ['20270331', 'dmy', '2027-03-31'],
    ['31.03.2027', 'mdy', '2027-03-31'],
    ['3/4/2027', 'dmy', '2027-04-03'],
    ['3/4/2027', 'mdy', '2027-03-04'],
    ['3/4/27 08:00', 'mdy', '2027-03-04'],
    ['31 Mar 2027', 'dmy', '2027-03-31'],
    ['31. März 2027', 'dmy', '2027-03-31'],
    ['March 31, 2027', 'dmy', '2027-03-31'],
    ['30/02/2027', 'dmy', null],
    ['13/13/2027', 'dmy', null],
    ['soon', 'dmy', null],
  ] as const)('%j as %s is %j', (cell, order, date) => {
    expect(readDate(cell, order)).toBe(date)
  })

  it('sees whether day or month comes first', () => {
    expect([
      guessDateOrder(['1/2/2026', '13/2/2026']),
      guessDateOrder(['1/2/2026', '2/13/2026']),
      guessDateOrder(['1/2/2026']),
    ]).toEqual(['dmy', 'mdy', 'dmy'])
  })
})

describe('words', () => {
  it('reads one plain address', () => {
    expect(
      [
        'a@b.example',
        'A <a@b.example>',
        'mailto:a@b.example',
        'a@b',
        'a@b.example, c@d.example',
        'x'.repeat(99_999),
      ].map(readEmail),
    ).toEqual(['a@b.example', 'a@b.example', 'a@b.example', '', '', ''])
  })

  it.each([
    ['Chief Information Officer', 'executive'],
    ['CIO', 'executive'],
    ['President', 'executive'],
    ['Geschäftsführerin', 'executive'],
    ['Vice President of Engineering', 'vice_president'],
    ['SVP Sales', 'vice_president'],
    ['Deputy Director', 'director'],
    ['Head of IT', 'director'],
    ['Bereichsleiter Einkauf', 'director'],
    ['Marketing Manager', 'manager'],
    ['Teamleiterin', 'manager'],
    ['Kierownik działu', 'manager'],
    ['Executive Assistant to the CEO', 'staff'],
    ['Production Technician - WC60', 'staff'],
    ['Account Executive', 'unknown'],
    ['Product owner', 'unknown'],
    ['Senior Executive Officer', 'staff'],
    ['', 'unknown'],
  ] as const)('%j is at level %s', (title, level) => {
    expect(guessLevel(title)).toBe(level)
  })

  it('reads opinions, roles and stages in the words that people use', () => {
    expect([
      ['++', '5', 'Champion', 'Gegner', '__proto__', ''].map(readStance),
      readRoles('Economic buyer; #T U, boss'),
      ['Closed Won', 'Prospecting', 'Negotiation/Review', 'toString'].map(readStage),
    ]).toEqual([
      ['champion', 'champion', 'champion', 'opponent', null, null],
      { roles: ['economic_buyer', 'technical_buyer', 'user_buyer'], unknown: ['boss'] },
      ['won', 'open', 'proposal', null],
    ])
  })
})

describe('readHierarchyPath', () => {
  it.each([
    ['/', []],
    ['', []],
    ['/1/4/2/', ['1', '4', '2']],
    ['58', ['1']],
    ['5AC0', ['1', '1']],
    ['0x5AE158', ['1', '1', '4', '1']],
    ['/1/2.5/', ['1', '2.5']],
    ['Anna', null],
    ['zz', null],
    ['FFFF', null],
    ['5', null],
  ] as const)('%j is %j', (text, path) => {
    expect(readHierarchyPath(text)).toEqual(path)
  })
})
