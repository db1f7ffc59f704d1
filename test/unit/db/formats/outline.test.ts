import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseOutline } from '../../../../db/formats/outline'
import type { Outline } from '../../../../db/formats/outline-model'
import { arrange, printOutline } from '../../../../db/formats/outline-print'
import { parsePersonText, printPersonText, tidyPerson } from '../../../../db/formats/outline-words'
import { listSharedFiles, readSharedText } from '../../../support/shared-data'
import { anyOutline, anyPerson, anyText, meaningOf, person, personOf } from './outline-arbitraries'

const example = `Anna Berg, CIO ++ !H #E <anna@acme.example>
  Jan Kowalski, Head of IT Ops + !M #T
  ?, Procurement lead #P
  Eva de Vries (Product owner) ~ #U *
Jan ~> Anna
Jan .. Eva
Jan x Eva
`

describe('parsePersonText', () => {
  it.each([
    ['Anna Berg', { name: 'Anna Berg' }],
    ['Anna Berg, CIO', { name: 'Anna Berg', title: 'CIO' }],
    ['Anna Berg - CIO - acting', { name: 'Anna Berg', title: 'CIO - acting' }],
    ['Anna Berg | CIO', { name: 'Anna Berg', title: 'CIO' }],
    ['Anna Berg (CIO, acting)', { name: 'Anna Berg', title: 'CIO, acting' }],
    ['Jan (Johnny) Kowalski, CTO', { name: 'Jan (Johnny) Kowalski', title: 'CTO' }],
    ['Anne-Marie Berg, Vice-President', { name: 'Anne-Marie Berg', title: 'Vice-President' }],
    [
      'Jan Kowalski, Head of IT +',
      { name: 'Jan Kowalski', title: 'Head of IT', stance: 'supporter' },
    ],
    ['Jan ++', { name: 'Jan', stance: 'champion' }],
    ['Jan ~', { name: 'Jan', stance: 'neutral' }],
    ['Jan -', { name: 'Jan', stance: 'non_supporter' }],
    ['Jan --', { name: 'Jan', stance: 'opponent' }],
    ['Jan !L', { name: 'Jan', influence: 'low' }],
    ['Jan #P #E', { name: 'Jan', roles: ['economic_buyer', 'procurement'] }],
    ['Jan *', { name: 'Jan', isTopFive: true }],
    ['Jan, C++ developer', { name: 'Jan', title: 'C++ developer' }],
    [
      'Jan, CFO /Finance and Control + !H',
      {
        name: 'Jan',
        title: 'CFO',
        department: 'Finance and Control',
        stance: 'supporter',
        influence: 'high',
      },
    ],
    ['Jan, Service 24/7', { name: 'Jan', title: 'Service 24/7' }],
    ['Jan <jan@acme.example> ~', { name: 'Jan', email: 'jan@acme.example', stance: 'neutral' }],
    ['Jan, CIO jan@acme.example', { name: 'Jan', title: 'CIO', email: 'jan@acme.example' }],
    ['jan.kowalski@acme.example', { name: 'Jan Kowalski', email: 'jan.kowalski@acme.example' }],
    ['?, Procurement lead #P', { title: 'Procurement lead', roles: ['procurement'] }],
    [', Procurement lead', { title: 'Procurement lead' }],
    ['?', {}],
    ['Smith\\, Jr., CIO', { name: 'Smith, Jr.', title: 'CIO' }],
    ['Jan \\+', { name: 'Jan +' }],
  ] as const)('%s', (text, fields) => {
    expect(parsePersonText(text)).toEqual(person(fields as Partial<ReturnType<typeof person>>))
  })

  it('reads back every person that can be printed', () => {
    fc.assert(
      fc.property(anyPerson, (drawn) => {
        const text = printPersonText(drawn)
        expect(parsePersonText(text), text).toEqual(tidyPerson(drawn))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('parseOutline', () => {
  it('reads the example of the drawing', () => {
    const { nodes, links, remarks } = parseOutline(example)
    expect([nodes.map(({ parentIndex }) => parentIndex), links, remarks]).toEqual([
      [null, 0, 0, 0],
      [
        { kind: 'influences', fromIndex: 1, toIndex: 0 },
        { kind: 'dotted', fromIndex: 1, toIndex: 3 },
        { kind: 'conflicts', fromIndex: 1, toIndex: 3 },
      ],
      [],
    ])
    expect(nodes.map(personOf)).toEqual([
      person({
        name: 'Anna Berg',
        title: 'CIO',
        stance: 'champion',
        influence: 'high',
        roles: ['economic_buyer'],
        email: 'anna@acme.example',
      }),
      person({
        name: 'Jan Kowalski',
        title: 'Head of IT Ops',
        stance: 'supporter',
        influence: 'medium',
        roles: ['technical_buyer'],
      }),
      person({ title: 'Procurement lead', roles: ['procurement'] }),
      person({
        name: 'Eva de Vries',
        title: 'Product owner',
        stance: 'neutral',
        roles: ['user_buyer'],
        isTopFive: true,
      }),
    ])
  })

  it.each([
    ['two spaces', 'A\n  B\n    C\n  D\nE'],
    ['three spaces', 'A\n   B\n      C\n   D\nE'],
    ['four spaces', 'A\n    B\n        C\n    D\nE'],
    ['tabs', 'A\n\tB\n\t\tC\n\tD\nE'],
    ['tabs and spaces mixed', 'A\n\tB\n\t  C\n    D\nE'],
    ['no-break spaces', 'A\n\u00a0\u00a0B\n\u00a0\u00a0\u00a0\u00a0C\n\u00a0\u00a0D\nE'],
    ['Windows line ends', 'A\r\n  B\r\n    C\r\n  D\r\nE\r\n'],
    ['old Mac line ends', 'A\r  B\r    C\r  D\rE\r'],
    ['blank lines between', 'A\n\n  B\n\n    C\n  D\n\n\nE\n'],
    ['an unclear indent', '  A\n     B\n       C\n   D\nE'],
    ['dashes', '- A\n  - B\n    - C\n  - D\n- E'],
    ['stars', '* A\n  * B\n    * C\n  * D\n* E'],
    ['other bullets', '• A\n  ◦ B\n    ▪ C\n  ◦ D\n• E'],
    ['numbers', '1. A\n   1. B\n      1. C\n   2. D\n2. E'],
    ['a list under a plain line', 'A\n- B\n  - C\n- D\nE'],
    ['Markdown headings', '# A\n## B\n### C\n## D\n# E'],
    ['Markdown headings with lists', '# A\n\n- B\n  - C\n- D\n\n# E'],
    ['task lists and bold names', '- [ ] **A**\n  - [x] **B**\n    - C\n  - D\n- E'],
    ['PlantUML stars', '@startmindmap\n* A\n** B\n***_ C\n**[#Orange] D\n* E\n@endmindmap'],
    ['PlantUML pluses', '+ A\n++ B\n+++ C\n++ D\n+ E'],
  ])('reads %s', (_name, text) => {
    const { nodes } = parseOutline(text)
    expect(arrange(parseOutline(text)).nodes.map(({ node, level }) => [node.name, level])).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 2],
      ['D', 1],
      ['E', 0],
    ])
    expect(nodes.every(({ line }) => line > 0)).toBe(true)
  })

  it.each([
    ['a mind map', 'mindmap\n  root((A))\n    id["B"]\n      C\n    D\n      ::icon(fa fa-user)\n'],
    ['a fenced mind map', '```mermaid\nmindmap\n  A\n    B)cloud(\n      {{C}}\n    (D)\n```\n'],
    ['a flow chart', 'graph TD\n  a[A] --> b(B)\n  b --> c((C))\n  a --> d{D}\n'],
    ['a flow chart in one line', 'flowchart LR\nA --> B & D;\nB --- C;\n'],
  ])('reads Mermaid: %s', (_name, text) => {
    const found = arrange(parseOutline(text)).nodes.map(({ node, level }) => [node.name, level])
    expect(
      found.map(([name, level]) => [
        String(name)
          .replace(/cloud$/, 'B')
          .slice(-1),
        level,
      ]),
    ).toEqual([
      ['A', 0],
      ['B', 1],
      ['C', 2],
      ['D', 1],
    ])
  })

  it('reads dotted arrows of a flow chart as dotted lines', () => {
    const { links } = parseOutline('graph TD\n a[Anna] --> b[Jan]\n a -.-> c[Eva]\n')
    expect(links).toEqual([{ kind: 'dotted', fromIndex: 0, toIndex: 2 }])
  })

  it('leaves out the arrow that would close a loop', () => {
    const { nodes } = parseOutline('graph TD\n a --> b\n b --> c\n c --> a\n')
    expect(nodes.map(({ name, parentIndex }) => [name, parentIndex])).toEqual([
      ['a', null],
      ['b', 0],
      ['c', 1],
    ])
  })

  it('reads OPML, and nothing of it that is hidden in comments', () => {
    const text =
      '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol">]>\n<opml version="2.0"><body>\n<outline text="Anna &amp; Co, CIO +"><outline text=\'Jan "J" &#321;\'/><!-- <outline text="no"/> --></outline><outline title="Eva"/></body></opml>'
    const plain = text.replace(/<!DOCTYPE.*\n/, '')
    expect(parseOutline(plain).nodes.map(({ name, parentIndex }) => [name, parentIndex])).toEqual([
      ['Anna & Co', null],
      ['Jan "J" Ł', 0],
      ['Eva', null],
    ])
    expect(() => parseOutline(text)).not.toThrow()
  })
})

describe('lines between people', () => {
  const pair = 'Anna Berg, CIO\n  Jan Kowalski\n  Eva de Vries\n'

  it('mean the person with that name, or with that word in the name', () => {
    const { links } = parseOutline(`${pair}Jan Kowalski ~> Anna Berg, CIO\nVries == Jan\n`)
    expect(links).toEqual([
      { kind: 'influences', fromIndex: 1, toIndex: 0 },
      { kind: 'peer', fromIndex: 2, toIndex: 1 },
    ])
  })

  it('are lines only when people match: otherwise the text is a person', () => {
    const { nodes, links } = parseOutline(`${pair}Team x Design\nFoo ~> Bar\nJan x Design\n`)
    expect([links, nodes.slice(3).map(({ name }) => name)]).toEqual([
      [],
      ['Team x Design', 'Foo ~> Bar', 'Jan x Design'],
    ])
  })

  it('make a placeholder for a name nobody has, and say so', () => {
    const { nodes, links, remarks } = parseOutline(`${pair}Jan ~> Zoe, Auditor\n`)
    expect([nodes[3], links, remarks]).toEqual([
      {
        ...person({ name: 'Zoe', title: 'Auditor' }),
        parentIndex: null,
        isPlaceholder: true,
        line: 4,
      },
      [{ kind: 'influences', fromIndex: 1, toIndex: 3 }],
      [{ line: 4, code: 'placeholder_made', text: 'Zoe' }],
    ])
  })

  it('know the people of the account that are not in the text', () => {
    const { nodes, links, remarks } = parseOutline('Max x Zoe', {
      knownPeople: [
        { name: 'Zoe Smith', title: '' },
        { name: 'Max Power', title: '' },
      ],
    })
    expect([
      nodes.map(({ name, isPlaceholder }) => [name, isPlaceholder]),
      links.length,
      remarks,
    ]).toEqual([
      [
        ['Max', true],
        ['Zoe', true],
      ],
      1,
      [],
    ])
  })

  it('take the first of several, and say so', () => {
    const { links, remarks } = parseOutline('Jan Berg\nJan Kowalski\nAnna\nJan .. Anna\n')
    expect([links, remarks]).toEqual([
      [{ kind: 'dotted', fromIndex: 0, toIndex: 2 }],
      [{ line: 4, code: 'name_ambiguous', text: 'Jan' }],
    ])
  })

  it('tell people with one name apart when printed', () => {
    const outline = parseOutline('Jan, CIO\nJan, CFO\nJan, CFO\nAnna\n')
    const links = [0, 1, 2].map((fromIndex) => ({ kind: 'peer', fromIndex, toIndex: 3 }) as const)
    const text = printOutline({ ...outline, links })
    expect(text.split('\n').slice(4, 7)).toEqual([
      'Jan, CIO == Anna',
      'Jan ^2 == Anna',
      'Jan ^3 == Anna',
    ])
    expect(parseOutline(text).links).toEqual(links)
  })
})

describe('printOutline', () => {
  it('prints the normal form', () => {
    const text =
      '* Anna Berg - CIO #E !H ++ <anna@acme.example>\n\t* Jan (Head of IT Ops) #T +\r\n\t* ?? | Procurement lead\nJan ~> Anna'
    expect(printOutline(parseOutline(text))).toBe(
      'Anna Berg, CIO ++ !H #E <anna@acme.example>\n  Jan, Head of IT Ops + #T\n  ?, Procurement lead\nJan ~> Anna Berg\n',
    )
  })

  it('prints names, titles and reporting lines only when it must be safe', () => {
    expect(printOutline(parseOutline(example), { isSafe: true })).toBe(
      'Anna Berg, CIO\n  Jan Kowalski, Head of IT Ops\n  ?, Procurement lead\n  Eva de Vries, Product owner\n',
    )
  })

  it('reads back every chart', () => {
    fc.assert(
      fc.property(anyOutline, (outline) => {
        const text = printOutline(outline)
        expect(meaningOf(parseOutline(text)), text).toEqual(meaningOf(outline))
      }),
      { numRuns: 3_000 },
    )
  })

  it('prints every chart the same whatever it was indented with', () => {
    const steps = fc.constantFrom('\t', ' ', '  ', '   ', '    ')
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    const bullets = fc.constantFrom('', '- ', '* ', '+ ', '1. ')
    fc.assert(
      fc.property(anyOutline, steps, ends, bullets, (outline, step, end, bullet) => {
        const normal = printOutline({ nodes: outline.nodes, links: [] })
        const other = normal.replace(
          /^((?:  )*)(.*)\n/gm,
          (_, indent: string, text: string) =>
            `${step.repeat(indent.length / 2)}${bullet}${text}${end}`,
        )
        expect(printOutline(parseOutline(other)), other).toBe(normal)
      }),
      { numRuns: 2_000 },
    )
  })

  it('gives a normal form that is its own normal form, for any text', () => {
    const line = fc.tuple(
      fc.constantFrom('', ' ', '  ', '\t', '- ', '  * ', '# '),
      anyText,
      anyText,
    )
    const joiner = fc.constantFrom(', ', ' ~> ', ' x ', ' .. ', ' == ', ' ', ' + ')
    const anyLines = fc
      .array(fc.tuple(line, joiner), { maxLength: 8 })
      .map((lines) =>
        lines.map(([[start, left, right], mark]) => start + left + mark + right).join('\n'),
      )
    fc.assert(
      fc.property(fc.oneof(anyLines, fc.string({ unit: 'grapheme' }), anyText), (text) => {
        const normal = printOutline(parseOutline(text))
        expect(printOutline(parseOutline(normal)), text).toBe(normal)
      }),
      { numRuns: 3_000 },
    )
  })

  it('reads 500 lines and bombs alike without trouble', () => {
    const chart: Outline = {
      nodes: Array.from({ length: 500 }, (_, at) => ({
        ...person({ name: `Person ${at}`, title: 'Head of things', stance: 'supporter' }),
        parentIndex: at === 0 ? null : Math.floor((at - 1) / 4),
        isPlaceholder: false,
        line: 0,
      })),
      links: [],
    }
    expect(meaningOf(parseOutline(printOutline(chart)))).toEqual(meaningOf(chart))
    const bombs = [
      'a\n'.repeat(200_000),
      Array.from({ length: 3_000 }, (_, at) => `${' '.repeat(at)}x`).join('\n'),
      'a'.repeat(2_000_000),
      `${'a ~> '.repeat(100_000)}b`,
      '**a '.repeat(100_000),
      `<opml>${'<outline "'.repeat(100_000)}`,
      `<opml>${'<outline text="x">'.repeat(50_000)}`,
      `${'a@b.'.repeat(100_000)}`,
      `To: ${'"'.repeat(100_000)}`,
      `mindmap\n${'((('.repeat(100_000)}`,
      `graph TD\n${'a --> '.repeat(30_000)}b`,
    ]
    for (const bomb of bombs) expect(parseOutline(bomb).nodes.length).toBeLessThanOrEqual(20_000)
  })

  it('reads 60 levels and says what stands deeper', () => {
    const text = Array.from({ length: 70 }, (_, at) => `${' '.repeat(at)}p${at}`).join('\n')
    const { nodes, remarks } = parseOutline(text)
    expect([nodes.length, remarks.length, remarks[0]?.code]).toEqual([70, 10, 'too_deep'])
  })
})

describe('the naughty strings', () => {
  it('are names like others', () => {
    const files = listSharedFiles('abuse/fuzz-blns', /blns\.json$/)
    const names = files.flatMap((file) => JSON.parse(readSharedText(file)) as string[])
    for (const name of names) {
      const drawn = person({ name, title: name, department: name })
      expect(parsePersonText(printPersonText(drawn)), name).toEqual(tidyPerson(drawn))
    }
  })
})
