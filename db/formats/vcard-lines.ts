/**
 * The lines of a vCard file, versions 2.1, 3.0 and 4.0. The text is a byte string (one character per
 * byte), because a 2.1 card may change its charset from line to line and a fold may cut a character.
 */
export interface VcardLine {
  /** The number of its first line in the file. */
  readonly line: number
  /** In capitals. */
  readonly name: string
  /** `item1` of `item1.EMAIL`; empty = none. */
  readonly group: string
  /** By name in capitals; a bare parameter of 2.1 (`TEL;WORK`) is a TYPE or an ENCODING. */
  readonly params: ReadonlyMap<string, readonly string[]>
  readonly value: string
}

export interface VcardNoise {
  readonly line: number
  readonly name: null
}

/** Properties that carry pictures, sounds and keys: their values are passed over, never kept. */
const bulky = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-ANDROID-CUSTOM'])
/** The longest value that is kept, in bytes. */
const maxValueBytes = 500_000

/**
 * Unfolds and cuts lines. Understands folded lines, soft breaks of quoted-printable, base64 blocks
 * without a fold, `#` comments and lines broken off in the middle. A line that is nothing is noise.
 */
export function* readVcardLines(bytes: string): Generator<VcardLine | VcardNoise, void, undefined> {
  let open: OpenLine | null = null
  let isOldCard = true
  for (const [line, text] of physicalLines(bytes)) {
    if (open !== null && continues(open, text, isOldCard)) continue
    if (text.trim() === '' || text.startsWith('#')) {
      if (open !== null) yield close(open)
      open = null
      continue
    }
    const next = openLine(line, text)
    if (next === null) {
      if (open !== null && !open.isBulky) append(open, `\n${text}`)
      yield { line, name: null }
      continue
    }
    if (open !== null) yield close(open)
    open = next
    if (next.name === 'VERSION') isOldCard = next.parts[0]!.trim().startsWith('2')
    if (next.name === 'BEGIN') isOldCard = true
  }
  if (open !== null) yield close(open)
}

interface OpenLine extends Omit<VcardLine, 'value'> {
  readonly isBulky: boolean
  readonly isBase64: boolean
  readonly isQuotedPrintable: boolean
  readonly parts: string[]
  sizeBytes: number
}

function* physicalLines(bytes: string): Generator<[number, string], void, undefined> {
  const lineBreak = bytes.includes('\n') ? '\n' : '\r'
  let line = 0
  for (let at = 0; at <= bytes.length;) {
    const found = bytes.indexOf(lineBreak, at)
    const end = found < 0 ? bytes.length : found
    line += 1
    yield [line, bytes.slice(at, end).replace(/\r+$/, '')]
    at = end + 1
  }
}

/** Takes the text into the open line if it belongs there. */
function continues(open: OpenLine, text: string, isOldCard: boolean): boolean {
  const isBorder = /^(begin|end):vcard\s*$/i.test(text)
  if (open.isQuotedPrintable && !isBorder && /=[ \t]*$/.test(open.parts.at(-1)!)) {
    open.parts[open.parts.length - 1] = open.parts.at(-1)!.replace(/=[ \t]*$/, '')
    append(open, text)
    return true
  }
  if (/^[ \t]/.test(text) && text.trim() !== '') {
    // In 2.1 the white space belongs to the text (vCard 2.1, 2.1.3), later it belongs to the fold.
    append(open, isOldCard ? ` ${text.trimStart()}` : text.slice(1))
    return true
  }
  const isMoreBase64 = open.isBase64 && /^[A-Za-z0-9+/]+=*$/.test(text)
  if (isMoreBase64) append(open, text)
  return isMoreBase64
}

function append(open: OpenLine, text: string): void {
  open.sizeBytes += text.length
  if (!open.isBulky && open.sizeBytes <= maxValueBytes) open.parts.push(text)
}

function close(open: OpenLine): VcardLine {
  const { line, name, group, params, parts } = open
  return { line, name, group, params, value: parts.join('') }
}

function openLine(line: number, text: string): OpenLine | null {
  const colon = findColon(text)
  if (colon < 0) return null
  const [head = '', ...rawParams] = splitOutsideQuotes(text.slice(0, colon), ';')
  const dot = head.lastIndexOf('.')
  const name = head
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9_-]*$/.test(name)) return null
  const params = readParams(rawParams)
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase()
  const isBulky = bulky.has(name)
  return {
    line,
    name,
    group: dot < 0 ? '' : head.slice(0, dot).trim(),
    params,
    isBulky,
    isBase64: encoding === 'BASE64' || encoding === 'B',
    isQuotedPrintable: encoding === 'QUOTED-PRINTABLE',
    parts: [isBulky ? '' : text.slice(colon + 1, colon + 1 + maxValueBytes)],
    sizeBytes: text.length - colon - 1,
  }
}

/** The first colon outside double quotes; where a quote is never closed, the first one at all. */
function findColon(text: string): number {
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === ':' && !isQuoted) return at
  }
  return text.indexOf(':')
}

const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', 'B', '7BIT', '8BIT'])

function readParams(raw: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const text of raw) {
    const equals = text.indexOf('=')
    const bare = text.trim().toUpperCase()
    const bareName = encodings.has(bare) ? 'ENCODING' : 'TYPE'
    const name = equals < 0 ? bareName : text.slice(0, equals).trim().toUpperCase()
    const values = splitOutsideQuotes(equals < 0 ? text : text.slice(equals + 1), ',')
    params.set(name, [...(params.get(name) ?? []), ...values.map(readParamValue)])
  }
  return params
}

/** A parameter's value without its quotes; RFC 6868 escapes read. */
function readParamValue(text: string): string {
  return text
    .trim()
    .replace(/^"(.*)"?$/s, (_, inner: string) => inner.replace(/"$/, ''))
    .replace(/\^(n|'|\^)/g, (_, code: string) => ({ n: '\n', "'": '"' })[code] ?? '^')
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = []
  let isQuoted = false
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === separator && !isQuoted) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
