import { describe, expect, it } from 'vitest'
import { parseOutline } from '../../../../db/formats/outline'
import { parseVcards } from '../../../../db/formats/vcard'
import { importFileFromOutline } from '../../../../db/import/from-outline'
import { importFileFromVcards } from '../../../../db/import/from-vcards'
import { planImport } from '../../../../db/import/plan'
import { anAccount, applyPlan } from './apply-plan'
import { byColumn, chartOf, fileOf, intoAcme, planCsv, said } from './tables'

const staff = `ID,Name,Title,Department,E-mail,Manager ID
1,Anna Berg,CIO,IT,anna@acme.example,
2,Jan Kowalski,Head of IT Ops,IT,jan@acme.example,1
3,Eva de Vries,Product owner,IT,eva@acme.example,2
`

describe('a file about people', () => {
  it('makes a seat and a person of each row, bosses first', async () => {
    const plan = await planCsv(staff)
    expect([plan.counts, chartOf(applyPlan(anAccount, plan))]).toEqual([
      { rows: 3, created: 3, updated: 0, skipped: 0 },
      [
        'Anna Berg, CIO < -',
        'Jan Kowalski, Head of IT Ops < Anna Berg, CIO',
        'Eva de Vries, Product owner < Jan Kowalski, Head of IT Ops',
      ],
    ])
  })

  it.each([
    ['key', 'ID,Name,Manager ID\n1,Anna Berg,\n2,Jan,1'],
    ['key in another case', 'ID,Name,Manager ID\nAb1,Anna Berg,\nx,Jan,aB1 '],
    [
      'mail address',
      'Name,E-mail,Manager email\nAnna Berg,anna@acme.example,\nJan,jan@acme.example,Anna@acme.example',
    ],
    ['name', 'Name,Manager\nAnna Berg,\nJan,anna  berg'],
    ['turned name', 'Name,Manager\nAnna Berg,\nJan,"Berg, Anna"'],
    ['name with a title', 'Name,Manager\nAnna Berg,\nJan,Anna Berg (CIO)'],
    ['title', 'Name,Title,Manager\nAnna Berg,CIO,\nJan,Dev,CIO'],
    ['place in a tree', 'Name,Path\nAnna Berg,/1/\nJan,/1/2/'],
    ['bosses below their reports', 'Name,Manager\nJan,Anna Berg\nAnna Berg,'],
    [
      'turned names throughout',
      'Name,Manager\n"Berg, Anna",\n"X, Jan","Berg, Anna"\n"Y, Eva","Berg, Anna"',
    ],
  ])('finds the manager by %s', async (_name, text) => {
    const plan = await planCsv(text)
    const jan = chartOf(applyPlan(anAccount, plan)).find((line) => line.startsWith('Jan'))
    expect([jan?.split(' < ')[1]?.slice(0, 9), plan.noteCounts]).toEqual(['Anna Berg', []])
  })

  it('finds the manager in the account when the file does not have them', async () => {
    const before = applyPlan(anAccount, await planCsv(staff))
    const more = 'Name,Title,Manager\nMax,Dev,Jan Kowalski\nZoe,Dev,eva@acme.example\nTim,Dev,1'
    const after = applyPlan(before, await planCsv(more, before))
    expect(chartOf(after).slice(3)).toEqual([
      'Max, Dev < Jan Kowalski, Head of IT Ops',
      'Zoe, Dev < Eva de Vries, Product owner',
      'Tim, Dev < Anna Berg, CIO',
    ])
  })

  it('places at the top, with a reason, who names no boss that is there', async () => {
    const plan = await planCsv(`Name,Manager
Anna,XX
Jan,Nobody Known
Eva,Eva
Max,
Zoe,Anna
`)
    expect([said(plan), chartOf(applyPlan(anAccount, plan))]).toEqual([
      [
        'Row 2: will be created.',
        'Row 3: will be created. The manager "Nobody Known" is not in the file or the account; placed at the top.',
        'Row 4: will be created. Reports to itself; placed at the top.',
        'Row 5: will be created.',
        'Row 6: will be created.',
      ],
      ['Anna < -', 'Jan < -', 'Eva < -', 'Max < -', 'Zoe < Anna'],
    ])
  })

  it('says who else names no manager when others do', async () => {
    const plan = await planCsv('Name,Manager\nAnna,\nJan,Anna\nEva,\n')
    expect(said(plan)[2]).toBe('Row 4: will be created. Names no manager; placed at the top.')
  })

  it('breaks a loop at one link and reports it', async () => {
    const plan = await planCsv('ID,Name,Manager ID\n1,Anna,3\n2,Jan,1\n3,Eva,2\n4,Max,3\n')
    expect([said(plan)[0], chartOf(applyPlan(anAccount, plan))]).toEqual([
      'Row 2: will be created. Closes a loop (Anna > Eva > Jan); this link was left out.',
      ['Anna < -', 'Jan < Anna', 'Eva < Jan', 'Max < Eva'],
    ])
  })

  it('takes the namesake of the same department, and says that there are several', async () => {
    const plan = await planCsv(
      'Name,Department,Manager\nAnna,IT,\nAnna,HR,\nJan,HR,Anna\nMax,Law,Anna\n',
    )
    expect([plan.seats.map(({ values }) => values.bossId), said(plan).slice(2)]).toEqual([
      [null, null, 'new:seat:1', 'new:seat:0'],
      [
        'Row 4: will be created. Several people fit the manager "Anna"; the one in row 3 was taken.',
        'Row 5: will be created. Several people fit the manager "Anna"; the one in row 2 was taken.',
      ],
    ])
  })

  it('skips a repeated row and keeps a different person with a used key', async () => {
    const plan = await planCsv(
      'ID,Name,Title\n1,Anna,CIO\n1,Anna,CIO\n1,Jan,CFO\n2,Eva,\n2,,\n,Max,\n,Max,\n',
    )
    expect([
      said(plan),
      plan.people.map(({ values }) => [values.name, values.externalId ?? '']),
    ]).toEqual([
      [
        'Row 2: will be created.',
        'Row 3: says the same as row 2 and is skipped. The key "1" is used in row 2 too.',
        'Row 4: will be created. The key "1" is used in row 2 too.',
        'Row 5: will be created.',
        'Row 6: has neither a name nor a title and is skipped.',
        'Row 7: will be created.',
        'Row 8: says the same as row 7 and is skipped.',
      ],
      [
        ['Anna', '1'],
        ['Jan', ''],
        ['Eva', '2'],
        ['Max', ''],
      ],
    ])
  })

  it('knows vacant, unknown, abolished posts and people who left', async () => {
    const plan = await planCsv(`Post ID,Name,Title,Reports to post,End date,Status
1,N/D,Director,XX,,
2,Vacant,Deputy,1,,
3,Eliminated,Assistant,2,,
4,Anna,Clerk,3,,
5,Jan,Clerk,2,2020-01-31,
6,Eva,Clerk,5,31/12/2099,
7,Max,Clerk,1,,terminated
`)
    expect([said(plan), chartOf(applyPlan(anAccount, plan))]).toEqual([
      [
        'Row 2: will be created.',
        'Row 3: will be created. The post is vacant.',
        'Row 4: is about a post that is gone and is skipped.',
        'Row 5: will be created. The post of the manager "3" is gone; placed under the manager above.',
        'Row 6: is about somebody who has left and is skipped.',
        'Row 7: will be created. The manager "5" has left; placed under the manager above.',
        'Row 8: is about somebody who has left and is skipped.',
      ],
      [
        '?, Director < -',
        'Vacant, Deputy < ?, Director',
        'Anna, Clerk < Vacant, Deputy',
        'Eva, Clerk < Vacant, Deputy',
      ],
    ])
  })

  it('puts the reports of somebody with an old and a new row under the new one', async () => {
    const plan = await planCsv(
      'ID,Name,Title,E-mail,Manager ID,End date\n1,Anna,CIO,,,\n4,Jan,Dev,jan@acme.example,1,2020-01-01\n5,Jan,Lead,jan@acme.example,1,\n6,Eva,Dev,,4,\n',
    )
    expect([chartOf(applyPlan(anAccount, plan))[2], plan.noteCounts]).toEqual([
      'Eva, Dev < Jan, Lead',
      [],
    ])
  })

  it('makes one seat of a post that several people share, and counts those without a name', async () => {
    const plan = await planCsv(
      'Post ID,Name,Title,FTE\n1,Anna,CEO,1\n1,Jan,CEO,1\n7,N/D,Not in post,0.6\n7,N/D,Not in post,1\n7,,Other title,1\n',
    )
    expect([
      said(plan),
      chartOf(applyPlan(anAccount, plan)),
      plan.seats.map(({ values }) => values.headcount),
    ]).toEqual([
      [
        'Row 2: will be created.',
        'Row 3: will be created as another holder of the post in row 2. Shares the post in row 2.',
        'Row 4: will be created.',
        'Row 5: is one more holder of the post in row 4 and is counted there. Shares the post in row 4.',
        'Row 6: will be created. The key "7" is used in row 4 too.',
      ],
      ['Anna + Jan, CEO < -', '?, Not in post < -', '?, Other title < -'],
      [1, 2, 1],
    ])
  })

  it('makes one seat with a headcount of each row of a junior file, under the senior file', async () => {
    const senior = await fileOf(
      'Post Unique Reference,Name,Job Title,Unit,Reports to Senior Post\nS1,,Chief Executive,Board,XX\nS2,,Director,Ops,S1\n',
    )
    const junior = await fileOf(
      'Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE\nOps,S2,AO,Officer,9.81\nOps,S2,AO,Officer,9.81\nOps,S2,EO,Manager,0.5\nOps,S9,EO,Lost,2\n',
    )
    const plan = planImport([junior, senior], anAccount, intoAcme)
    expect([plan.counts, plan.countsByFile, plan.noteCounts]).toEqual([
      { rows: 6, created: 6, updated: 0, skipped: 0 },
      [
        { rows: 4, created: 4, updated: 0, skipped: 0 },
        { rows: 2, created: 2, updated: 0, skipped: 0 },
      ],
      [{ code: 'unknown_manager', count: 1 }],
    ])
    const after = applyPlan(anAccount, plan)
    expect(after.seats.map(({ title, headcount }) => [title, headcount]).sort()).toEqual([
      ['Chief Executive', 1],
      ['Director', 1],
      ['Lost', 2],
      ['Manager', 1],
      ['Officer', 10],
      ['Officer', 10],
    ])
    expect(planImport([junior, senior], after, intoAcme).counts.skipped).toBe(6)
  })

  it('reads opinions, levels and places, and says what it cannot read', async () => {
    const plan = await planCsv(
      'Name,Title,Stance,Influence,Buying role,Top five,Site,City,E-mail,FTE\nAnna,CIO,++,High,"E, T",yes,Plant 1,Köln,anna at acme,many\nJan,Vice President Sales,fan,,boss,,Plant 1,Köln,,\n',
    )
    expect([
      plan.people,
      plan.seats.map(({ values }) => [values.level, values.siteId]),
      plan.sites,
      said(plan),
    ]).toMatchObject([
      [
        {
          values: { name: 'Anna', isTopFive: 1 },
          stance: 'champion',
          influence: 'high',
          roles: ['economic_buyer', 'technical_buyer'],
        },
        { values: { name: 'Jan' }, stance: null, influence: null, roles: [] },
      ],
      [
        ['executive', 'new:site:1'],
        ['vice_president', 'new:site:1'],
      ],
      [
        {
          ref: 'new:site:1',
          accountRef: 'acme',
          values: { name: 'Plant 1', city: 'Köln', country: '' },
        },
      ],
      [
        'Row 2: will be created. "anna at acme" is no mail address and was left out. "many" is no number that can be used and was left out.',
        'Row 3: will be created. "fan" is none of the known values and was left out. "boss" is none of the known values and was left out.',
      ],
    ])
  })

  it('cuts what no field holds and says so', async () => {
    const plan = await planCsv(`Name,Title\n${'A'.repeat(500)},CIO\n`)
    expect([plan.people[0]?.values.name?.length, plan.noteCounts]).toEqual([
      400,
      [{ code: 'text_cut', count: 1 }],
    ])
  })

  it('sorts people into accounts by a column and makes those that are missing', async () => {
    const text =
      'First name,Last name,Title,Company\nAnna,Berg,CIO,acme\nJan,X,CFO,Globex\nEva,Y,CEO,Globex\nMax,Z,CEO,\n'
    const plan = await planCsv(text, anAccount, byColumn)
    expect([plan.accounts, plan.seats.map(({ accountRef }) => accountRef), said(plan)[3]]).toEqual([
      [{ ref: 'new:account:1', action: 'create', values: { name: 'Globex' } }],
      ['acme', 'new:account:1', 'new:account:1'],
      'Row 5: names no account and is skipped.',
    ])
    const withFallback = await planCsv(text, anAccount, {
      ...byColumn,
      target: { kind: 'by_column', fallbackAccountId: 'acme' },
    })
    expect(withFallback.counts.created).toBe(4)
  })

  it('goes to a new account with a name, or to the one that has it already', async () => {
    const options = { ...intoAcme, target: { kind: 'named_account', name: 'ACME' } } as const
    const known = await planCsv(staff, anAccount, options)
    const fresh = await planCsv(staff, { ...anAccount, accounts: [] }, options)
    expect([known.accounts, known.seats[0]?.accountRef, fresh.accounts[0]?.values]).toEqual([
      [],
      'acme',
      { name: 'ACME' },
    ])
  })
})

