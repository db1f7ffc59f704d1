/**
 * A backslash before a sign of the grammar makes it a plain character. While a text is read, escaped
 * signs are held as Unicode noncharacters (U+FDD0 to U+FDEF, which no text may hold), so that no rule
 * sees them.
 */
const signs = '\\,|()<>/#!+~*-–—?@x.=^'
const firstHeld = 0xfdd0

/** The text with its escaped signs held; a lone backslash at the start goes, whatever follows it. */
export function holdEscapes(text: string): string {
  const clean = text.replace(/[\ufdd0-\ufdef]/g, '')
  const held = clean.replace(/\\(.)/gs, (whole, sign: string) =>
    signs.includes(sign) ? String.fromCharCode(firstHeld + signs.indexOf(sign)) : whole,
  )
  return held.startsWith('\\') ? held.slice(1) : held
}

/** The held signs as plain characters, white space as single spaces, nothing at the ends. */
export function releaseEscapes(text: string): string {
  const free = text.replace(
    /[\ufdd0-\ufdef]/g,
    (held) => signs[held.charCodeAt(0) - firstHeld] ?? '',
  )
  return tidyText(free)
}

/** One line of text: white space and line breaks as single spaces, no control characters. */
export function tidyText(text: string): string {
  return (
    text
      .replace(/[\ufdd0-\ufdef]/g, '')
      // eslint-disable-next-line no-control-regex
      .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
      .trim()
  )
}

/** Puts a backslash before the characters at these places, and before backslashes that need it. */
export function escapeAt(text: string, places: ReadonlySet<number>): string {
  let escaped = ''
  for (let at = 0; at < text.length; at += 1) {
    const next = text[at + 1]
    const isBareBackslash =
      text[at] === '\\' && (at === 0 || next === undefined || signs.includes(next))
    escaped += (places.has(at) || isBareBackslash ? '\\' : '') + text[at]
  }
  return escaped
}

/** Signs of lines between people that stand alone in an escaped text get a backslash. */
export function escapeLinkMarks(printed: string): string {
  return printed.replace(/(?<=\s)(?:~>|\.\.|x|==|\^\d+)(?=\s|$)/g, (mark) => `\\${mark}`)
}
