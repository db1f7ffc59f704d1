import { spawnSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'

/**
 * Every text a PDF holds: by pdftotext where the machine has it (Debian's poppler-utils), and always by
 * reading the file itself: document information, and letters through the fonts' ToUnicode tables.
 */
export function readPdfText(pdf: Uint8Array): string {
  const own = readOwn(Buffer.from(pdf))
  const tool = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return tool.status === 0 ? `${own}\n${tool.stdout}` : own
}

interface PdfObject {
  readonly id: number
  readonly head: string
  readonly stream: Buffer | null
}

/**
 * Reads what Chromium writes: plain objects, deflated streams, and letters as glyph numbers of the font
 * `/F<object>` that is on. Letters are joined in the order they are painted.
 */
function readOwn(pdf: Buffer): string {
  const objects = readObjects(pdf)
  const byId = new Map(objects.map((object) => [object.id, object]))
  const fonts = new Map<string, Letters>()
  for (const { id, head } of objects) {
    const table = byId.get(Number(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1]))
    if (table?.stream) fonts.set(`F${id}`, readToUnicode(table.stream.toString('latin1')))
  }
  const parts = objects.map(({ head }) => head)
  for (const { stream } of objects) {
    const text = stream?.toString('latin1') ?? ''
    if (/\bT[jJ]\b/.test(text)) parts.push(readPainted(text, fonts))
  }
  return parts.join('\n')
}

/** What a glyph number of a font means, by its hexadecimal digits. */
type Letters = ReadonlyMap<string, string>

function readPainted(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters | undefined
  let painted = ''
  for (const [, font, hex, words] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\()])*)\)/g,
  )) {
    if (font !== undefined) letters = fonts.get(font)
    else {
      const digits = hex?.replace(/\s/g, '') ?? Buffer.from(words ?? '', 'latin1').toString('hex')
      const size = [...(letters?.keys() ?? [])][0]?.length ?? 2
      for (const code of digits.toUpperCase().match(new RegExp(`.{${size}}`, 'g')) ?? [])
        painted += letters?.get(code) ?? ''
    }
  }
  return painted
}

function readObjects(pdf: Buffer): PdfObject[] {
  const text = pdf.toString('latin1')
  const objects: PdfObject[] = []
  for (const match of text.matchAll(/(\d+) 0 obj\b([\s\S]*?)(?=stream\r?\n|endobj)/g)) {
    const head = match[2]!
    const at = match.index + match[0].length
    if (!text.startsWith('stream', at)) {
      objects.push({ id: Number(match[1]), head, stream: null })
      continue
    }
    const start = text.indexOf('\n', at) + 1
    const end = text.indexOf('endstream', start)
    const bytes = pdf.subarray(start, end)
    objects.push({ id: Number(match[1]), head, stream: inflate(head, bytes) })
  }
  return objects
}

function inflate(head: string, bytes: Buffer): Buffer {
  if (!head.includes('FlateDecode')) return bytes
  try {
    return inflateSync(bytes)
  } catch {
    return bytes
  }
}

function readToUnicode(cmap: string): Letters {
  const letters = new Map<string, string>()
  for (const [, body] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, to] of body!.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      letters.set(code!.toUpperCase(), fromUtf16(to!))
  for (const [, body] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first] of body!.matchAll(
      /<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi,
    )) {
      const start = Number.parseInt(from!, 16)
      const end = Math.min(Number.parseInt(to!, 16), start + 0xffff)
      const point = Number.parseInt(first!, 16)
      for (let code = start; code <= end; code += 1)
        letters.set(
          code.toString(16).padStart(from!.length, '0').toUpperCase(),
          String.fromCharCode(point + code - start),
        )
    }
  return letters
}

function fromUtf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? []
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}
