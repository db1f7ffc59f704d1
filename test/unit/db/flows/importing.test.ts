import { describe, expect, it } from 'vitest'
import type { ImportResult } from '../../../../db/flows/importing'
import type { ImportTarget } from '../../../../db/import/plan'
import { openedStores } from '../../../support/opened-stores'
import { listSharedFiles, readSharedFile } from '../../../support/shared-data'
import type { TestStore } from '../../../support/store'

const open = openedStores()
const encoder = new TextEncoder()

interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

function csv(name: string, ...lines: string[]): Source {
  return { name, bytes: encoder.encode(lines.join('\r\n')) }
}

/** Reads, previews and applies with the guessed columns. */
async function importAll(
  { store }: TestStore,
  files: readonly Source[],
  target: ImportTarget,
): Promise<ImportResult> {
  const reading = await store.importing.read({ files: [...files] })
  const mappings = reading.files.map(({ mapping }) => mapping as never)
  const { importId } = reading
  const preview = await store.importing.preview({ importId, mappings, target })
  const result = await store.importing.apply({ importId })
  expect(result.counts).toEqual(preview.counts)
  return result
}

function expectSum({ counts }: Pick<ImportResult, 'counts'>, rows: number): void {
  expect(counts.rows).toBe(rows)
  expect(counts.created + counts.updated + counts.skipped).toBe(rows)
}

const staff = csv(
  'staff.csv',
  'Employee ID,Name,Job title,Department,E-mail,Manager ID',
  '1,Anna Berg,CIO,IT,anna@acme.example,',
  '2,Jan Kowalski,Head of IT,IT,jan@acme.example,1',
  '3,Zoë Müller,Engineer,IT,zoe@acme.example,2',
  '4,Lost Soul,Clerk,IT,lost@acme.example,99',
)

const acme: ImportTarget = { kind: 'named_account', name: 'Acme' }

describe('importing people', () => {
  it('makes the account, its people, seats and reporting lines in one step that undo takes back', async () => {
    const test = open()
    const result = await importAll(test, [staff], acme)
    expect(result.counts).toEqual({ rows: 4, created: 4, updated: 0, skipped: 0 })
    expect(result.made).toEqual({ accounts: 1, people: 4, seats: 4 })
    const accountId = result.accountId!
    const seats = await test.store.seat.byAccount({ accountId })
    const bossTitle = (title: string) => {
      const seat = seats.find((each) => each.title === title)!
      return seats.find((each) => each.id === seat.bossId)?.title ?? null
    }
    expect(['CIO', 'Head of IT', 'Engineer', 'Clerk'].map(bossTitle)).toEqual([
      null,
      'CIO',
      'Head of IT',
      null,
    ])
    expect(new Set(seats.map((seat) => `${seat.bossId} ${seat.rank}`)).size).toBe(4)
    expect(result.noteCounts).toContainEqual({ code: 'unknown_manager', count: 1 })

    expect(await test.store.history.undo()).toBe('importing.apply')
    expect(await test.store.account.all()).toEqual([])
    expect(await test.store.person.byAccount({ accountId })).toEqual([])
    await test.store.history.redo()
    expect((await test.store.person.byAccount({ accountId })).length).toBe(4)
  })

  it('changes nothing when the same file comes again', async () => {
    const test = open()
    await importAll(test, [staff], acme)
    const again = await importAll(test, [staff], acme)
    expect(again.counts).toEqual({ rows: 4, created: 0, updated: 0, skipped: 4 })
    expect((await test.store.account.all()).length).toBe(1)
  })

  it('updates who changed and says what', async () => {
    const test = open()
    await importAll(test, [staff], acme)
    const moved = csv(
      'staff.csv',
      'Employee ID,Name,Job title,Department,E-mail,Manager ID',
      '3,Zoë Müller,Architect,IT,zoe@acme.example,1',
    )
    const reading = await test.store.importing.read({ files: [moved] })
    const { importId } = reading
    const mappings = reading.files.map(({ mapping }) => mapping as never)
    await test.store.importing.preview({ importId, mappings, target: acme })
    const { total, rows } = await test.store.importing.rows({
      importId,
      filter: 'update',
      from: 0,
      count: 10,
    })
    expect(total).toBe(1)
    expect(rows[0]!.changes.map(({ field }) => field)).toContain('title')
    const { accountId } = await test.store.importing.apply({ importId })
    const seats = await test.store.seat.byAccount({ accountId: accountId! })
    const architect = seats.find((seat) => seat.title === 'Architect')!
    expect(seats.find((seat) => seat.id === architect.bossId)?.title).toBe('CIO')
  })

  it('goes under the people that an account has already', async () => {
    const test = open()
    const accountId = await test.store.account.create({ name: 'Acme' })
    await test.store.drawing.add({ accountId, bossId: null, name: 'Olga Old', title: 'CEO' })
    await importAll(test, [staff], { kind: 'account', accountId })
    const tops = (await test.store.seat.byAccount({ accountId })).filter(
      (seat) => seat.bossId === null,
    )
    const inOrder = [...tops].sort((left, right) => (left.rank < right.rank ? -1 : 1))
    expect(inOrder.map((seat) => seat.title)).toEqual(['CEO', 'CIO', 'Clerk'])
  })

  it('reads a chart with opinions and lines as dated opinions, roles and lines', async () => {
    const test = open()
    const chart = {
      name: 'map.txt',
      bytes: encoder.encode('Anna Berg, CIO ++ !H #E *\n  Jan Kowalski, Head of IT -\n'),
    }
    const { accountId } = await importAll(test, [chart], acme)
    const people = await test.store.person.byAccount({ accountId: accountId! })
    const anna = people.find((person) => person.name === 'Anna Berg')!
    expect([anna.stance, anna.influence, anna.isTopFive]).toEqual(['champion', 'high', 1])
    const opinions = await test.store.opinion.byPerson({ personId: anna.id })
    expect(opinions.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      'influence high',
      'stance champion',
    ])
    const roles = await test.store.buyingRole.byAccount({ accountId: accountId! })
    expect(roles.map(({ role }) => role)).toEqual(['economic_buyer'])
  })

  it('remembers how the columns of such a file were meant', async () => {
    const test = open()
    const odd = csv('odd.csv', 'Wer,Was,Sonst', 'Anna Berg,CIO,x', 'Jan Kowalski,Head of IT,y')
    const reading = await test.store.importing.read({ files: [odd] })
    const mapping = {
      ...reading.files[0]!.mapping!,
      kind: 'people' as const,
      columns: ['name' as const, 'title' as const, null],
    }
    const { importId } = reading
    await test.store.importing.preview({ importId, mappings: [mapping], target: acme })
    await test.store.importing.apply({ importId })
    const again = await test.store.importing.read({ files: [odd] })
    expect(again.files[0]!.isRemembered).toBe(true)
    expect(again.files[0]!.mapping).toEqual(mapping)
  })
})

