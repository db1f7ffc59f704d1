import { describe, expect, it } from 'vitest'
import { planImport } from '../../../../db/import/plan'
import { emptySnapshot, type ImportSnapshot } from '../../../../db/import/snapshot'
import { account, anAccount, applyPlan } from './apply-plan'
import { byColumn, fileOf, intoAcme, planCsv, said } from './tables'

const accounts = `Account Number,Account Name,Website,Industry,Segment,Type,City,Country,Employees,Annual Revenue,ARR (USD),Owner,Parent Account,Renewal Date,Description
K1,Globex,globex.example,Steel,Enterprise,Customer,Köln,DE,"12,000",6.0E7,"1,250.50",Eva Rep,,31/01/2027,Makes steel
K2,Initech,,Software,,Alien,Łódź,PL,many,,,Nobody,Globex,someday,
`
const withMember: ImportSnapshot = {
  ...emptySnapshot,
  members: [{ id: 'm1', name: 'Eva Rep', email: 'eva@jetway.example' }],
}

describe('a file about accounts', () => {
  it('reads facts, money, dates, owner and parent, and says what it cannot read', async () => {
    const plan = await planCsv(accounts, withMember, byColumn)
    expect([plan.accounts, said(plan), plan.counts]).toEqual([
      [
        {
          ref: 'new:account:1',
          action: 'create',
          values: {
            name: 'Globex',
            externalId: 'K1',
            website: 'globex.example',
            phone: '',
            industry: 'Steel',
            segment: 'enterprise',
            status: 'customer',
            city: 'Köln',
            region: '',
            country: 'DE',
            employees: 12_000,
            about: 'Makes steel\n\nAnnual Revenue: 6.0E7',
            valueNowMinor: 125_050,
            currency: 'USD',
            ownerMemberId: 'm1',
            renewalDate: '2027-01-31',
          },
        },
        {
          ref: 'new:account:2',
          action: 'create',
          values: {
            name: 'Initech',
            externalId: 'K2',
            website: '',
            phone: '',
            industry: 'Software',
            city: 'Łódź',
            region: '',
            country: 'PL',
            about: '',
            parentAccountId: 'new:account:1',
          },
        },
      ],
      [
        'Row 2: will be created.',
        'Row 3: will be created. The owner "Nobody" is not one of our people; left open. "Alien" is none of the known values and was left out. "many" is no number that can be used and was left out. "someday" is no date and was left out.',
      ],
      { rows: 2, created: 2, updated: 0, skipped: 0 },
    ])
  })

  it('finds accounts again by key, then by name, and updates what the file says', async () => {
    const before: ImportSnapshot = {
      ...withMember,
      accounts: [
        account({ id: 'a', name: 'Old name', externalId: 'K1', about: 'Typed by hand' }),
        account({ id: 'b', name: 'INITECH', city: 'Warszawa' }),
      ],
    }
    const plan = await planCsv(accounts, before, byColumn)
    const after = applyPlan(before, plan)
    expect([
      plan.rows.map(({ action, ref }) => [action, ref]),
      after.accounts.map(({ name, about, city, externalId, parentAccountId }) => [
        name,
        about,
        city,
        externalId,
        parentAccountId,
      ]),
      (await planCsv(accounts, after, byColumn)).counts,
    ]).toEqual([
      [
        ['update', 'a'],
        ['update', 'b'],
      ],
      [
        ['Globex', 'Typed by hand', 'Köln', 'K1', null],
        ['Initech', '', 'Łódź', 'K2', 'a'],
      ],
      { rows: 2, created: 0, updated: 0, skipped: 2 },
    ])
  })

  it('tells namesakes with other keys from repeated rows', async () => {
    const plan = await planCsv(
      'Account ID,Account Name,Industry\n1,Globex,Steel\n2,Globex,Steel\n2,Globex,Steel\n,Acme,IT\n,acme,IT\n,,\n3,,IT\n',
      emptySnapshot,
      byColumn,
    )
    expect(said(plan)).toEqual([
      'Row 2: will be created.',
      'Row 3: will be created. Row 2 has the same name but another key.',
      'Row 4: says the same as row 3 and is skipped. The key "2" is used in row 3 too.',
      'Row 5: will be created.',
      'Row 6: says the same as row 5 and is skipped.',
      'Row 8: has neither a name nor a title and is skipped.',
    ])
  })

  it('puts parents before children and leaves out what is unknown or goes round', async () => {
    const plan = await planCsv(
      'Account Name,Industry,Parent\nC,x,B\nB,x,A\nA,x,C\nD,x,D\nE,x,Nobody\n',
      emptySnapshot,
      byColumn,
    )
    expect([plan.accounts.map(({ values }) => values.name), said(plan).slice(2)]).toEqual([
      ['A', 'B', 'C', 'D', 'E'],
      [
        'Row 4: will be created. Closes a loop (C); this link was left out.',
        'Row 5: will be created. Reports to itself; placed at the top.',
        'Row 6: will be created. The parent "Nobody" is not known; left without a parent.',
      ],
    ])
  })
})

