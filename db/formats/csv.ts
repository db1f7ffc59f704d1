import {
  csvLimits,
  readRecords,
  type ByteSource,
  type CsvLimits,
  type RecordOptions,
  type RecordPiece,
} from './csv-records'
import { findHeader, nameColumns, type CsvColumn } from './csv-shape'
import type { FileDecoder, TextEncoding } from './decode'
import { FormatError } from './problem'

export interface CsvOptions extends RecordOptions {
  readonly onProgress?: (progress: CsvProgress) => void
  /** The number of the header row in the file, null = there is none; left out = found. */
  readonly headerRow?: number | null
  /** Words that are likely headers, for finding the header row. */
  readonly isHeaderWord?: (text: string) => boolean
}

export interface CsvProgress {
  readonly bytesRead: number
  readonly rowsRead: number
}

export interface CsvHead {
  readonly kind: 'head'
  readonly separator: string
  /** The number of the header row as in the file (1 = first), null = there is none. */
  readonly headerRow: number | null
  readonly columns: readonly CsvColumn[]
  /** Lines above the header that hold something. */
  readonly titleLines: readonly (readonly string[])[]
}

export interface CsvRow {
  /**
   * The number of the row as a spreadsheet shows it: the header and empty lines count, a line break
   * in quotes does not start a row.
   */
  readonly row: number
  readonly cells: readonly string[]
}

export interface CsvRows {
  readonly kind: 'rows'
  readonly rows: readonly CsvRow[]
}

export interface CsvEnd {
  readonly kind: 'end'
  readonly encoding: TextEncoding
  /** Rows without anything in them; they are not among the rows. */
  readonly blankRows: number
  /** Cells of the widest row, up to the last that holds something. */
  readonly width: number
  readonly nulCount: number
  readonly replacedCount: number
}

/** How many first records are looked at for the header. */
const openingRecords = 60

/**
 * Reads a CSV file piece by piece: first the head, then rows as they come, last the end. Throws a
 * `FormatError` for what cannot be read, for a limit that is passed and when it is stopped.
 */
export async function* readCsv(
  source: ByteSource,
  options: CsvOptions,
): AsyncGenerator<CsvHead | CsvRows | CsvEnd, void, undefined> {
  const limits = { ...csvLimits, ...options.limits }
  const pieces = readRecords(source, options)
  const opening = await readOpening(pieces)
  if (opening.records.every(isBlank)) throw new FormatError({ code: 'empty_file' })
  const headIndex = findHeadIndex(opening.records, options)
  yield describeHead(opening, headIndex)

  const counter: Counter = { row: 0, rows: 0, cells: 0, blank: 0, width: 0 }
  const firstRow = headIndex === null ? firstDataRow(opening.records) : headIndex + 2
  for (let piece: RecordPiece | null = opening; piece !== null; piece = await nextPiece(pieces)) {
    const rows = takeRows(piece.records, firstRow, counter, limits)
    if (rows.length > 0) yield { kind: 'rows', rows }
    options.onProgress?.({ bytesRead: piece.bytesRead, rowsRead: counter.rows })
  }
  yield describeEnd(opening.decoder, counter)
}

/** Cells up to the last one that holds something. */
export function filledWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1
}

interface Counter {
  /** The last row of the file that was seen. */
  row: number
  rows: number
  cells: number
  blank: number
  width: number
}

function takeRows(
  records: readonly (readonly string[])[],
  firstRow: number,
  counter: Counter,
  limits: CsvLimits,
): CsvRow[] {
  const rows: CsvRow[] = []
  for (const cells of records) {
    counter.row += 1
    if (counter.row < firstRow) continue
    const width = filledWidth(cells)
    if (width === 0) {
      counter.blank += 1
      continue
    }
    counter.rows += 1
    counter.cells += cells.length
    counter.width = Math.max(counter.width, width)
    if (counter.rows > limits.maxRows)
      throw new FormatError({ code: 'too_many_rows', maxRows: limits.maxRows })
    if (counter.cells > limits.maxCells)
      throw new FormatError({ code: 'too_many_cells', maxCells: limits.maxCells })
    rows.push({ row: counter.row, cells })
  }
  return rows
}

type Pieces = AsyncGenerator<RecordPiece, void, undefined>

async function nextPiece(pieces: Pieces): Promise<RecordPiece | null> {
  const next = await pieces.next()
  return next.done ? null : next.value
}

/** The first records together, so that the header can be found among them. */
async function readOpening(pieces: Pieces): Promise<RecordPiece> {
  let opening = await nextPiece(pieces)
  if (opening === null) throw new FormatError({ code: 'empty_file' })
  while (opening.records.length < openingRecords) {
    const next = await nextPiece(pieces)
    if (next === null) break
    opening = { ...next, records: [...opening.records, ...next.records] }
  }
  return opening
}

function findHeadIndex(
  records: readonly (readonly string[])[],
  { headerRow, isHeaderWord }: CsvOptions,
): number | null {
  if (headerRow === null) return null
  if (headerRow !== undefined && headerRow <= records.length) return headerRow - 1
  return findHeader(records.slice(0, openingRecords), isHeaderWord ?? (() => false))
}

function describeHead(opening: RecordPiece, headIndex: number | null): CsvHead {
  const header = headIndex === null ? [] : opening.records[headIndex]!
  const below = opening.records.slice(headIndex === null ? 0 : headIndex + 1, openingRecords)
  const widest = Math.max(0, ...below.map(filledWidth))
  const width =
    headIndex === null ? widest : Math.max(filledWidth(header), Math.min(header.length, widest))
  return {
    kind: 'head',
    separator: opening.separator,
    headerRow: headIndex === null ? null : headIndex + 1,
    columns: nameColumns(header.slice(0, width), width),
    titleLines: opening.records.slice(0, headIndex ?? 0).filter((record) => !isBlank(record)),
  }
}

/** Without a header the rows start at once, after a `sep=` line if there is one. */
function firstDataRow(records: readonly (readonly string[])[]): number {
  return /^sep=.?$/i.test(records[0]?.[0] ?? '') ? 2 : 1
}

function describeEnd(decoder: FileDecoder, { blank, width }: Counter): CsvEnd {
  const { encoding, nulCount, replacedCount } = decoder.report()
  return { kind: 'end', encoding, blankRows: blank, width, nulCount, replacedCount }
}

function isBlank(cells: readonly string[]): boolean {
  return filledWidth(cells) === 0
}