describe('importing many rows', () => {
  const rows = 4000
  const large = csv(
    'large.csv',
    'Employee ID,Name,Job title,Manager ID',
    ...Array.from(
      { length: rows },
      (_, at) => `${at + 1},Person ${at + 1},Post ${at + 1},${at === 0 ? '' : 1 + (at >> 3)}`,
    ),
  )

  it('answers other calls while it runs', async () => {
    const test = open()
    const { client, store } = test
    const reading = await store.importing.read({ files: [large] })
    const { importId } = reading
    const mappings = reading.files.map(({ mapping }) => mapping as never)
    await store.importing.preview({ importId, mappings, target: acme })
    const answered: number[] = []
    let last = 0
    let questions: Promise<unknown> = Promise.resolve()
    await client.run(
      store.importing.apply,
      { importId },
      {
        onProgress(done) {
          last = done
          questions = store.account.all().then(() => answered.push(last))
        },
      },
    )
    await questions
    // Answers came in between the pieces, not all of them after the end.
    expect(new Set(answered).size).toBeGreaterThan(2)
  })

  it('takes everything back when it is stopped half-way', async () => {
    const { client, store } = open()
    const reading = await store.importing.read({ files: [large] })
    const { importId } = reading
    const mappings = reading.files.map(({ mapping }) => mapping as never)
    await store.importing.preview({ importId, mappings, target: acme })
    const stop = new AbortController()
    const stopped = client.run(
      store.importing.apply,
      { importId },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(await store.account.all()).toEqual([])
    expect(await store.history.steps()).toEqual({ undo: null, redo: null })
    // The same import can still be done.
    const result = await store.importing.apply({ importId })
    expectSum(result, rows)
  })
})

describe('a file that cannot be imported', () => {
  it.each([
    ['empty.csv', new Uint8Array(0), 'empty_file'],
    ['spaces.csv', encoder.encode(' \r\n \r\n'), 'empty_file'],
    ['photo.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0), 'binary_file'],
    ['staff.xlsx', encoder.encode('PK\x03\x04 [Content_Types].xml xl/workbook'), 'binary_file'],
    ['nobody.vcf', encoder.encode('{"name": "Anna"}'), 'no_cards'],
    ['open.csv', encoder.encode('Name,Title\n"Anna,CIO\nJan,CTO\n'), 'quote_not_closed'],
  ])('%s is told why', async (name, bytes, code) => {
    const { store } = open()
    const { files } = await store.importing.read({ files: [{ name, bytes }] })
    expect(files[0]!.problem?.code).toBe(code)
    expect(files[0]!.mapping).toBe(null)
  })

  it('does not keep a good one beside it from being imported', async () => {
    const test = open()
    const { store } = test
    const bad = { name: 'empty.csv', bytes: new Uint8Array(0) }
    const reading = await store.importing.read({ files: [bad, staff] })
    const { importId } = reading
    const mappings = reading.files.map(({ mapping }) => mapping as never)
    const preview = await store.importing.preview({ importId, mappings, target: acme })
    expect(preview.countsByFile.map((counts) => counts?.rows ?? null)).toEqual([null, 4])
    const { rows } = await store.importing.rows({ importId, filter: 'all', from: 0, count: 1 })
    expect(rows[0]!.file).toBe(1)
  })

  it('asks to read again when another import was begun since', async () => {
    const { store } = open()
    const first = await store.importing.read({ files: [staff] })
    await store.importing.read({ files: [staff] })
    await expect(store.importing.apply({ importId: first.importId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('real files', () => {
  const bodies = new Map<string, string[]>()
  for (const name of listSharedFiles('org/org-uk-gov-dev-nonames', /(junior|senior)\.csv$/)) {
    const body = name.replace(/-(junior|senior)\.csv$/, '')
    bodies.set(body, [...(bodies.get(body) ?? []), name])
  }
  const load = (name: string): Source => ({ name, bytes: readSharedFile(name) })

  for (const [body, names] of bodies)
    it(`${body.split('/').at(-1)} comes in whole, and a second time not at all`, async () => {
      const test = open()
      const files = names.map(load)
      const result = await importAll(test, files, { kind: 'named_account', name: 'Body' })
      const lines = files.map(({ bytes }) => bytes.length)
      expect(lines.length).toBe(2)
      expectSum(
        result,
        result.countsByFile.reduce((sum, counts) => sum + counts!.rows, 0),
      )
      const seats = await test.store.seat.byAccount({ accountId: result.accountId! })
      expect(seats.length).toBe(result.made.seats)
      const known = new Set(seats.map((seat) => seat.id))
      expect(seats.every((seat) => seat.bossId === null || known.has(seat.bossId))).toBe(true)
      const again = await importAll(test, files, { kind: 'named_account', name: 'Body' })
      expect([again.counts.created, again.counts.updated]).toEqual([0, 0])
    })

  const others: readonly (readonly [string, RegExp, string])[] = [
    ['org/org-adventureworks', /DimEmployee\.csv$/, 'people'],
    ['org/org-adventureworks', /DimReseller\.csv$/, 'accounts'],
    ['crm/crm-maven-sales-opportunities', /accounts\.csv$/, 'accounts'],
    ['crm/crm-salesforce-dataloader', /accountData\.csv$/, 'accounts'],
  ]
  for (const [folder, pattern, kind] of others)
    for (const name of listSharedFiles(folder, pattern))
      it(`${name.split('/').at(-1)} of ${folder} comes in as ${kind}`, async () => {
        const test = open()
        const { files } = await test.store.importing.read({ files: [load(name)] })
        expect(files[0]!.mapping?.kind).toBe(kind)
        const target: ImportTarget =
          kind === 'people' ? acme : { kind: 'by_column', fallbackAccountId: null }
        const result = await importAll(test, [load(name)], target)
        expectSum(result, files[0]!.rows)
        expect(result.counts.created).toBeGreaterThan(0)
      })

  const cards = listSharedFiles('vcard', /\.vcf$/)
  if (cards.length > 0)
    it(`${cards.length} vCard files are each read or told why not`, async () => {
      const test = open()
      for (let from = 0; from < cards.length; from += 40) {
        const files = cards.slice(from, from + 40).map(load)
        const reading = await test.store.importing.read({ files })
        for (const file of reading.files)
          expect(file.problem !== null || file.mapping !== null, file.name).toBe(true)
        const { importId } = reading
        const mappings = reading.files.map(({ mapping }) => mapping as never)
        await test.store.importing.preview({ importId, mappings, target: acme })
        const result = await test.store.importing.apply({ importId })
        expectSum(
          result,
          reading.files.reduce((sum, file) => sum + file.rows, 0),
        )
      }
    })
})
