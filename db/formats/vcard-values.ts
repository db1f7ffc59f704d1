import { decodeStrictUtf8, makePlatformDecoder } from './text-codec'
import type { VcardLine } from './vcard-lines'

/** The value of a line as text, decoded and unescaped. `isOld` = vCard 2.1. */
export function readVcardText(line: VcardLine, isOld: boolean): string {
  return unescape(decodeValue(line, line.value), isOld).trim()
}

/** The parts of a structured value (N, ORG, ADR), each decoded and unescaped. */
export function readVcardParts(line: VcardLine, isOld: boolean): string[] {
  // Quoted-printable is cut first: an encoded semicolon is text. Raw text is decoded first: in
  // Shift-JIS a backslash can be half of a character.
  const parts = isQuotedPrintable(line)
    ? splitUnescaped(line.value, ';').map((part) => decodeValue(line, part))
    : splitUnescaped(decodeValue(line, line.value), ';')
  return parts.map((part) => unescape(part, isOld).trim())
}

/** Byte string of bytes: one character per byte. */
export function toByteString(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

/** Cuts at a character that no backslash stands before. */
export function splitUnescaped(text: string, separator: string): string[] {
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === separator) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}

function isQuotedPrintable(line: VcardLine): boolean {
  return line.params.get('ENCODING')?.[0]?.toUpperCase() === 'QUOTED-PRINTABLE'
}

function decodeValue(line: VcardLine, value: string): string {
  const encoding = line.params.get('ENCODING')?.[0]?.toUpperCase()
  let bytes = value
  if (isQuotedPrintable(line)) bytes = decodeQuotedPrintable(value)
  else if (encoding === 'BASE64' || encoding === 'B') bytes = decodeBase64(value)
  return decodeCharset(bytes, line.params.get('CHARSET')?.[0])
}

/** The charset the line names; without one, or one nobody knows: UTF-8, else Windows-1252. */
function decodeCharset(byteString: string, charset: string | undefined): string {
  if (isAscii(byteString)) return byteString
  const bytes = Uint8Array.from(byteString, (character) => character.charCodeAt(0))
  const utf8 = charset && !/^utf-?8$/i.test(charset) ? null : decodeStrictUtf8(bytes)
  if (utf8 !== null) return utf8
  const named = charset ? makePlatformDecoder(charset) : null
  const decoder = named ?? (decodeStrictUtf8(bytes) === null ? null : makePlatformDecoder('utf-8'))
  const known = decoder ?? makePlatformDecoder('windows-1252')!
  return known.push(bytes) + known.end()
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 126) return false
  return true
}

function decodeQuotedPrintable(text: string): string {
  return text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function decodeBase64(text: string): string {
  let bits = 0
  let held = 0
  let bytes = ''
  for (const character of text) {
    const digit = base64Digits.indexOf(character)
    if (digit < 0) continue
    held = ((held << 6) | digit) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes += String.fromCharCode((held >> bits) & 0xff)
  }
  return bytes
}

/** In 2.1 a backslash before n is no line break: it is likelier a Windows path. */
function unescape(text: string, isOld: boolean): string {
  return text.replace(/\\([nN;,:\\\n])/g, (whole, code: string) => {
    if (code === 'n' || code === 'N') return isOld ? whole : '\n'
    return code
  })
}
