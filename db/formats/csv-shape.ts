/** Separators that are recognised, the likeliest first. */
export const csvSeparators = [',', ';', '\t', '|', '^', '~', '\u001f', '\u0001'] as const

/** Which separator cuts the sample into the most even records. A first line `sep=;` is obeyed. */
export function detectSeparator(sample: string): string {
  const declared = /^sep=(.)\r?(\n|$)/i.exec(sample)
  if (declared) return declared[1]!
  let best = { separator: ',', score: 0 }
  for (const separator of csvSeparators) {
    const score = evenness(countSeparators(sample, separator))
    if (score > best.score * 1.05) best = { separator, score }
  }
  return best.separator
}

export interface CsvColumn {
  readonly index: number
  /** The header as it stands in the file; empty where there is none. */
  readonly header: string
  /** A name that no other column has: the header, numbered when it repeats, or `Column 3`. */
  readonly name: string
}

/**
 * Where the header stands among the first records: the first record that is about as wide as the
 * table and whose cells are words, not values. Title lines above it are narrower. `null` = none.
 */
export function findHeader(
  records: readonly (readonly string[])[],
  isHeaderWord: (text: string) => boolean,
): number | null {
  const width = tableWidth(records)
  for (let at = 0; at < records.length; at += 1) {
    const filled = records[at]!.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (filled.length === 0 || filled.length * 2 < Math.min(width, 8)) continue
    if (/^sep=.$/i.test(records[at]!.join(''))) continue
    const known = filled.filter(isHeaderWord).length
    const values = filled.filter(isValue).length
    if (known >= 2 && values * 2 < filled.length) return at
    if (isTitleLine(filled.length, width, records, at)) continue
    if (values * 5 > filled.length) return null
    if (known > 0) return at
    return looksLikeTheRest(records, at) ? null : at
  }
  return null
}

/** Columns for a header record and the widest record seen; without a header they are numbered. */
export function nameColumns(header: readonly string[], width: number): CsvColumn[] {
  const taken = new Set<string>()
  const columns: CsvColumn[] = []
  for (let index = 0; index < Math.max(header.length, width); index += 1) {
    const text = (header[index] ?? '').replace(/\s+/g, ' ').trim()
    const base = text || `Column ${index + 1}`
    let name = base
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base} (${copy})`
    taken.add(name.toLowerCase())
    columns.push({ index, header: text, name })
  }
  return columns
}

/** How often the separator stands outside quotes, record by record; at most 200 records. */
function countSeparators(sample: string, separator: string): number[] {
  const counts: number[] = []
  let count = 0
  let isQuoted = false
  let isCellStart = true
  let isBlank = true
  for (let at = 0; at < sample.length && counts.length < 200; at += 1) {
    const character = sample[at]!
    if (isQuoted) {
      if (character === '"') isQuoted = false
    } else if (character === '"' && (isCellStart || sample[at - 1] === '"')) {
      isQuoted = true
    } else if (character === separator) {
      count += 1
    } else if (character === '\n' || character === '\r') {
      if (!isBlank) counts.push(count)
      count = 0
      isBlank = true
      isCellStart = true
      continue
    }
    isBlank &&= character === ' '
    isCellStart = character === separator || (isCellStart && character === ' ')
  }
  if (!isBlank && counts.length === 0) counts.push(count)
  return counts
}

/** The share of records with the commonest count, times how many cells that gives. */
function evenness(counts: readonly number[]): number {
  const present = counts.filter((count) => count > 0)
  const common = commonest(present)
  if (common === 0 || present.length * 2 < counts.length) return 0
  const share = counts.filter((count) => count === common).length / counts.length
  const near = counts.filter((count) => Math.abs(count - common) <= 1).length / counts.length
  return (share + near * 0.2) * (1 + Math.log2(1 + common) * 0.25)
}

function tableWidth(records: readonly (readonly string[])[]): number {
  const widths = records.map(filledWidth).filter((width) => width > 0)
  return commonest(widths.length > 4 ? widths.slice(Math.floor(widths.length / 4)) : widths)
}

/** Cells up to the last one that holds something. */
function filledWidth(record: readonly string[]): number {
  return record.findLastIndex((cell) => cell.trim() !== '') + 1
}

function commonest(numbers: readonly number[]): number {
  const times = new Map<number, number>()
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1)
  let best = 0
  for (const [number, count] of times)
    if (count > (times.get(best) ?? 0) || (count === times.get(best) && number > best))
      best = number
  return best
}

/** A single cell over a wider table: the report's title, not its header. */
function isTitleLine(
  filled: number,
  width: number,
  records: readonly (readonly string[])[],
  at: number,
): boolean {
  return filled === 1 && width > 1 && at + 1 < records.length
}

/** Whether the record has the kinds of cells the records below it have, so that it is a row itself. */
function looksLikeTheRest(records: readonly (readonly string[])[], at: number): boolean {
  const below = records.slice(at + 1).filter((record) => filledWidth(record) > 0)
  if (below.length === 0) return false
  const shapes = records[at]!.map(shapeOf)
  const valueColumns = shapes.map((_, index) => {
    const cells = below.map((record) => (record[index] ?? '').trim()).filter((cell) => cell !== '')
    return cells.length > 0 && cells.filter(isValue).length * 2 > cells.length
  })
  return valueColumns.some((isValues, index) => isValues && shapes[index] === 'value')
}

function shapeOf(cell: string): 'empty' | 'value' | 'words' {
  const text = cell.trim()
  return text === '' ? 'empty' : isValue(text) ? 'value' : 'words'
}

/** A number, amount, date, address, link, phone number, id or long text: data, not a heading. */
function isValue(cell: string): boolean {
  return (
    cell.length > 120 ||
    /^[-+(]?[£$€¥]?\s*\d[\d\s.,'’%/:()+-]*([a-z]{1,3})?$/i.test(cell) ||
    /^\S+@\S+\.\S+$/.test(cell) ||
    /^(https?:\/\/|www\.)/i.test(cell) ||
    /^\{?[0-9a-f]{8}-[0-9a-f]{4}-/i.test(cell) ||
    /^\d{4}-\d{2}-\d{2}/.test(cell) ||
    /^(true|false|null)$/i.test(cell)
  )
}
