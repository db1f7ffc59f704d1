import type { Outline } from './outline-model'
import { arrange, shownPerson, type OutlinePrintOptions } from './outline-print'
import type { OutlineItem } from './outline-structure'
import { printPersonText } from './outline-words'

/** Whether the text is an OPML file. */
export function isOpml(text: string): boolean {
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,2000}?-->\s*)?<opml\b/i.test(
    text.replace(/^\ufeff/, ''),
  )
}

/**
 * The outline elements of an OPML file with their depth. Reads tags and attributes only: no document
 * type, no entities of its own, so that no file can make it grow.
 */
export function parseOpmlItems(text: string): OutlineItem[] {
  const items: OutlineItem[] = []
  let depth = 0
  let line = 1
  let seenTo = 0
  for (const match of text.matchAll(tagPattern)) {
    line += countBreaks(text, seenTo, match.index)
    seenTo = match.index
    const [, close, attributes, selfClose] = match
    if (attributes === undefined) continue
    if (close) {
      depth = Math.max(0, depth - 1)
      continue
    }
    const label = readAttribute(attributes, 'text') || readAttribute(attributes, 'title')
    if (label !== '') items.push({ line, depth, text: label })
    if (!selfClose) depth += 1
  }
  return items
}

/** The chart as OPML 2.0, each node in the words of the outline. */
export function printOpml(
  outline: Outline,
  options: OutlinePrintOptions & { readonly title: string },
): string {
  const lines: string[] = []
  let openCount = 0
  function closeTo(level: number): void {
    for (; openCount > level; openCount -= 1) lines.push(`${'  '.repeat(openCount + 1)}</outline>`)
  }
  const { nodes } = arrange(outline)
  for (const [at, { node, level }] of nodes.entries()) {
    closeTo(level)
    const label = escapeXml(printPersonText(shownPerson(node, options)))
    const hasReports = (nodes[at + 1]?.level ?? 0) > level
    lines.push(`${'  '.repeat(level + 2)}<outline text="${label}"${hasReports ? '' : '/'}>`)
    if (hasReports) openCount = level + 1
  }
  closeTo(0)
  const head = `  <head>\n    <title>${escapeXml(options.title)}</title>\n  </head>`
  const body = ['  <body>', ...lines, '  </body>'].join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n${head}\n${body}\n</opml>\n`
}

/** Comments and character data are matched so that tags inside them are passed over. */
const tagPattern =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)outline\b((?:[^"'<>]|"[^"]*"|'[^']*')*?)(\/?)>/gi

function readAttribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*("([^"]*)"|'([^']*)')`, 'i').exec(attributes)
  return unescapeXml(match?.[2] ?? match?.[3] ?? '').trim()
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, ten, sixteen, name) => {
      if (name) return entities[String(name)] ?? whole
      const point = ten ? Number(ten) : Number.parseInt(String(sixteen), 16)
      return point > 8 && point < 0x110000 ? String.fromCodePoint(point) : ''
    },
  )
}

/** Also drops what XML 1.0 forbids: control characters and lone surrogates. */
function escapeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count += 1
  return count
}
