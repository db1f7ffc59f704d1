import type { CsvColumn } from '../formats/csv-shape'
import type { MakeCsvEngine } from '../formats/csv-engine'
import { readCsvTable } from '../formats/csv-table'
import { decodeText, maxFileBytes, startDecoder } from '../formats/decode'
import { parseOutline } from '../formats/outline'
import type { OutlineRemark } from '../formats/outline-model'
import { detectPaste } from '../formats/paste'
import type { FormatProblem, FormatResult } from '../formats/problem'
import { parseVcards } from '../formats/vcard'
import type { SkippedCard } from '../formats/vcard'
import { guessMapping } from '../import/columns'
import { importFileFromOutline } from '../import/from-outline'
import { importFileFromVcards } from '../import/from-vcards'
import { isHeaderWord } from '../import/header-words'
import { fitMapping, headerSignature } from '../import/import-fields'
import type { ColumnMapping, ImportFile } from '../import/import-fields'

export const importFormats = ['table', 'vcard', 'outline'] as const
export type ImportFormat = (typeof importFormats)[number]

/** A file to import as the page hands it over. */
export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  /** What the user says it is; left out = found from the bytes. */
  readonly readAs?: ImportFormat | undefined
}

/** What was found in a file: enough to show and to map its columns, not its rows. */
export interface FileSummary {
  readonly name: string
  readonly sizeBytes: number
  /** Set = nothing of it can be imported. */
  readonly problem: FormatProblem | null
  readonly format: ImportFormat | null
  readonly columns: readonly CsvColumn[]
  /** The first filled cells of each column, up to three. */
  readonly samples: readonly (readonly string[])[]
  readonly rows: number
  readonly mapping: ColumnMapping | null
  /** The mapping is the one that was used last time for these headers. */
  readonly isRemembered: boolean
  readonly encoding: string
  readonly separator: string
  readonly headerRow: number | null
  /** Rows with more or fewer cells than the header. */
  readonly raggedCount: number
  /** Bytes that are no character of the encoding. */
  readonly replacedCount: number
  readonly skippedCards: readonly SkippedCard[]
  readonly remarks: readonly OutlineRemark[]
}

/** The file as rows, or null where it has a problem. */
export interface ReadFile {
  readonly file: ImportFile | null
  readonly summary: FileSummary
}

export interface ReadParts {
  readonly makeCsvEngine: MakeCsvEngine
  readonly signal: { readonly aborted: boolean }
  breathe(): Promise<void>
  progress(bytesRead: number): void
  /** The mapping used last time for files with these headers. */
  remembered(signature: string): ColumnMapping | null
}

/** How much of a file is looked at to tell what it is, bytes. */
const headBytes = 65_536

/** Reads one file, whatever it is; a file that cannot be read is a summary with the reason. */
export async function readImportFile(source: FileToRead, parts: ReadParts): Promise<ReadFile> {
  const { name, bytes } = source
  const format = formatOf(source)
  if (!format.ok) return failed(source, null, format.problem)
  switch (format.value) {
    case 'table':
      return readTable(source, parts)
    case 'vcard': {
      const cards = parseVcards(bytes)
      if (!cards.ok) return failed(source, 'vcard', cards.problem)
      const file = importFileFromVcards(name, cards.value.cards)
      return found(source, 'vcard', file, { skippedCards: cards.value.skipped })
    }
    case 'outline': {
      const text = decodeText(bytes)
      if (!text.ok) return failed(source, 'outline', text.problem)
      const outline = parseOutline(text.value.text)
      if (outline.nodes.length === 0) return failed(source, 'outline', { code: 'empty_file' })
      const { encoding, replacedCount } = text.value
      const file = importFileFromOutline(name, outline)
      return found(source, 'outline', file, { remarks: outline.remarks, encoding, replacedCount })
    }
  }
}

/** By the user's word, the ending, or the first part of the text. */
function formatOf({ name, bytes, readAs }: FileToRead): FormatResult<ImportFormat> {
  if (bytes.length === 0) return { ok: false, problem: { code: 'empty_file' } }
  if (bytes.length > maxFileBytes) {
    const sizes = { sizeBytes: bytes.length, maxBytes: maxFileBytes }
    return { ok: false, problem: { code: 'too_large', ...sizes } }
  }
  const head = bytes.subarray(0, headBytes)
  const decoder = startDecoder(head)
  if (!decoder.ok) return decoder
  if (readAs) return { ok: true, value: readAs }
  const text = decoder.value.push(head)
  const kind = detectPaste(text, isHeaderWord)
  if (kind === 'empty' && bytes.length <= headBytes)
    return { ok: false, problem: { code: 'empty_file' } }
  if (kind === 'vcard' || /\.(vcf|vcard)$/i.test(name)) return { ok: true, value: 'vcard' }
  if (kind === 'csv' || /\.(csv|tsv|tab)$/i.test(name)) return { ok: true, value: 'table' }
  return { ok: true, value: 'outline' }
}

async function readTable(source: FileToRead, parts: ReadParts): Promise<ReadFile> {
  const { makeCsvEngine, signal, breathe, progress, remembered } = parts
  const table = await readCsvTable(source.bytes, {
    makeEngine: makeCsvEngine,
    signal,
    breathe,
    isHeaderWord,
    onProgress: ({ bytesRead }) => progress(bytesRead),
  })
  if (!table.ok) return failed(source, 'table', table.problem)
  const { columns, rows, encoding, separator, headerRow, raggedCount, replacedCount } = table.value
  if (rows.length === 0) return failed(source, 'table', { code: 'empty_file' })
  const last = headerRow === null ? null : remembered(headerSignature(columns))
  const file: ImportFile = {
    name: source.name,
    table: { columns, rows },
    mapping: last ? fitMapping(last, { columns, rows }) : guessMapping({ columns, rows }),
  }
  const facts = { encoding, separator, headerRow, raggedCount, replacedCount }
  return found(source, 'table', file, { ...facts, isRemembered: last !== null })
}

function found(
  { name, bytes }: FileToRead,
  format: ImportFormat,
  file: ImportFile,
  facts: Partial<FileSummary>,
): ReadFile {
  const { table, mapping } = file
  const summary = {
    ...nothing,
    name,
    sizeBytes: bytes.length,
    format,
    columns: table.columns,
    samples: table.columns.map(({ index }) => samplesOf(file, index)),
    rows: table.rows.length,
    mapping,
    ...facts,
  }
  return { file, summary }
}

function failed(
  { name, bytes }: FileToRead,
  format: ImportFormat | null,
  problem: FormatProblem,
): ReadFile {
  return { file: null, summary: { ...nothing, name, sizeBytes: bytes.length, format, problem } }
}

const nothing = {
  problem: null,
  columns: [],
  samples: [],
  rows: 0,
  mapping: null,
  isRemembered: false,
  encoding: '',
  separator: '',
  headerRow: null,
  raggedCount: 0,
  replacedCount: 0,
  skippedCards: [],
  remarks: [],
} as const

function samplesOf({ table }: ImportFile, index: number): string[] {
  const samples: string[] = []
  for (const { cells } of table.rows) {
    const cell = (cells[index] ?? '').trim()
    if (cell !== '' && !samples.includes(cell)) samples.push(cell.slice(0, 80))
    if (samples.length === 3) break
  }
  return samples
}
