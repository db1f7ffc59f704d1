/** Advance widths of Inter Medium, hundredths of the size, for the characters U+0020 to U+007E. */
const asciiWidths = [
  27, 30, 49, 64, 65, 99, 65, 31, 37, 37, 52, 67, 30, 46, 30, 37, 65, 42, 62, 63, 66, 60, 63, 57,
  63, 63, 30, 32, 67, 67, 67, 53, 98, 71, 66, 73, 72, 60, 59, 75, 74, 27, 58, 69, 57, 91, 76, 77,
  64, 77, 65, 65, 65, 74, 71, 100, 70, 70, 64, 37, 37, 37, 48, 46, 34, 57, 62, 58, 62, 59, 38, 62,
  60, 25, 25, 56, 25, 89, 60, 60, 62, 62, 39, 54, 34, 60, 57, 83, 56, 58, 56, 44, 35, 44, 67,
]
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3ffff}]/u

/**
 * About how wide a text is drawn, in units of `size`; no page is needed to know it. Accents count as
 * their letter, other scripts as an average of theirs, always rather too wide than too narrow.
 */
export function measureText(text: string, size: number, weight: 400 | 500 | 600 = 500): number {
  let hundredths = 0
  for (const character of text.normalize('NFD')) hundredths += widthOf(character)
  return (hundredths / 100) * size * (weight === 600 ? 1.035 : 1)
}

/** The text as it fits into a width: whole, or cut with an ellipsis. */
export function fitText(
  text: string,
  width: number,
  size: number,
  weight: 400 | 500 | 600 = 500,
): string {
  if (measureText(text, size, weight) <= width) return text
  const letters = splitLetters(text)
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const cut = letters.slice(0, middle).join('').trimEnd()
    if (measureText(`${cut}…`, size, weight) <= width) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`
}

/** A text on at most `linesMax` lines, broken between words; the last one is cut when needed. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  linesMax: number,
  weight: 400 | 500 | 600 = 500,
): string[] {
  const words = text.trim().split(/\s+/u)
  const lines: string[] = []
  let at = 0
  while (at < words.length && lines.length < linesMax - 1) {
    let line = words[at]!
    let next = at + 1
    while (next < words.length && measureText(`${line} ${words[next]}`, size, weight) <= width)
      line += ` ${words[next++]}`
    if (measureText(line, size, weight) > width) break
    lines.push(line)
    at = next
  }
  if (at < words.length) lines.push(fitText(words.slice(at).join(' '), width, size, weight))
  return lines.filter((line) => line !== '')
}

function widthOf(character: string): number {
  const code = character.codePointAt(0)!
  if (code >= 0x20 && code < 0x7f) return asciiWidths[code - 0x20]!
  if (/\p{M}/u.test(character)) return 0
  if (wide.test(character)) return 104
  if (character === '…') return 91
  return /\p{Lu}/u.test(character) ? 84 : 64
}

/** Letters with their marks, so that no accent or emoji is cut in two. */
function splitLetters(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}
