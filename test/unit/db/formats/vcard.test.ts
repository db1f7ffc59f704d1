import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayFormatProblem } from '../../../../db/formats/problem'
import { parseVcards, saySkippedCard, type VcardFile } from '../../../../db/formats/vcard'
import { printVcards, splitName } from '../../../../db/formats/vcard-print'
import { listSharedFiles, readSharedFile } from '../../../support/shared-data'

describe('parseVcards', () => {
  it('reads a 2.1 card with quoted-printable, soft breaks and bare parameters', () => {
    const [card] = read(
      [
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F;J=C3=BCrgen;;Dr.;',
        'TITLE;QUOTED-PRINTABLE;CHARSET=UTF-8:Leiter =',
        'Einkauf =',
        '=C3=84',
        'TEL;WORK;VOICE:+49 30 1234',
        'TEL;CELL;PREF:+49 171 99',
        'EMAIL;INTERNET:"Groß" <j.gross@acme.example>',
        'ORG:ACME; Inc\\; Ltd;Purchasing',
        'END:VCARD',
      ].join('\r\n'),
    ).cards
    expect(card).toMatchObject({
      version: '2.1',
      name: 'Dr. Jürgen Groß',
      familyName: 'Groß',
      givenName: 'Jürgen',
      title: 'Leiter Einkauf Ä',
      company: 'ACME',
      units: ['Inc; Ltd', 'Purchasing'],
      phones: [
        { value: '+49 171 99', types: ['cell'], isPreferred: true },
        { value: '+49 30 1234', types: ['work', 'voice'], isPreferred: false },
      ],
      emails: [{ value: 'j.gross@acme.example' }],
    })
  })

  it('reads Shift-JIS, where a backslash can be half of a letter', () => {
    const name = [0x88, 0xc9, 0x94, 0x5c, 0x3b, 0x8c, 0x5c, 0x88, 0xea] // 伊能;圭一
    const bytes = new Uint8Array([
      ...Buffer.from('BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=SHIFT_JIS:'),
      ...name,
      ...Buffer.from('\nEND:VCARD\n'),
    ])
    expect(read(bytes).cards[0]).toMatchObject({ familyName: '伊能', givenName: '圭一' })
  })

  it('reads folded lines that cut a character, groups, quoted and escaped values', () => {
    const folded = Buffer.from('FN:Zoë Łukasz')
    const cut = folded.indexOf(0xc3) + 1
    const bytes = Buffer.concat([
      Buffer.from('BEGIN:VCARD\r\nVERSION:4.0\r\n'),
      folded.subarray(0, cut),
      Buffer.from('\r\n '),
      folded.subarray(cut),
      Buffer.from(
        '\r\nitem1.EMAIL;TYPE="work,home";PREF=1:mailto:zoe@acme.example\r\nTEL;VALUE=uri:tel:+48-22-1;ext=7\r\nORG:ABC\\, Inc.;R\\;D\r\nNOTE:a\\nb\\,c\r\nX-MANAGER:Anna Berg\r\nEND:VCARD\r\n',
      ),
    ])
    expect(read(new Uint8Array(bytes)).cards[0]).toMatchObject({
      version: '4.0',
      name: 'Zoë Łukasz',
      emails: [{ value: 'zoe@acme.example', types: ['work', 'home'], isPreferred: true }],
      phones: [{ value: '+48-22-1 ext. 7' }],
      company: 'ABC, Inc.',
      units: ['R;D'],
      note: 'a\nb,c',
      manager: 'Anna Berg',
    })
  })

  it('reads several cards, cards in cards, and cards without an end', () => {
    const text =
      'BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nTITLE:CIO\nEND:VCARD\nBEGIN:VCARD\nFN:C\nBEGIN:VCARD\nFN:D\n'
    expect(read(text).cards.map(({ name, title, line }) => [name, title, line])).toEqual([
      ['A', 'CIO', 1],
      ['B', '', 4],
      ['C', '', 9],
      ['D', '', 11],
    ])
  })

  it('leaves out cards of nobody and of groups, and says so', () => {
    const text =
      'BEGIN:VCARD\nX-FOO:1\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:All\nEND:VCARD\n'
    expect(read(text).skipped.map(saySkippedCard)).toEqual([
      'The card at line 1 was left out: it has no name, mail address, phone number or company.',
      'The card at line 4 was left out: it is a group, not a person.',
    ])
  })

  it('passes over comments and broken lines and tells where', () => {
    const text = 'BEGIN:VCARD\nFN:Omega\n# comment\n<<nothing>>\nTITLE:Boss\nEND:VCARD\n'
    const file = read(text)
    expect([file.cards[0]?.title, file.noiseLines]).toEqual(['Boss', [4]])
  })

  it('reads a UTF-16 file', () => {
    const text = '\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Łukasz\r\nEND:VCARD\r\n'
    expect(read(new Uint8Array(Buffer.from(text, 'utf16le'))).cards[0]?.name).toBe('Łukasz')
  })

  it.each([
    ['nothing', '', /empty/],
    ['JSON', '["vcard"]', /JSON/],
    ['XML', '<?xml version="1.0"?><vcards/>', /XML/],
    ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR', /calendar file/],
    ['a letter', 'Dear Anna,', /plain text/],
  ])('refuses %s with a sentence', (_name, text, sentence) => {
    const result = parseVcards(text)
    expect(result.ok ? '' : sayFormatProblem(result.problem)).toMatch(sentence)
  })

  it('keeps no picture of a card with ten thousand of them', () => {
    const photo = `PHOTO;ENCODING=b:${'A'.repeat(2_000)}\r\n ${'B'.repeat(70)}\r\n`
    const text = `BEGIN:VCARD\r\nFN:A\r\n${photo.repeat(10_000)}END:VCARD\r\n`
    expect(JSON.stringify(read(text)).length).toBeLessThan(1_000)
  })

  it('survives ten thousand cards inside one another', () => {
    expect(read('BEGIN:VCARD\nFN:A\n'.repeat(10_000)).cards.length).toBe(10_000)
  })

  it('never throws, whatever is broken in a file', () => {
    const seed =
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=93=8C;x=\r\n=8B\r\nTEL;TYPE="a:b:1\r\nitem.X.EMAIL:a@b\r\nEND:VCARD\r\n'
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(seed.length),
            fc.constantFrom(
              '',
              '"',
              ':',
              ';',
              '\\',
              '=',
              '\r',
              '\n',
              ' ',
              '\0',
              'ü',
              'BEGIN:VCARD\n',
            ),
          ),
          { maxLength: 12 },
        ),
        fc.uint8Array({ maxLength: 20 }),
        (edits, tail) => {
          let text = seed
          for (const [at, what] of edits) text = text.slice(0, at) + what + text.slice(at + 1)
          parseVcards(text)
          parseVcards(new Uint8Array([...Buffer.from(text, 'latin1'), ...tail]))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('every vCard of the four test suites', () => {
  const files = listSharedFiles('vcard')
  it('in small: a card without an end and a file that is none', () => {
    expect([parseVcards('BEGIN:VCARD\nN:A;B').ok, parseVcards('%PDF-1.4').ok]).toEqual([
      true,
      false,
    ])
  })

  it.each(files)('%s is read or refused with a sentence', (file) => {
    const result = parseVcards(readSharedFile(file))
    const said = result.ok
      ? [
          ...result.value.cards.map((card) => card.name || card.emails[0]?.value),
          ...result.value.skipped.map(saySkippedCard),
        ]
      : [sayFormatProblem(result.problem)]
    expect(said.length).toBeGreaterThan(0)
    expect(said.every((text) => text !== undefined && text !== '')).toBe(true)
    if (file.endsWith('.vcf')) expect(result.ok).toBe(true)
  })
})

describe('printVcards', () => {
  it('writes a 3.0 and a 4.0 card that read back, with folded lines and escaped text', () => {
    const person = {
      id: '019a0000-0000-7000-8000-000000000001',
      name: 'Eva de Vries',
      company: 'Acme; Söhne, "Gruppe" \\ Co',
      units: ['Einkauf und Beschaffung, weltweit verantwortlich für alles Übrige', 'IT'],
      title: 'Produktverantwortliche\nInfrastruktur',
      email: 'eva@acme.example',
      phone: '+31 20 1',
      mobile: '+31 6 2',
      website: 'https://acme.example',
      city: 'Łódź',
      country: 'Polen',
      revisedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
    }
    for (const version of ['3.0', '4.0'] as const) {
      const text = printVcards([person, person], version)
      const octets = text.split('\r\n').map((line) => Buffer.byteLength(line))
      const { cards } = read(text)
      expect([Math.max(...octets) <= 75, cards.length, text.includes('\n\n')]).toEqual([
        true,
        2,
        false,
      ])
      expect(cards[1]).toMatchObject({
        version,
        name: person.name,
        familyName: 'de Vries',
        givenName: 'Eva',
        company: person.company,
        units: person.units,
        title: 'Produktverantwortliche Infrastruktur',
        emails: [{ value: person.email }],
        phones: [{ value: person.phone }, { value: person.mobile, types: ['cell'] }],
        address: { city: 'Łódź', country: 'Polen' },
        revised: '20260102T030405Z',
        manager: '',
      })
    }
  })

  it('writes the manager only when asked, and never a line of its own from a name', () => {
    const text = printVcards(
      [{ id: 'x', name: 'A\r\nEMAIL:evil@z.test\r\nX:', manager: 'Anna\nBerg' }],
      '3.0',
    )
    expect(text).not.toMatch(/^EMAIL/m)
    expect(read(text).cards[0]).toMatchObject({ emails: [], manager: 'Anna Berg' })
  })

  it('reads back any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
        // eslint-disable-next-line no-control-regex
        const name = typed.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').trim()
        fc.pre(name !== '')
        expect(read(printVcards([{ id: 'x', name }], '4.0')).cards[0]?.name).toBe(name)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['Anna Berg', 'Anna', 'Berg'],
    ['Anna Maria Berg', 'Anna Maria', 'Berg'],
    ['Ursula von der Leyden', 'Ursula', 'von der Leyden'],
    ['Müller', '', 'Müller'],
    ['李明', '', '李明'],
  ])('cuts %s', (name, given, family) => {
    expect(splitName(name)).toEqual({ given, family })
  })
})

function read(source: Uint8Array | string): VcardFile {
  const result = parseVcards(source)
  if (!result.ok) throw new Error(sayFormatProblem(result.problem))
  return result.value
}
