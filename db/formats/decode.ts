import { detectBinaryKind, sniffBytes } from './binary-kind'
import type { FormatResult } from './problem'
import {
  decodeStrictUtf8,
  joinBytes,
  makePlatformDecoder,
  makeUtf32Decoder,
  type PieceDecoder,
} from './text-codec'

export const textEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'windows-1252',
  'windows-1250',
] as const
export type TextEncoding = (typeof textEncodings)[number]

/** The largest file that is read, in bytes. */
export const maxFileBytes = 150_000_000

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  readonly hasBom: boolean
  /** Zero characters that were left out. */
  readonly nulCount: number
  /** Bytes that are no character in this encoding and became U+FFFD. */
  readonly replacedCount: number
}

export interface DecodeOptions {
  /** The encoding the user chose; left out = found from the bytes. */
  readonly encoding?: TextEncoding
  readonly maxBytes?: number
}

/** A whole file as text, or why it is none. */
export function decodeText(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): FormatResult<DecodedText> {
  const maxBytes = options.maxBytes ?? maxFileBytes
  if (bytes.length === 0) return { ok: false, problem: { code: 'empty_file' } }
  if (bytes.length > maxBytes)
    return { ok: false, problem: { code: 'too_large', sizeBytes: bytes.length, maxBytes } }
  const decoder = startDecoder(bytes, options.encoding)
  if (!decoder.ok) return decoder
  const text = decoder.value.push(bytes) + decoder.value.end()
  return { ok: true, value: { text, ...decoder.value.report() } }
}

/** Decodes a file piece by piece; `report` is right after `end`. */
export interface FileDecoder {
  push(bytes: Uint8Array): string
  end(): string
  report(): Omit<DecodedText, 'text'>
}

/**
 * A decoder for the file that starts with `head` (the more of it the better, 64 kB is plenty). The
 * pieces pushed afterwards start with the head again. Refuses what is not text.
 */
export function startDecoder(head: Uint8Array, chosen?: TextEncoding): FormatResult<FileDecoder> {
  const found = detectEncoding(head)
  if (found === null) {
    const looksLike = detectBinaryKind(head) ?? 'unknown'
    return { ok: false, problem: { code: 'binary_file', looksLike } }
  }
  return { ok: true, value: makeFileDecoder(chosen ?? found.encoding, found.bomBytes, head) }
}

/**
 * The encoding of a text by its first bytes; null = it is not text. UTF-8 is the answer for plain
 * ASCII too: the decoder goes over to an 8-bit table at the first byte that is not UTF-8.
 */
export function detectEncoding(
  head: Uint8Array,
): { readonly encoding: TextEncoding; readonly bomBytes: number } | null {
  for (const [bom, encoding] of boms)
    if (bom.every((byte, at) => head[at] === byte))
      return { encoding: trueWide(encoding, head.subarray(bom.length)), bomBytes: bom.length }
  const wide = detectWide(head)
  if (wide !== null) return { encoding: wide, bomBytes: 0 }
  return detectBinaryKind(head) === null ? { encoding: 'utf-8', bomBytes: 0 } : null
}

const boms: readonly (readonly [readonly number[], TextEncoding])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Some programs write a 16-bit mark before 32-bit text: the text itself decides. */
function trueWide(encoding: TextEncoding, text: Uint8Array): TextEncoding {
  return encoding.startsWith('utf-16') ? (detectWide(text) ?? encoding) : encoding
}

/** 16 or 32 bits without a byte order mark, by where the zero bytes stand. */
function detectWide(head: Uint8Array): TextEncoding | null {
  const groups = Math.floor(Math.min(head.length, sniffBytes) / 4)
  if (groups < 1) return null
  const zeros = [0, 0, 0, 0]
  for (let at = 0; at < groups * 4; at += 1) if (head[at] === 0) zeros[at % 4]! += 1
  const [a, b, c, d] = zeros.map((count) => count / groups) as [number, number, number, number]
  if (a < 0.05 && c > 0.95 && d > 0.95) return 'utf-32le'
  if (d < 0.05 && a > 0.95 && b > 0.95) return 'utf-32be'
  if (a + c < 0.05 && b + d > 0.8) return 'utf-16le'
  if (b + d < 0.05 && a + c > 0.8) return 'utf-16be'
  return null
}

function makeFileDecoder(encoding: TextEncoding, bomBytes: number, head: Uint8Array): FileDecoder {
  const codec = makeCodec(encoding, head)
  let isStart = true
  let nulCount = 0
  let replacedCount = 0
  function clean(text: string): string {
    replacedCount += codec.isLossy() ? countOf(text, '\ufffd') : 0
    if (!text.includes('\0')) return text
    nulCount += countOf(text, '\0')
    return text.replaceAll('\0', '')
  }
  return {
    push: (bytes) => {
      const part = isStart ? bytes.subarray(bomBytes) : bytes
      isStart = false
      return clean(codec.push(part))
    },
    end: () => clean(codec.end()),
    report: () => ({
      encoding: codec.encoding(),
      hasBom: bomBytes > 0,
      nulCount,
      replacedCount,
    }),
  }
}

