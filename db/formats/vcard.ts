import { detectBinaryKind } from './binary-kind'
import { decodeText, detectEncoding } from './decode'
import type { FormatProblem, FormatResult } from './problem'
import { encodeUtf8 } from './text-codec'
import { makeVcard, type Vcard } from './vcard-card'
import { readVcardLines, type VcardLine } from './vcard-lines'
import { toByteString } from './vcard-values'

/** The largest vCard file that is read, in bytes: address books with pictures are large. */
export const maxVcardBytes = 100_000_000
/** The deepest a card stands inside another (AGENT in 2.1); deeper means that ends are missing. */
const maxDepth = 20

export const skippedCardReasons = [
  'nobody', // no name, mail address, phone number or company
  'group', // a distribution list
] as const
export type SkippedCardReason = (typeof skippedCardReasons)[number]

export interface SkippedCard {
  /** The line where the card begins. */
  readonly line: number
  readonly reason: SkippedCardReason
}

export interface VcardFile {
  /** In the order in which they begin. */
  readonly cards: readonly Vcard[]
  readonly skipped: readonly SkippedCard[]
  /** Lines that are no vCard lines, at most 100; they were passed over. */
  readonly noiseLines: readonly number[]
}

/** What a skipped card lacks, in English. */
export function saySkippedCard(skipped: SkippedCard): string {
  return `The card at line ${skipped.line} was left out: ${skippedSentences[skipped.reason]}`
}

const skippedSentences: Readonly<Record<SkippedCardReason, string>> = {
  nobody: 'it has no name, mail address, phone number or company.',
  group: 'it is a group, not a person.',
}

/** Every card of a file or pasted text. Broken lines and cards are passed over, never thrown. */
export function parseVcards(source: Uint8Array | string): FormatResult<VcardFile> {
  const bytes = typeof source === 'string' ? encodeUtf8(source) : source
  const text = toText(bytes)
  if (!text.ok) return text
  const open: OpenCard[] = []
  const begun: OpenCard[] = []
  const noiseLines: number[] = []
  for (const line of readVcardLines(text.value)) {
    const top = open.at(-1)
    if (line.name === null) {
      if (top && noiseLines.length < 100) noiseLines.push(line.line)
    } else if (isBorder(line, 'BEGIN')) {
      if (open.length >= maxDepth) open.length = 0
      const card: OpenCard = { line: line.line, lines: [] }
      begun.push(card)
      open.push(card)
    } else if (isBorder(line, 'END')) {
      open.pop()
    } else if (top) {
      top.lines.push(line)
    }
  }
  if (begun.length === 0) return { ok: false, problem: cardless(text.value) }
  return { ok: true, value: { ...sortCards(begun), noiseLines } }
}

interface OpenCard {
  readonly line: number
  readonly lines: VcardLine[]
}

/** The file as a byte string that is ASCII where it matters: 16 and 32 bits become UTF-8. */
function toText(bytes: Uint8Array): FormatResult<string> {
  if (bytes.length === 0) return { ok: false, problem: { code: 'empty_file' } }
  if (bytes.length > maxVcardBytes)
    return {
      ok: false,
      problem: { code: 'too_large', sizeBytes: bytes.length, maxBytes: maxVcardBytes },
    }
  const found = detectEncoding(bytes)
  if (found === null) {
    const looksLike = detectBinaryKind(bytes) ?? 'unknown'
    return { ok: false, problem: { code: 'binary_file', looksLike } }
  }
  if (found.encoding === 'utf-8')
    return { ok: true, value: withoutNuls(toByteString(bytes.subarray(found.bomBytes))) }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  return { ok: true, value: toByteString(encodeUtf8(decoded.value.text)) }
}

function withoutNuls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function isBorder(line: VcardLine, name: 'BEGIN' | 'END'): boolean {
  return line.name === name && /^vcard$/i.test(line.value.trim())
}

function sortCards(begun: readonly OpenCard[]): Pick<VcardFile, 'cards' | 'skipped'> {
  const cards: Vcard[] = []
  const skipped: SkippedCard[] = []
  for (const { line, lines } of begun) {
    const card = makeVcard(line, lines)
    const reason = reasonToSkip(card)
    if (reason === null) cards.push(card)
    else skipped.push({ line, reason })
  }
  return { cards, skipped }
}

function reasonToSkip(card: Vcard): SkippedCardReason | null {
  if (card.kind === 'group') return 'group'
  const isSomebody =
    card.name !== '' || card.emails.length > 0 || card.phones.length > 0 || card.company !== ''
  return isSomebody ? null : 'nobody'
}

function cardless(text: string): FormatProblem {
  const start = text.slice(0, 4096).trimStart()
  if (/^[[{]/.test(start)) return { code: 'no_cards', looksLike: 'json' }
  if (start.startsWith('<')) return { code: 'no_cards', looksLike: 'xml' }
  if (/^begin:vcalendar/i.test(start)) return { code: 'no_cards', looksLike: 'calendar' }
  return { code: 'no_cards', looksLike: 'text' }
}