describe('a file about opportunities', () => {
  const deals = `opportunity_id,account,product,deal_stage,close_date,close_value,sales_agent
O1,acme,GTX,Closed Won,3/31/2027,"$1,054",Eva Rep
O2,Umbrella,MG,Prospecting,,,
O3,,MG,Lost,12/1/2026,10,
O1,acme,GTX,Closed Won,3/31/2027,"$1,054",Eva Rep
O4,acme,,Dreaming,13/13/2027,-5,
`

  it('makes missing accounts, skips rows without one and reads stages, dates and money', async () => {
    const before = { ...anAccount, members: withMember.members }
    const plan = await planCsv(deals, before, byColumn)
    expect([
      plan.opportunities,
      plan.accounts.map(({ values }) => values.name),
      said(plan),
    ]).toMatchObject([
      [
        {
          accountRef: 'acme',
          values: {
            name: 'GTX',
            externalId: 'O1',
            stage: 'won',
            valueMinor: 105_400,
            currency: 'USD',
            closeDate: '2027-03-31',
            ownerMemberId: 'm1',
          },
        },
        { accountRef: 'new:account:1', values: { name: 'MG', stage: 'open' } },
        { accountRef: 'acme', values: { name: 'O4' } },
      ],
      ['Umbrella'],
      [
        'Row 2: will be created.',
        'Row 3: will be created. The account "Umbrella" is new and will be created.',
        'Row 4: names no account and is skipped.',
        'Row 5: says the same as row 2 and is skipped. The key "O1" is used in row 2 too.',
        'Row 6: will be created. "-5" is no number that can be used and was left out. "13/13/2027" is no date and was left out. "Dreaming" is none of the known values and was left out.',
      ],
    ])
    expect((await planCsv(deals, applyPlan(before, plan), byColumn)).counts.skipped).toBe(5)
  })

  it('gives rows without an account to the one that was chosen', async () => {
    const plan = await planCsv(deals, anAccount, intoAcme)
    expect(plan.opportunities.map(({ accountRef }) => accountRef)).toEqual([
      'acme',
      'new:account:1',
      'acme',
      'acme',
    ])
  })

  it('finds opportunities without keys again, each once', async () => {
    const text =
      'Opportunity,Account,Stage,Amount\nMG,acme,Won,10\nMG,acme,Won,10\nMG,acme,Won,20\n'
    const after = applyPlan(anAccount, await planCsv(text, anAccount, byColumn))
    expect([
      after.opportunities.length,
      (await planCsv(text, after, byColumn)).counts.skipped,
    ]).toEqual([3, 3])
  })
})

describe('files of several kinds together', () => {
  it('know each other: people and opportunities find the accounts of the account file', async () => {
    const files = await Promise.all([
      fileOf('Opportunity,Account,Stage,Amount\nBig deal,Globex,Won,10\n'),
      fileOf('First name,Last name,Title,Company\nAnna,Berg,CIO,K1\nJan,X,CFO,globex\n'),
      fileOf(accounts),
    ])
    const plan = planImport(files, withMember, byColumn)
    expect([
      plan.accounts.length,
      plan.seats.map(({ accountRef }) => accountRef),
      plan.opportunities.map(({ accountRef }) => accountRef),
      plan.countsByFile.map(({ created }) => created),
    ]).toEqual([2, ['new:account:1', 'new:account:1'], ['new:account:1'], [1, 2, 2]])
  })
})