interface Codec extends PieceDecoder {
  encoding(): TextEncoding
  /** Whether U+FFFD in the text just given stands for bytes that could not be read. */
  isLossy(): boolean
}

function makeCodec(encoding: TextEncoding, head: Uint8Array): Codec {
  if (encoding === 'utf-8') return makeUtf8Codec(head)
  const isLittle = encoding === 'utf-32le'
  const decoder =
    encoding === 'utf-32le' || encoding === 'utf-32be'
      ? makeUtf32Decoder(isLittle)
      : makePlatformDecoder(encoding)!
  return { ...decoder, encoding: () => encoding, isLossy: () => true }
}

/**
 * UTF-8 that gives way to an 8-bit table at the first bytes that cannot be UTF-8, as long as all
 * before was plain ASCII or this piece holds more wrong bytes than right ones. In a file that is
 * UTF-8 otherwise, wrong bytes become U+FFFD and are counted.
 */
function makeUtf8Codec(head: Uint8Array): Codec {
  let rest = new Uint8Array(0)
  let table: { readonly encoding: TextEncoding; readonly decoder: PieceDecoder } | null = null
  let hasSeenUtf8 = false
  let isLossy = false

  function read(bytes: Uint8Array): string {
    isLossy = false
    if (table) return table.decoder.push(bytes)
    const strict = decodeStrictUtf8(bytes)
    if (strict !== null) {
      hasSeenUtf8 ||= strict.length !== bytes.length
      return strict
    }
    const { right, wrong } = countUtf8(bytes)
    if (hasSeenUtf8 || right > wrong) {
      hasSeenUtf8 = true
      isLossy = true
      const lenient = makePlatformDecoder('utf-8')!
      return lenient.push(bytes) + lenient.end()
    }
    const encoding = looksCentralEuropean(bytes, head) ? 'windows-1250' : 'windows-1252'
    table = { encoding, decoder: makePlatformDecoder(encoding)! }
    return table.decoder.push(bytes)
  }

  return {
    push: (bytes) => {
      const all = joinBytes(rest, bytes)
      const usable = table ? all.length : all.length - openBytes(all)
      rest = all.slice(usable)
      return read(all.subarray(0, usable))
    },
    end: () => (rest.length > 0 ? read(rest) : ''),
    encoding: () => table?.encoding ?? 'utf-8',
    isLossy: () => isLossy,
  }
}

/** How many bytes at the end begin a UTF-8 character that is not complete yet: 0 to 3. */
function openBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceBytes(byte) > back ? back : 0
  }
  return 0
}

function sequenceBytes(lead: number): number {
  if (lead >= 0xf0 && lead <= 0xf4) return 4
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xc2 && lead <= 0xdf ? 2 : 1
}

/** How many characters above ASCII are well formed, and how many bytes are not. */
function countUtf8(bytes: Uint8Array): { readonly right: number; readonly wrong: number } {
  let right = 0
  let wrong = 0
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at]! < 0x80 ? 1 : sequenceBytes(bytes[at]!)
    const isWhole =
      length > 1 && bytes.subarray(at + 1, at + length).every((byte) => byte >> 6 === 2)
    if (bytes[at]! >= 0x80) {
      if (isWhole && at + length <= bytes.length) right += 1
      else wrong += 1
    }
    at += isWhole ? length : 1
  }
  return { right, wrong }
}

/** ł ą ż ź in windows-1250 are ³ ¹ ¿ Ÿ in windows-1252, which hardly ever stand inside a word. */
function isPolish(before: number | undefined, byte: number, after: number | undefined): boolean {
  if (byte === 0xbf) return isLetter(before)
  if (byte === 0xb3 && !isLetter(after)) return isLetter(before) && (before! | 0x20) !== 0x6d // m³
  return (byte === 0xb3 || byte === 0xb9 || byte === 0x9f) && (isLetter(before) || isLetter(after))
}

function looksCentralEuropean(bytes: Uint8Array, head: Uint8Array): boolean {
  let polish = 0
  let others = 0
  for (const part of [bytes, head])
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at]!
      if (byte < 0x80) continue
      if (isPolish(part[at - 1], byte, part[at + 1])) polish += 1
      else if (!sharedBytes.has(byte)) others += 1
    }
  return polish > 0 && polish >= others / 2
}

/** Bytes that say nothing: ä ö ü ß é ó, quotes and dashes are the same in both; ś ę ć ń are letters in both. */
const sharedBytes = new Set([
  0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf, 0xe9, 0xf3, 0xc9, 0xd3, 0x84, 0x93, 0x94, 0x96, 0x97,
  0x9c, 0x8c, 0xea, 0xe6, 0xf1, 0xca, 0xc6, 0xd1,
])

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}
