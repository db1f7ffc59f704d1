import {
  filledWidth,
  readCsv,
  type CsvEnd,
  type CsvHead,
  type CsvOptions,
  type CsvRow,
} from './csv'
import type { ByteSource } from './csv-records'
import { nameColumns } from './csv-shape'
import { FormatError, type FormatResult } from './problem'

export interface CsvTable extends Omit<CsvHead, 'kind'>, Omit<CsvEnd, 'kind'> {
  /** Every row that holds something, ragged ones too. */
  readonly rows: readonly CsvRow[]
  /** Rows with more or fewer cells than the header; at most 1,000 are listed. */
  readonly raggedRows: readonly RaggedRow[]
  readonly raggedCount: number
}

export interface RaggedRow {
  readonly row: number
  readonly cells: number
}

/**
 * A whole CSV file as a table, or why it cannot be read: all or nothing. Rows wider than the header
 * get columns named by their number.
 */
export async function readCsvTable(
  source: ByteSource,
  options: CsvOptions,
): Promise<FormatResult<CsvTable>> {
  try {
    return { ok: true, value: await collectTable(source, options) }
  } catch (error) {
    if (error instanceof FormatError) return { ok: false, problem: error.problem }
    throw error
  }
}

async function collectTable(source: ByteSource, options: CsvOptions): Promise<CsvTable> {
  let head: CsvHead | null = null
  let end: CsvEnd | null = null
  const rows: CsvRow[] = []
  for await (const part of readCsv(source, options)) {
    if (part.kind === 'head') head = part
    else if (part.kind === 'end') end = part
    else for (const row of part.rows) rows.push(row)
  }
  if (head === null || end === null) throw new FormatError({ code: 'empty_file' })
  const { kind: _head, ...shape } = head
  const { kind: _end, ...report } = end
  const headers = shape.columns.map((column) => column.header)
  return {
    ...shape,
    ...report,
    columns: nameColumns(headers, report.width),
    rows,
    ...findRagged(rows, headers.length),
  }
}

const raggedListed = 1_000

function findRagged(
  rows: readonly CsvRow[],
  width: number,
): Pick<CsvTable, 'raggedRows' | 'raggedCount'> {
  const raggedRows: RaggedRow[] = []
  let raggedCount = 0
  for (const { row, cells } of rows) {
    const isEven = cells.length === width || (cells.length > width && filledWidth(cells) <= width)
    if (isEven) continue
    raggedCount += 1
    if (raggedRows.length < raggedListed) raggedRows.push({ row, cells: cells.length })
  }
  return { raggedRows, raggedCount }
}
