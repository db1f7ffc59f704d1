import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsvTable } from '../../../../db/formats/csv-table'
import { printMermaid } from '../../../../db/formats/mermaid'
import { printOpml } from '../../../../db/formats/opml'
import { parseOutline } from '../../../../db/formats/outline'
import type { OutlineNode } from '../../../../db/formats/outline-model'
import { printOutlineCsv } from '../../../../db/formats/outline-csv'
import { detectPaste } from '../../../../db/formats/paste'
import { makeCsvEngine } from '../../../../db/node/csv-engine'
import { anyOutline, meaningOf } from './outline-arbitraries'

const chart =
  'Anna "A" Berg, CIO & more + <anna@acme.example>\n  Jan; #1, <IT>\n    Eva\n  Łukasz\n'

describe('printOpml', () => {
  it('writes nested outlines with escaped text', () => {
    expect(printOpml(parseOutline(chart), { title: 'Acme & Co' })).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Acme &amp; Co</title>
  </head>
  <body>
    <outline text="Anna &quot;A&quot; Berg, CIO &amp; more + &lt;anna@acme.example&gt;">
      <outline text="Jan; #1, \\&lt;IT&gt;">
        <outline text="Eva"/>
      </outline>
      <outline text="Łukasz"/>
    </outline>
  </body>
</opml>
`,
    )
  })

  it('reads back every chart but its lines', () => {
    fc.assert(
      fc.property(anyOutline, ({ nodes }) => {
        const text = printOpml({ nodes, links: [] }, { title: 'x' })
        fc.pre(isXmlText(nodes))
        expect(meaningOf(parseOutline(text)), text).toEqual(meaningOf({ nodes, links: [] }))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('printMermaid', () => {
  it('writes a mind map with quoted labels', () => {
    expect(printMermaid(parseOutline(chart), { rootText: 'Acme', isSafe: true })).toBe(
      `mindmap
  n1["Anna #quot;A#quot; Berg, CIO & more"]
    n2["Jan#59; #35;1, \\<IT>"]
      n3["Eva"]
    n4["Łukasz"]
`,
    )
  })

  it('puts several tops under one root', () => {
    expect(printMermaid(parseOutline('A\nB\n'), { rootText: 'Acme' })).toBe(
      'mindmap\n  root["Acme"]\n    n1["A"]\n    n2["B"]\n',
    )
  })

  it('reads back every chart with one top', () => {
    fc.assert(
      fc.property(anyOutline, ({ nodes }) => {
        const tree = nodes.map((node, at) => ({
          ...node,
          parentIndex: at === 0 ? null : (node.parentIndex ?? 0),
        }))
        fc.pre(tree.length > 0)
        const text = printMermaid({ nodes: tree, links: [] }, { rootText: 'x' })
        expect(meaningOf(parseOutline(text)), text).toEqual(meaningOf({ nodes: tree, links: [] }))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('printOutlineCsv', () => {
  it('writes bosses by number and name', async () => {
    const text = printOutlineCsv(parseOutline(chart), { hasBom: false })
    const table = await readCsvTable(new Uint8Array(Buffer.from(text)), {
      makeEngine: makeCsvEngine,
    })
    expect(table.ok && table.value.rows.map(({ cells }) => cells)).toEqual([
      [
        '1',
        'Anna "A" Berg',
        'CIO & more',
        '',
        'anna@acme.example',
        '',
        '',
        'supporter',
        'unknown',
        '',
        '',
      ],
      ['2', 'Jan; #1', '<IT>', '', '', '1', 'Anna "A" Berg', 'unknown', 'unknown', '', ''],
      ['3', 'Eva', '', '', '', '2', 'Jan; #1', 'unknown', 'unknown', '', ''],
      ['4', 'Łukasz', '', '', '', '1', 'Anna "A" Berg', 'unknown', 'unknown', '', ''],
    ])
  })

  it('has nothing private when it must be safe', () => {
    const text = printOutlineCsv(parseOutline(chart), { isSafe: true, hasBom: false })
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'ID,Name,Title,Manager ID,Manager',
      '1,"Anna ""A"" Berg",CIO & more,,',
    ])
  })
})

describe('detectPaste', () => {
  const words = new Set(['name', 'title', 'e-mail'])
  const isHeaderWord = (text: string) => words.has(text.toLowerCase())
  it.each([
    ['', 'empty'],
    [' \n ', 'empty'],
    ['BEGIN:VCARD\nFN:A\nEND:VCARD', 'vcard'],
    ['<opml version="2.0"><body/></opml>', 'opml'],
    ['```mermaid\nmindmap\n  A\n```', 'mermaid'],
    ['Name\tTitle\tE-mail\nAnna\tCIO\tanna@acme.example\nJan\tIT\tjan@acme.example', 'csv'],
    ['Name;Title\nAnna;CIO\n', 'csv'],
    ['To: a@acme.example, b@acme.example', 'recipients'],
    ['-- \nAnna Berg\nCIO\nanna@acme.example', 'signature'],
    ['Anna Berg, CIO\n  Jan', 'outline'],
    ['- Anna\n- Jan', 'outline'],
  ])('%j is %s', (text, kind) => {
    expect(detectPaste(text, isHeaderWord)).toBe(kind)
  })
})

/** XML cannot hold lone surrogates and a few others; OPML leaves them out. */
function isXmlText(nodes: readonly OutlineNode[]): boolean {
  const text = nodes.map(({ name, title, department }) => name + title + department).join(' ')
  return !/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(
    text,
  )
}
