import { describe, expect, it } from 'vitest'
import { readCsv, type CsvOptions } from '../../../../db/formats/csv'
import { printCsv, unescapeFormula } from '../../../../db/formats/csv-print'
import { readCsvTable } from '../../../../db/formats/csv-table'
import { FormatError, sayFormatProblem } from '../../../../db/formats/problem'
import { makeCsvEngine } from '../../../../db/node/csv-engine'
import { listSharedFiles, readSharedFile, readSharedText } from '../../../support/shared-data'

describe('readCsvTable', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
    ['caret', '^'],
  ])('finds the separator: %s', async (_name, separator) => {
    const lines = [
      ['Name', 'Title', 'City'],
      ['Anna, the "boss"', 'CIO; acting', 'Köln|Bonn'],
      ['Jan', 'Head of IT', 'Łódź'],
    ]
    const table = await read(printCsv(lines, { separator }))
    expect([table.separator, table.columns.map(({ name }) => name), ...cells(table)]).toEqual([
      separator,
      ...lines,
    ])
  })

  it('obeys a sep= line and does not take it for a row', async () => {
    const table = await read('sep=;\r\nName;Title\r\nAnna;CIO\r\n')
    expect([table.separator, table.headerRow, table.rows]).toEqual([
      ';',
      2,
      [{ row: 3, cells: ['Anna', 'CIO'] }],
    ])
  })

  it('keeps line breaks in quotes and counts rows as a spreadsheet does', async () => {
    const table = await read('a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n')
    expect([table.blankRows, table.rows]).toEqual([
      1,
      [
        { row: 2, cells: ['1', 'two\r\nlines'] },
        { row: 4, cells: ['3', '4'] },
      ],
    ])
  })

  it('finds the header under title lines', async () => {
    const text = [
      'Staff list,,,',
      'As of 30 September,,,',
      '',
      'Employee ID,Name,Job title,E-mail',
      '1,Anna Berg,CIO,anna@acme.example',
      '2,Jan Kowalski,Head of IT,jan@acme.example',
    ].join('\n')
    const table = await read(text)
    expect([table.headerRow, table.titleLines.length, table.rows.map(({ row }) => row)]).toEqual([
      4,
      2,
      [5, 6],
    ])
  })

  it('knows a file without a header and names its columns', async () => {
    const table = await read('1\tAnna\t2009-01-14\n2\tJan\t2010-02-01\n')
    expect([table.headerRow, table.columns.map(({ name }) => name), table.rows.length]).toEqual([
      null,
      ['Column 1', 'Column 2', 'Column 3'],
      2,
    ])
  })

  it('takes a header row the user chose, and none', async () => {
    const text = 'x,y\n1,2\n3,4\n'
    const second = await read(text, { headerRow: 2 })
    const none = await read(text, { headerRow: null })
    expect([second.columns.map(({ name }) => name), second.rows.length, none.rows.length]).toEqual([
      ['1', '2'],
      1,
      3,
    ])
  })

  it('makes names of doubled and empty headers differ', async () => {
    const table = await read('Phone,,Phone,phone\n1,2,3,4\n')
    expect(table.columns.map(({ name }) => name)).toEqual([
      'Phone',
      'Column 2',
      'Phone (2)',
      'phone (3)',
    ])
  })

  it('reports ragged rows and drops none of them', async () => {
    const table = await read('a,b\n1\n1,2,3\n1,2\n1,2,,\n')
    expect([table.rows.length, table.raggedRows, table.columns.at(-1)]).toEqual([
      4,
      [
        { row: 2, cells: 1 },
        { row: 3, cells: 3 },
      ],
      { index: 2, header: '', name: 'Column 3' },
    ])
  })

  it('reads mixed line ends and quotes inside cells', async () => {
    const table = await read('a,b\r1,5" pipe\n2,"Tall" Jim\r\n3,"x""y"')
    expect(cells(table)).toEqual([
      ['1', '5" pipe'],
      ['2', '"Tall" Jim'],
      ['3', 'x"y'],
    ])
  })

  it('reads the same in pieces of any size', async () => {
    const text = 'Name,Stadt\r\n"Zoë\r\n😀","Łódź"\r\nJan,"a""b"\r\n'
    const whole = await read(text)
    for (const size of [1, 2, 3, 5, 64]) {
      const bytes = Buffer.from(text)
      const result = await readCsvTable(inPieces(bytes, size), { makeEngine: makeCsvEngine })
      expect(result).toEqual({ ok: true, value: whole })
    }
  })
})

describe('readCsvTable refuses with a sentence', () => {
  it.each([
    ['an empty file', '', /empty/],
    ['blank lines only', '\n\n \n', /empty/],
    ['a quote that is never closed', 'a,b\n1,"x\n2,y\n', /near line 2 is never closed/],
    ['5 MB of quotes', `a,b\n1,2\n${'"'.repeat(5_000_001)}`, /line 3/],
    ['a cell of 50 MB', `a,b\n${'x'.repeat(50_000_000)},2\n`, /line 2 is longer than 1000000/],
    ['a quoted cell of 50 MB', `a,b\n"${'x'.repeat(50_000_000)}",2\n`, /line 2 is longer/],
    ['a million columns', `${'a,'.repeat(999_999)}\n`, /Row 1 has more than 1000 columns/],
    ['a million rows', '1\n'.repeat(1_000_000), /more than 50000 rows/],
    ['a ZIP archive', 'PK\x03\x04rest', /ZIP/],
  ])('%s', async (_name, text, sentence) => {
    const result = await readCsvTable(Buffer.from(text), { makeEngine: makeCsvEngine })
    expect(result.ok ? '' : sayFormatProblem(result.problem)).toMatch(sentence)
  })

  it('a file that is too large, before it is read', async () => {
    const result = await readCsvTable(Buffer.alloc(2000, 'a'), {
      makeEngine: makeCsvEngine,
      limits: { maxBytes: 1000 },
    })
    expect(result).toMatchObject({ ok: false, problem: { code: 'too_large', sizeBytes: 2000 } })
  })
})

