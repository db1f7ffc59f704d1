import type { FormatProblem } from './problem'

/**
 * Cuts CSV text into records; pieces may end anywhere. The one real engine stands on csv-parse in
 * `db/node/csv-engine.ts`, because that library needs Node; what it must do is all here, so that this
 * folder stays pure. Every line counts as a record, an empty one as one empty cell.
 */
export interface CsvEngine {
  push(text: string): CsvPiece
  end(): CsvPiece
}

export interface CsvPiece {
  readonly records: readonly (readonly string[])[]
  /** Set = the text cannot be read any further. */
  readonly problem: FormatProblem | null
}

export interface CsvEngineOptions {
  readonly separator: string
  /** A record longer than this is refused, so that a quote never closed cannot eat the memory. */
  readonly maxRecordChars: number
}

export type MakeCsvEngine = (options: CsvEngineOptions) => CsvEngine