describe('the same file again', () => {
  it('changes nothing', async () => {
    const before = applyPlan(anAccount, await planCsv(staff))
    const again = await planCsv(staff, before)
    expect([again.counts, said(again)[0], again.seats, again.people, again.occupancies]).toEqual([
      { rows: 3, created: 0, updated: 0, skipped: 3 },
      'Row 2: is there already, nothing changes.',
      [],
      [],
      [],
    ])
  })

  it('updates what changed and says what', async () => {
    const before = applyPlan(anAccount, await planCsv(staff))
    const changed = staff
      .replace('Head of IT Ops', 'CTO')
      .replace('eva@', 'e.devries@')
      .replace(',2\n', ',1\n')
    const plan = await planCsv(changed, before)
    expect(
      plan.rows.slice(1).map(({ action, reason, changes }) => [action, reason, changes]),
    ).toEqual([
      ['update', 'changed', [{ field: 'title', before: 'Head of IT Ops', after: 'CTO' }]],
      [
        'update',
        'changed',
        [
          { field: 'bossId', before: before.seats[1]!.id, after: before.seats[0]!.id },
          { field: 'email', before: 'eva@acme.example', after: 'e.devries@acme.example' },
        ],
      ],
    ])
    expect((await planCsv(changed, applyPlan(before, plan))).counts.skipped).toBe(3)
  })

  it('never takes away what the file does not say', async () => {
    const before = applyPlan(anAccount, await planCsv(staff))
    const poor =
      'Name,Title,Manager\nJan Kowalski,Head of IT Ops,\nEva de Vries,Product owner,Nobody\n'
    const plan = await planCsv(poor, before)
    expect(plan.rows.map(({ action }) => action)).toEqual(['skip', 'skip'])
  })

  it('finds people by address when names changed, and by name and title without keys', async () => {
    const before = applyPlan(anAccount, await planCsv(staff))
    const text =
      'Name,Title,E-mail\nAnna Berg-Nowak,CIO,anna@acme.example\nJAN KOWALSKI,Head of IT Ops,\nEva de Vries,,\nEva de Vries,Cook,\n'
    const plan = await planCsv(text, before)
    expect(
      plan.rows.map(({ action, changes }) => [action, changes.map(({ field }) => field)]),
    ).toEqual([
      ['update', ['name']],
      ['update', ['name']],
      ['create', []],
      ['create', []],
    ])
  })

  it('follows a post to its new holder and keeps the seat', async () => {
    const posts = 'Post ID,Name,Title\n1,Anna,CIO\n2,Jan,CFO\n3,Eva,CTO\n'
    const before = applyPlan(anAccount, await planCsv(posts))
    const plan = await planCsv(
      posts.replace('Anna', 'Zoe').replace('Jan', 'Vacant').replace('Eva', 'N/D'),
      before,
    )
    expect([said(plan), chartOf(applyPlan(before, plan))]).toEqual([
      [
        'Row 2: will be updated: somebody else sits there now.',
        'Row 3: will be updated: the post is vacant now.',
        'Row 4: is there already, nothing changes.',
      ],
      ['Zoe, CIO < -', 'Vacant, CFO < -', 'Eva, CTO < -'],
    ])
  })

  it('seats a person on the empty seat of the same place', async () => {
    const before = applyPlan(
      anAccount,
      await planCsv('ID,Name,Title,Manager ID\n1,Anna,CIO,\n,,Buyer,1\n'),
    )
    const plan = await planCsv('ID,Name,Title,Manager ID\n1,Anna,CIO,\n,Zoe,Buyer,1\n', before)
    expect([said(plan)[1], chartOf(applyPlan(before, plan))]).toEqual([
      'Row 3: will be updated: somebody else sits there now.',
      ['Anna, CIO < -', 'Zoe, Buyer < Anna, CIO'],
    ])
  })

  it('moves juniors that came without their seniors under them when these arrive', async () => {
    const senior = 'Post ID,Name,Title,Reports to post\n1,,Director,XX\n'
    const junior =
      'Generic Job Title,Reporting Senior Post,Number of posts\nOfficer,1,2\nOfficer,1,2\nClerk,1,5\n'
    const before = applyPlan(anAccount, await planCsv(junior))
    const both = await Promise.all([fileOf(senior), fileOf(junior)])
    const plan = planImport(both, before, intoAcme)
    const after = applyPlan(before, plan)
    expect([plan.counts, after.seats.filter(({ bossId }) => bossId === null).length]).toEqual([
      { rows: 4, created: 1, updated: 3, skipped: 0 },
      1,
    ])
    expect(planImport(both, after, intoAcme).counts.skipped).toBe(4)
  })

  it('does not close a loop with what is in the store', async () => {
    const before = applyPlan(
      anAccount,
      await planCsv('ID,Name,Manager ID\n1,Anna,\n2,Jan,1\n3,Eva,2\n'),
    )
    const plan = await planCsv('ID,Name,Manager ID\n1,Anna,3\n', before)
    expect([plan.noteCounts, chartOf(applyPlan(before, plan))]).toEqual([
      [{ code: 'cycle', count: 1 }],
      ['Anna < -', 'Jan < Anna', 'Eva < Jan'],
    ])
  })
})

