import { CsvError, parse } from 'csv-parse'
import type { CsvEngine, CsvEngineOptions, CsvPiece } from '../formats/csv-engine'
import type { FormatProblem } from '../formats/problem'

/**
 * The CSV engine on csv-parse. It stays linear on quote bombs and stops a record at its size limit;
 * a quote inside a cell (5" pipe, "Tall" Jim) is taken as it stands.
 */
export function makeCsvEngine(options: CsvEngineOptions): CsvEngine {
  const parser = parse({
    delimiter: options.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: options.maxRecordChars,
  })
  // The event comes a tick later; `errored` tells at once. Without a listener it would end the process.
  parser.on('error', () => {})

  // The library tells the line where a record ends; where it starts helps more.
  let line = 1
  function drain(): CsvPiece {
    const records: string[][] = []
    for (let record = parser.read(); record !== null; record = parser.read()) {
      records.push(record as string[])
      line += 1 + countLineBreaks(record as string[])
    }
    const problem = parser.errored && toProblem(parser.errored, line, options.maxRecordChars)
    return { records, problem }
  }

  return {
    push: (text) => {
      if (text !== '' && !parser.errored) parser.write(text)
      return drain()
    },
    end: () => {
      if (!parser.errored) parser.end()
      return drain()
    },
  }
}

function countLineBreaks(record: readonly string[]): number {
  let count = 0
  for (const cell of record)
    if (cell.includes('\n') || cell.includes('\r')) count += cell.split(/\r\n|\n|\r/).length - 1
  return count
}

function toProblem(error: Error, line: number, maxChars: number): FormatProblem {
  const code = error instanceof CsvError ? error.code : null
  if (code === 'CSV_MAX_RECORD_SIZE') return { code: 'record_too_long', line, maxChars }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'quote_not_closed', line }
  throw error
}
