import type { CsvEngine, MakeCsvEngine } from './csv-engine'
import { detectSeparator } from './csv-shape'
import { maxFileBytes, startDecoder, type FileDecoder, type TextEncoding } from './decode'
import { FormatError } from './problem'
import { joinBytes } from './text-codec'

export interface CsvLimits {
  readonly maxBytes: number
  readonly maxRows: number
  readonly maxColumns: number
  readonly maxCells: number
  readonly maxRecordChars: number
}

/** What fits in 300 MB with its plan (reliability.md 6.15): 100,000 people come in two or three files. */
export const csvLimits: CsvLimits = {
  maxBytes: maxFileBytes,
  maxRows: 50_000,
  maxColumns: 1_000,
  maxCells: 1_000_000,
  maxRecordChars: 1_000_000,
}

/** Where the bytes come from: a whole file, or its pieces in order. */
export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>

export interface RecordOptions {
  readonly makeEngine: MakeCsvEngine
  /** Gives way to other work; called about every 64 kB. */
  readonly breathe?: () => Promise<void>
  readonly signal?: { readonly aborted: boolean }
  readonly limits?: Partial<CsvLimits>
  /** What the user chose; left out = found from the file. */
  readonly encoding?: TextEncoding
  readonly separator?: string
}

/** Some records of the file, every line of it, and how far reading has come. */
export interface RecordPiece {
  readonly records: readonly (readonly string[])[]
  readonly bytesRead: number
  readonly separator: string
  readonly decoder: FileDecoder
}

/** How much of the file is looked at for the separator, in characters. */
const sampleChars = 65_536
/** How much is handed to the parser at once: a few milliseconds of work. */
const pieceBytes = 65_536

/** The records of a CSV file as they come. Throws a `FormatError`. */
export async function* readRecords(
  source: ByteSource,
  options: RecordOptions,
): AsyncGenerator<RecordPiece, void, undefined> {
  const limits = { ...csvLimits, ...options.limits }
  const cutter = makeCutter(options, limits)
  let decoder: FileDecoder | null = null
  let bytesRead = 0
  for await (const bytes of piecesOf(source)) {
    if (options.signal?.aborted) throw new FormatError({ code: 'cancelled' })
    decoder ??= openDecoder(bytes, options.encoding)
    bytesRead += bytes.length
    requireSize(source instanceof Uint8Array ? source.length : bytesRead, limits)
    const records = cutter.cut(decoder.push(bytes), false)
    if (records) yield { records, bytesRead, separator: cutter.separator(), decoder }
    await options.breathe?.()
  }
  if (decoder === null) throw new FormatError({ code: 'empty_file' })
  const records = cutter.cut(decoder.end(), true)
  if (records) yield { records, bytesRead, separator: cutter.separator(), decoder }
}

interface Cutter {
  /** The records that are complete; null = more of the text is needed to know the separator. */
  cut(text: string, isLast: boolean): readonly (readonly string[])[] | null
  separator(): string
}

function makeCutter(options: RecordOptions, limits: CsvLimits): Cutter {
  let engine: CsvEngine | null = null
  let separator = ''
  let waiting = ''
  let rowsCut = 0
  return {
    separator: () => separator,
    cut: (text, isLast) => {
      waiting += text
      if (engine === null) {
        if (waiting.length < sampleChars && !isLast) return null
        separator = options.separator ?? detectSeparator(waiting.slice(0, sampleChars))
        engine = options.makeEngine({ separator, maxRecordChars: limits.maxRecordChars })
      }
      const records = pushText(engine, waiting, isLast)
      waiting = ''
      requireNarrow(records, rowsCut, limits)
      rowsCut += records.length
      return records
    },
  }
}

function pushText(
  engine: CsvEngine,
  text: string,
  isLast: boolean,
): readonly (readonly string[])[] {
  const { records, problem } = engine.push(text)
  if (problem) throw new FormatError(problem)
  if (!isLast) return records
  const rest = engine.end()
  if (rest.problem) throw new FormatError(rest.problem)
  return [...records, ...rest.records]
}

/** The source cut into pieces of 64 kB; the first has all of them if the file is shorter. */
async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array | null = new Uint8Array(0)
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    const bytes: Uint8Array = waiting === null ? chunk : joinBytes(waiting, chunk)
    if (waiting !== null) waiting = bytes.length < pieceBytes ? bytes : null
    if (waiting !== null) continue
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  if (waiting !== null && waiting.length > 0) yield waiting
}

function openDecoder(head: Uint8Array, encoding: TextEncoding | undefined): FileDecoder {
  const started = startDecoder(head, encoding)
  if (!started.ok) throw new FormatError(started.problem)
  return started.value
}

function requireSize(sizeBytes: number, { maxBytes }: CsvLimits): void {
  if (sizeBytes > maxBytes) throw new FormatError({ code: 'too_large', sizeBytes, maxBytes })
}

function requireNarrow(
  records: readonly (readonly string[])[],
  rowsBefore: number,
  { maxColumns }: CsvLimits,
): void {
  const index = records.findIndex((record) => record.length > maxColumns)
  if (index < 0) return
  throw new FormatError({ code: 'too_many_columns', row: rowsBefore + index + 1, maxColumns })
}
