/** A line of an outline without what only says where it stands. */
export interface OutlineItem {
  /** The line of the text, 1 = first. */
  readonly line: number
  /** The larger, the deeper; only the order of the numbers means something. */
  readonly depth: number
  readonly text: string
}

/**
 * Lines with their depth, for indented text, bullets, numbers, Markdown headings and the stars of
 * PlantUML. The boss of a line is the nearest earlier line with a smaller depth (the rule of the
 * Mermaid mind map).
 */
export function readStructure(text: string): OutlineItem[] {
  const lines = splitLines(text)
  return readStars(lines) ?? readIndents(lines)
}

/** The lines of a text, cut at every line break there is. */
export function splitLines(text: string): string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
  return lines.map((line) => (line.length > maxLineChars ? line.slice(0, maxLineChars) : line))
}

/** Whether a text, put at the start of a line, would be taken for structure or for another format. */
export function isHazardousStart(text: string): boolean {
  return (
    bulletPattern.test(text) ||
    headingPattern.test(`${text} x`) ||
    /^([-*+])\1*(\s|$)/.test(text) ||
    /^([*+-])\1+[_:[ ]/.test(text) ||
    /^(```|%%|@(start|end)(mindmap|wbs)\b)/.test(text) ||
    /^(mindmap|graph|flowchart)\b/i.test(text) ||
    /^(left side|right side)$/i.test(text) ||
    /^[\p{L}-]{1,20}\s*:/u.test(text) ||
    /^\[[ xX]\]\s/.test(text)
  )
}

/** A longer line is no person; the rest of it is left out. */
const maxLineChars = 2_000
/** Widths of a tab stop; a tab and four spaces are the same step. */
const tabWidth = 4
const bulletPattern = /^(?:[-*+•‣◦▪·–]|\d{1,3}[.)])(?:\s+|$)/
const headingPattern = /^(#{1,6})\s+/
/** Headings stand above every indented line. */
const headingDepth = -1_000

function readIndents(lines: readonly string[]): OutlineItem[] {
  const items: OutlineItem[] = []
  for (const [at, raw] of lines.entries()) {
    const body = raw.trimStart()
    if (body === '' || body.startsWith('```')) continue
    const heading = headingPattern.exec(body)
    const bullet = heading ? null : bulletPattern.exec(body)
    const text = plainMarkdown(body.slice((heading ?? bullet)?.[0].length ?? 0)).trim()
    if (text === '') continue
    // A list belongs to the plain line above it, even when both start in the first column.
    const indent = widthOf(raw.slice(0, raw.length - body.length)) * 2 + (bullet ? 1 : 0)
    const depth = heading ? headingDepth + heading[1]!.length : indent
    items.push({ line: at + 1, depth, text })
  }
  return items
}

/** PlantUML OrgMode: every line starts with stars (or + or -), their number is the level. */
function readStars(lines: readonly string[]): OutlineItem[] | null {
  const items: OutlineItem[] = []
  let isNested = false
  for (const [at, line] of lines.entries()) {
    const text = line.trimEnd()
    if (text === '' || isPlantUmlFrame(text)) continue
    const match = /^([*+-])(\1*)_?(?:\[[^\]]*\])?:?\s+(.*?);?$/.exec(text)
    if (!match) return null
    isNested ||= match[2] !== ''
    items.push({ line: at + 1, depth: match[2]!.length, text: match[3]! })
  }
  return isNested ? items : null
}

function isPlantUmlFrame(text: string): boolean {
  return /^(@(start|end)(mindmap|wbs)|left side$|right side$|title |caption |')/.test(text)
}

function widthOf(space: string): number {
  let width = 0
  for (const character of space)
    width += character === '\t' ? tabWidth - (width % tabWidth) : character === '\u3000' ? 2 : 1
  return width
}

/** Task boxes, bold names and mail links of Markdown become plain text. */
function plainMarkdown(text: string): string {
  return text
    .replace(/^\[[ xX]\]\s+/, '')
    .replace(/(?<!\\)\*\*(?=\S)(.+?)(?<=\S)(?<!\\)\*\*/g, '$1')
    .replace(/(?<!\\)\[([^\]]+)\]\((?:mailto:)([^)\s]+)\)/g, (_, label: string, address: string) =>
      label === address ? `<${address}>` : `${label} <${address}>`,
    )
}
