/** RFC 5545 3.1: octets of one line without its CRLF; a continuation counts its leading space. */
export const maxLineBytes = 75

/**
 * Folds the lines of calendar text at 75 octets, never inside a character and, where it can be helped,
 * never between a letter and its mark or inside a joined emoji. Lines end in CRLF, the last one too.
 * (ical.js folds at 75 octets plus the leading space, one too many.)
 */
export function foldCalendar(text: string): string {
  const lines = unfold(text)
    .split('\r\n')
    .filter((line) => line !== '')
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function unfold(text: string): string {
  return text.replace(/\r\n[ \t]/g, '')
}

function foldLine(line: string): string {
  if (utf8Bytes(line) <= maxLineBytes) return line
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const piece of pieces(line)) {
    const size = utf8Bytes(piece)
    if (bytes + size > maxLineBytes) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += piece
    bytes += size
  }
  return [...parts, part].join('\r\n')
}

/** The line cut where a fold may come: whole characters as people see them, long ones by code point. */
function pieces(line: string): string[] {
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)]
  return graphemes.flatMap(({ segment }) =>
    utf8Bytes(segment) > maxLineBytes - 1 ? [...segment] : [segment],
  )
}

function utf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
