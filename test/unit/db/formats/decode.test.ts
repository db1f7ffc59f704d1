import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, startDecoder, type TextEncoding } from '../../../../db/formats/decode'
import { sayFormatProblem } from '../../../../db/formats/problem'

const sample = 'Name;Ort\r\nJürgen Groß;Łódź\r\nZoë 😀;São Paulo\r\n'

describe('decodeText', () => {
  it.each([
    ['utf-8', encodeUtf(sample, 'utf-8')],
    ['utf-16le', encodeUtf(sample, 'utf-16le')],
    ['utf-16be', encodeUtf(sample, 'utf-16be')],
    ['utf-32le', encodeUtf(sample, 'utf-32le')],
    ['utf-32be', encodeUtf(sample, 'utf-32be')],
  ])('reads %s with and without a byte order mark', (encoding, bytes) => {
    const marked = encodeUtf(`\ufeff${sample}`, encoding as TextEncoding)
    expect([read(bytes), read(marked)]).toEqual([
      { text: sample, encoding, hasBom: false, nulCount: 0, replacedCount: 0 },
      { text: sample, encoding, hasBom: true, nulCount: 0, replacedCount: 0 },
    ])
  })

  it('reads 32-bit text behind a 16-bit mark, as some exporters write it', () => {
    const bytes = new Uint8Array([0xfe, 0xff, ...encodeUtf(sample, 'utf-32le')])
    expect(read(bytes)).toMatchObject({ text: sample, encoding: 'utf-32le' })
  })

  it('falls back to Windows-1252 for western bytes and to 1250 for Polish ones', () => {
    const western = Uint8Array.from('M\xfcller, caf\xe9, \x80 5, na\xefve', (c) => c.charCodeAt(0))
    const polish = Uint8Array.from('Pawe\xb3 W\xb9s, \xafaneta \xa3\xf3d\x9f', (c) =>
      c.charCodeAt(0),
    )
    expect([read(western), read(polish)]).toMatchObject([
      { text: 'Müller, café, € 5, naïve', encoding: 'windows-1252' },
      { text: 'Paweł Wąs, Żaneta Łódź', encoding: 'windows-1250' },
    ])
  })

  it('keeps UTF-8 and counts what is broken when one byte in a UTF-8 file is wrong', () => {
    const bytes = new Uint8Array([...encodeUtf('Größe und Übermut ', 'utf-8'), 0xff, 0x41])
    expect(read(bytes)).toMatchObject({
      text: 'Größe und Übermut \ufffdA',
      encoding: 'utf-8',
      replacedCount: 1,
    })
  })

  it('takes an encoding the user chose', () => {
    const bytes = Uint8Array.from('\xe9', (c) => c.charCodeAt(0))
    expect(decodeText(bytes, { encoding: 'windows-1250' })).toMatchObject({
      ok: true,
      value: { text: 'é', encoding: 'windows-1250' },
    })
  })

  it('leaves zero characters out and counts them', () => {
    const bytes = encodeUtf(`${'a,b\n'.repeat(100)}x\0y`, 'utf-8')
    expect(read(bytes)).toMatchObject({ nulCount: 1, text: expect.stringMatching(/\nxy$/) })
  })

  it.each([
    ['an empty file', [], /empty/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0', /PNG/],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', /JPEG/],
    ['a SQLite database', 'SQLite format 3\0\x10\0', /SQLite/],
    ['an Excel workbook', 'PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml', /Excel.*CSV/],
    ['a ZIP archive', 'PK\x03\x04\x14\0\0\0readme.txt', /ZIP.*Unpack/],
    ['an old Office file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /old Office/],
    ['a program', '\x7fELF\x02\x01\x01\0', /program/],
    ['a bitmap', 'BM\x36\x10\0\0\0\0\0\0\x36\0', /BMP/],
    ['noise', '\x01\x02\x03\x04\0\x05\x06\x0e\x0f', /binary/],
  ])('refuses %s with a sentence', (_name, content, sentence) => {
    const result = decodeText(Uint8Array.from(content as string, (c) => c.charCodeAt(0)))
    expect(result.ok ? '' : sayFormatProblem(result.problem)).toMatch(sentence)
  })

  it('is not misled by text that starts like a picture', () => {
    expect(read(encodeUtf('BMW Group,Munich\n', 'utf-8')).text).toBe('BMW Group,Munich\n')
  })

  it('refuses a file that is too large', () => {
    const result = decodeText(new Uint8Array(11), { maxBytes: 10 })
    expect(result).toEqual({
      ok: false,
      problem: { code: 'too_large', sizeBytes: 11, maxBytes: 10 },
    })
  })
})

describe('startDecoder', () => {
  it('gives the same text wherever the pieces are cut', () => {
    const encodings: TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']
    fc.assert(
      fc.property(
        fc.constantFrom(...encodings),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 30 }),
        (encoding, tail, sizes) => {
          const text = `Anna,Zoë,Łukasz\n${tail.replaceAll('\0', '')}`
          const bytes = encodeUtf(`\ufeff${text}`, encoding)
          expect(decodeInPieces(bytes, sizes)).toBe(text)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('goes over to the 8-bit table at the first byte that is no UTF-8, even far into the file', () => {
    const ascii = 'plain,ascii\n'.repeat(50)
    const bytes = Uint8Array.from(`${ascii}M\xfcller\n`, (c) => c.charCodeAt(0))
    expect(decodeInPieces(bytes, [64])).toBe(`${ascii}Müller\n`)
  })
})

function read(bytes: Uint8Array) {
  const result = decodeText(bytes)
  if (!result.ok) throw new Error(sayFormatProblem(result.problem))
  return result.value
}

function decodeInPieces(bytes: Uint8Array, sizes: readonly number[]): string {
  const started = startDecoder(bytes)
  if (!started.ok) throw new Error(sayFormatProblem(started.problem))
  let text = ''
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const size = Math.max(4, sizes[piece % sizes.length]!)
    text += started.value.push(bytes.subarray(at, at + size))
    at += size
  }
  return text + started.value.end()
}

function encodeUtf(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(text))
  const isLittle = encoding.endsWith('le')
  const units = encoding.startsWith('utf-32')
    ? [...text].map((character) => character.codePointAt(0)!)
    : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  const size = encoding.startsWith('utf-32') ? 4 : 2
  const view = new DataView(new ArrayBuffer(units.length * size))
  for (const [at, unit] of units.entries())
    if (size === 4) view.setUint32(at * 4, unit, isLittle)
    else view.setUint16(at * 2, unit, isLittle)
  return new Uint8Array(view.buffer)
}