describe('other sources', () => {
  it('plan vCards, with the manager of the card, and find them again by UID', () => {
    const text = `BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:1
FN:Anna Berg
ORG:Acme;IT
TITLE:CIO
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jan Kowalski
ORG:Acme
EMAIL:jan@acme.example
TEL;TYPE=cell:+48 1
TEL;TYPE=work,fax:+48 2
TEL;TYPE=work:+48 3
X-MANAGER:Anna Berg
END:VCARD
`
    const cards = parseVcards(text)
    const file = importFileFromVcards('cards.vcf', cards.ok ? cards.value.cards : [])
    const plan = planImport([file], anAccount, byColumn)
    const after = applyPlan(anAccount, plan)
    expect([chartOf(after), after.people[1], plan.rows.map(({ row }) => row)]).toMatchObject([
      ['Anna Berg, CIO < -', 'Jan Kowalski < Anna Berg, CIO'],
      { email: 'jan@acme.example', mobile: '+48 1', phone: '+48 3' },
      [1, 8],
    ])
    expect(planImport([file], after, byColumn).counts.skipped).toBe(2)
  })

  it('plan an outline with namesakes and lines, and merge it by name', () => {
    const text =
      'Anna Berg, CIO ++ #E\n  Jan, Dev\n  Jan, Ops *\n  ?, Buyer\nJan, Ops ~> Anna Berg\n'
    const file = importFileFromOutline('map.txt', parseOutline(text))
    const plan = planImport([file], anAccount, intoAcme)
    const after = applyPlan(anAccount, plan)
    expect([
      chartOf(after),
      after.lines.length,
      after.people.map(({ externalId }) => externalId),
    ]).toEqual([
      [
        'Anna Berg, CIO < -',
        'Jan, Dev < Anna Berg, CIO',
        'Jan, Ops < Anna Berg, CIO',
        '?, Buyer < Anna Berg, CIO',
      ],
      1,
      ['', '', ''],
    ])
    const again = planImport([file], after, intoAcme)
    expect([again.counts.skipped, again.lines]).toEqual([4, []])
  })
})
