/**
 * Characters that never leave in an invitation: control characters, lone surrogates and the marks
 * that turn the writing direction round (a name with U+202E can show another name than it holds).
 */
const unsafe =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

const lineBreak = /\r\n|[\r\n\u0085\u2028\u2029]/g

/** Text of several lines with `\n` as the only line break and without unsafe characters. */
export function cleanText(text: string): string {
  return text.replace(lineBreak, '\n').replace(unsafe, '').normalize('NFC')
}

/** Text of one line: breaks and tabs become single spaces, the ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/**
 * A name for the CN parameter: one line, no double quote (RFC 5545 3.2 forbids it), no caret (RFC 6868
 * readers and others disagree about it), at most 200 characters.
 */
export function cleanName(name: string): string {
  return shorten(
    cleanLine(name)
      .replace(/["“”„]/g, "'")
      .replace(/\^/g, ' '),
    200,
  )
}

/** The first `max` characters (code points), with an ellipsis where something was cut. */
export function shorten(text: string, max: number): string {
  const characters = [...text]
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`
}

/** Text made safe inside HTML, in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