describe('readCsv', () => {
  it('gives way to other work, tells how far it is and stops when asked', async () => {
    const line = 'Anna Berg,Head of IT,"Finance, Control",anna@acme.example\n'
    const bytes = Buffer.from(`name,title,unit,email\n${line.repeat(100_000)}`)
    const signal = { aborted: false }
    let breaths = 0
    const seen: number[] = []
    const options: CsvOptions = {
      makeEngine: makeCsvEngine,
      signal,
      breathe: async () => {
        breaths += 1
        if (breaths === 20) signal.aborted = true
      },
      onProgress: ({ bytesRead }) => seen.push(bytesRead),
    }
    const parts = readCsv(bytes, options)
    await expect(drain(parts)).rejects.toEqual(new FormatError({ code: 'cancelled' }))
    expect([breaths, seen.length > 10, seen.at(-1)! < bytes.length / 2]).toEqual([20, true, true])
  })

  it('goes through 100 MB holding only a piece of it', async () => {
    const line = 'Anna Berg,Head of IT,"Finance, Control",anna@acme.example,+49 30 123456\n'
    const block = Buffer.from(line.repeat(1_000))
    const blocks = Math.ceil(100_000_000 / block.length)
    async function* source() {
      for (let at = 0; at < blocks; at += 1) yield block
    }
    let rows = 0
    let largest = 0
    const limits = { maxRows: 10_000_000, maxCells: 100_000_000 }
    for await (const part of readCsv(source(), { makeEngine: makeCsvEngine, limits }))
      if (part.kind === 'rows') {
        rows += part.rows.length
        largest = Math.max(largest, part.rows.length)
      }
    expect([rows, largest < 5_000]).toEqual([blocks * 1_000, true])
  }, 120_000)
})

describe('printCsv', () => {
  it('turns formulas into text and reads them back', async () => {
    const formulas = ['=cmd()', '+1-2', '-x', '@SUM(A1)', '\t=1', '＝1', '+49-30-12']
    const text = printCsv([['Formula'], ...formulas.map((formula) => [formula])])
    const table = await read(text, { headerRow: 1 })
    const printed = cells(table).flat()
    expect(printed.every((cell) => cell.startsWith("'"))).toBe(true)
    expect(printed.map(unescapeFormula)).toEqual(formulas)
  })

  it('leaves plain numbers alone and quotes what needs it', () => {
    const row = ['-5', '+49 30 123', 'a,b', 'x"y', ' pad', 'two\nlines', 'plain']
    expect(printCsv([row], { hasBom: false })).toBe(
      '-5,+49 30 123,"a,b","x""y"," pad","two\nlines",plain\r\n',
    )
  })
})

describe('the CSV spectrum', () => {
  it('in small: quotes, commas, empty cells and line breaks', async () => {
    const table = await read('a,b,c\r\n1,"ha ""ha"", ha",""\r\n"two\nlines",ʤ,3')
    expect(cells(table)).toEqual([
      ['1', 'ha "ha", ha', ''],
      ['two\nlines', 'ʤ', '3'],
    ])
  })

  it.each(listSharedFiles('abuse/csv-spectrum/csvs', /\.csv$/))('%s', async (file) => {
    const table = await read(readSharedFile(file), { headerRow: 1 })
    const records = table.rows.map(({ cells: row }) =>
      Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at] ?? ''])),
    )
    const wanted: unknown = JSON.parse(
      readSharedText(file.replace('/csvs/', '/json/').replace('.csv', '.json')),
    )
    // The files of the newlines_crlf kind hold plain line feeds in this copy.
    const loose = (value: unknown) => JSON.stringify(value).replaceAll('\\r\\n', '\\n')
    expect(loose(records)).toBe(loose(wanted))
  })
})

describe('the Salesforce loader files', () => {
  it('in small: 32-bit text behind a 16-bit mark', async () => {
    const units = Array.from('\ufeffa,b\n1,2\n', (character) => [0, 0, 0, character.charCodeAt(0)])
    const bytes = new Uint8Array([0xfe, 0xff, ...units.slice(1).flat()])
    expect(cells(await read(bytes))).toEqual([['1', '2']])
  })

  it.each(listSharedFiles('crm/crm-salesforce-dataloader', /csvtext.*\.csv$/))(
    '%s reads the same in every encoding',
    async (file) => {
      const table = await read(readSharedFile(file))
      expect([table.columns.map(({ name }) => name), ...cells(table)]).toEqual([
        ['column1', 'column2', 'column3'],
        ['row1-1', 'row1-2', 'row1-3'],
        ['row2-1', 'row2-2', 'row2-3'],
      ])
    },
  )
})

async function read(content: string | Uint8Array, options: Partial<CsvOptions> = {}) {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content
  const result = await readCsvTable(bytes, { makeEngine: makeCsvEngine, ...options })
  if (!result.ok) throw new Error(sayFormatProblem(result.problem))
  return result.value
}

function cells(table: { readonly rows: readonly { readonly cells: readonly string[] }[] }) {
  return table.rows.map((row) => row.cells)
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function drain(parts: AsyncIterable<unknown>): Promise<void> {
  for await (const part of parts) void part
}
