import { describe, expect, it } from 'vitest'
import { guessMapping } from '../../../../db/import/columns'
import { isHeaderWord } from '../../../../db/import/header-words'
import { fitMapping, headerSignature } from '../../../../db/import/import-fields'
import { fileOf } from './tables'

async function guess(text: string) {
  const { mapping } = await fileOf(text)
  return [mapping.kind, mapping.columns]
}

describe('guessMapping', () => {
  it.each([
    [
      'Employee ID,Full name,Job title,Department,E-mail,Manager ID\n1,A,B,C,a@b.example,\n2,X,B,C,,1\n3,Y,B,C,,2',
      'people',
      ['externalId', 'name', 'title', 'department', 'email', 'managerId'],
    ],
    [
      'Vorname;Nachname;Funktion;Abteilung;E-Mail-Adresse;Vorgesetzter\nA;B;C;D;a@b.example;',
      'people',
      ['firstName', 'lastName', 'title', 'department', 'email', 'manager'],
    ],
    [
      'Voornaam;Achternaam;Functie;Afdeling;Leidinggevende\nA;B;C;D;',
      'people',
      ['firstName', 'lastName', 'title', 'department', 'manager'],
    ],
    [
      'Imię;Nazwisko;Stanowisko;Dział;Przełożony;Telefon komórkowy\nA;B;C;D;;1',
      'people',
      ['firstName', 'lastName', 'title', 'department', 'manager', 'mobile'],
    ],
    [
      'Account Name,Website,Billing City,No. of staff,AnnualRevenue\nA,a.example,Köln,5,6',
      'accounts',
      ['name', 'website', 'city', null, 'revenue'],
    ],
    [
      'Firma;Branche;Ort;Mitarbeiter;Umsatz\nA;B;C;5;6',
      'accounts',
      ['name', 'industry', 'city', 'employees', 'revenue'],
    ],
    [
      'Opportunity Name,Account Name,Stage,Amount,Close Date\nA,B,C,5,1/1/2026',
      'opportunities',
      ['name', 'account', 'stage', 'value', 'closeDate'],
    ],
    [
      'Account: Account Name,Account: Phone,Contact: First Name,Contact: Last Name,Contact: Title\nA,1,B,C,D',
      'people',
      ['account', null, 'firstName', 'lastName', 'title'],
    ],
  ])('%j', async (text, kind, columns) => {
    expect(await guess(text)).toEqual([kind, columns])
  })

  it('takes the pair of key and manager columns that fit together', async () => {
    const text =
      'Key,Other key,Parent key,Parent other key,Name,Title\n1,a,,,A,T\n2,b,1,,B,T\n3,c,1,,C,T\n4,d,2,,D,T\n'
    expect(await guess(text)).toEqual([
      'people',
      ['externalId', null, 'managerId', null, 'name', 'title'],
    ])
  })

  it('takes managers by name for names', async () => {
    const text = 'Name,Title,Reports to\nAnna,CIO,\nJan,Dev,Anna\nEva,Dev,Jan\n'
    expect(await guess(text)).toEqual(['people', ['name', 'title', 'manager']])
  })

  it('finds mail addresses and places in a tree without headers', async () => {
    const rows = [
      '/|ceo@a.example',
      '/1/|b@a.example',
      '/1/1/|c@a.example',
      '/1/2/|d@a.example',
      '/2/|e@a.example',
      '/2/1/|f@a.example',
    ]
    const { table, mapping } = await fileOf(`${rows.join('\n')}\n`)
    expect([
      table.rows.length,
      guessMapping(table, 'people').columns,
      mapping.columns.length,
    ]).toEqual([6, ['hierarchyPath', 'email'], 2])
  })

  it('sees dates, decimals, currency and turned names', async () => {
    const { mapping } = await fileOf(
      'Opportunity,Stage,Amount (£),Close date\nA,Won,"1.234,50",2/28/2026\n',
    )
    const people = await fileOf('Name,Title\n"Berg, Anna",CIO\n"Kowalski, Jan",Dev\n')
    expect([
      mapping.dateOrder,
      mapping.decimal,
      mapping.currency,
      people.mapping.isFamilyNameFirst,
    ]).toEqual(['mdy', ',', 'GBP', true])
  })

  it('of two columns for one field takes the fuller one', async () => {
    expect(await guess('Name,Phone,Telephone,Title\nA,,1,T\nB,,2,T\n')).toEqual([
      'people',
      ['name', null, 'phone', 'title'],
    ])
  })
})

describe('a mapping', () => {
  it('is remembered by its headers, whatever their case and accents', async () => {
    const one = await fileOf('Über Name,Title\nA,B\n')
    const two = await fileOf('uber_name;TITLE\nX;Y\n')
    expect(headerSignature(one.table.columns)).toBe(headerSignature(two.table.columns))
  })

  it('is made to fit another table and kind', async () => {
    const { table, mapping } = await fileOf('Name,Title,Department\nA,B,C\n')
    const narrow = await fileOf('Name\nA\n')
    expect([
      fitMapping(mapping, narrow.table).columns,
      fitMapping({ ...mapping, kind: 'accounts' }, table).columns,
    ]).toEqual([['name'], ['name', null, null]])
  })

  it('knows header words and nothing else', () => {
    expect(
      ['Vorgesetzter', 'E-Mail', 'reports_to', 'Anna Berg', '', '__proto__', 'constructor'].map(
        isHeaderWord,
      ),
    ).toEqual([true, true, true, false, false, false, false])
  })
})
