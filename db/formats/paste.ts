import { detectSeparator } from './csv-shape'
import { isMermaid } from './mermaid'
import { isOpml } from './opml'
import { splitLines } from './outline-structure'
import { isRecipientList } from './recipients'
import { isSignature } from './signature'

export const pasteKinds = [
  'empty',
  'vcard',
  'opml',
  'mermaid',
  'csv',
  'recipients',
  'signature',
  'outline',
] as const
export type PasteKind = (typeof pasteKinds)[number]

/**
 * What a pasted text is. Everything but `vcard` and `csv` is for `parseOutline`; any text that is
 * nothing else is an outline. `isHeaderWord` knows the headers that tables of people have.
 */
export function detectPaste(text: string, isHeaderWord: (text: string) => boolean): PasteKind {
  if (text.trim() === '') return 'empty'
  if (/^\s*begin:vcard\s*$/im.test(text.slice(0, 5_000))) return 'vcard'
  if (isOpml(text)) return 'opml'
  if (isMermaid(text)) return 'mermaid'
  if (isTable(text, isHeaderWord)) return 'csv'
  if (isRecipientList(text)) return 'recipients'
  return isSignature(text) ? 'signature' : 'outline'
}

/** A table has a first line of headers; a chart with one comma a line is none. */
function isTable(text: string, isHeaderWord: (text: string) => boolean): boolean {
  const sample = text.slice(0, 20_000)
  const lines = splitLines(sample).filter((line) => line.trim() !== '')
  if (lines.length < 2 || /^\s/.test(lines[0]!)) return false
  const cells = lines[0]!.split(detectSeparator(sample)).map((cell) => cell.replace(/^"|"$/g, ''))
  const known = cells.filter((cell) => isHeaderWord(cell.trim())).length
  return known >= 2 || (known === 1 && cells.length === 1)
}
