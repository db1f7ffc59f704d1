/** What a file that cannot be text looks like. */
export const binaryKinds = [
  'zip',
  'excel',
  'word',
  'powerpoint',
  'old_office',
  'pdf',
  'png',
  'jpeg',
  'gif',
  'webp',
  'bmp',
  'tiff',
  'heic',
  'video',
  'audio',
  'sqlite',
  'gzip',
  'seven_zip',
  'rar',
  'program',
  'outlook_mail',
  'unknown',
] as const
export type BinaryKind = (typeof binaryKinds)[number]

/**
 * Why a file or a pasted text cannot be used at all. A closed list: the page has a sentence for each
 * code, `sayFormatProblem` an English one for logs, tests and the command line.
 */
export type FormatProblem =
  | { readonly code: 'empty_file' }
  | { readonly code: 'binary_file'; readonly looksLike: BinaryKind }
  | { readonly code: 'too_large'; readonly sizeBytes: number; readonly maxBytes: number }
  | { readonly code: 'too_many_rows'; readonly maxRows: number }
  | { readonly code: 'too_many_columns'; readonly row: number; readonly maxColumns: number }
  | { readonly code: 'too_many_cells'; readonly maxCells: number }
  | { readonly code: 'record_too_long'; readonly line: number; readonly maxChars: number }
  | { readonly code: 'quote_not_closed'; readonly line: number }
  | { readonly code: 'no_cards'; readonly looksLike: 'json' | 'xml' | 'calendar' | 'text' }
  | { readonly code: 'not_opml' }
  | { readonly code: 'cancelled' }

/** A value, or the reason why there is none. */
export type FormatResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FormatProblem }

/** The same as a thing to throw, for readers that give rows as they come. */
export class FormatError extends Error {
  constructor(readonly problem: FormatProblem) {
    super(problem.code)
    this.name = 'FormatError'
  }
}

/** What happened and what to do, in English. */
export function sayFormatProblem(problem: FormatProblem): string {
  switch (problem.code) {
    case 'empty_file':
      return 'The file is empty. Nothing was imported.'
    case 'binary_file':
      return `This is not a text file: it looks like ${binaryNames[problem.looksLike]}. ${adviceFor(problem.looksLike)}`
    case 'too_large':
      return `The file has ${sayMegabytes(problem.sizeBytes)}; up to ${sayMegabytes(problem.maxBytes)} can be read. Cut it into smaller files.`
    case 'too_many_rows':
      return `The file has more than ${problem.maxRows} rows. Cut it into smaller files.`
    case 'too_many_columns':
      return `Row ${problem.row} has more than ${problem.maxColumns} columns. Check the separator of the file.`
    case 'too_many_cells':
      return `The file has more than ${problem.maxCells} cells. Leave out columns that are not needed or cut it into smaller files.`
    case 'record_too_long':
      return `The row that starts near line ${problem.line} is longer than ${problem.maxChars} characters. Most often a quote was opened there and never closed.`
    case 'quote_not_closed':
      return `A quote opened near line ${problem.line} is never closed. Close or remove it and try again.`
    case 'no_cards':
      return `No vCard was found: the file looks like ${cardlessNames[problem.looksLike]}. A vCard starts with BEGIN:VCARD.`
    case 'not_opml':
      return 'No OPML outline was found. An OPML file has an <opml> element with a <body>.'
    case 'cancelled':
      return 'Stopped. Nothing was imported.'
  }
}

const binaryNames: Readonly<Record<BinaryKind, string>> = {
  zip: 'a ZIP archive',
  excel: 'an Excel workbook',
  word: 'a Word document',
  powerpoint: 'a PowerPoint presentation',
  old_office: 'an old Office file (.xls, .doc or .ppt)',
  pdf: 'a PDF',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  gif: 'a GIF picture',
  webp: 'a WebP picture',
  bmp: 'a BMP picture',
  tiff: 'a TIFF picture',
  heic: 'a HEIC picture',
  video: 'a video',
  audio: 'a sound file',
  sqlite: 'a SQLite database',
  gzip: 'a GZIP archive',
  seven_zip: 'a 7-Zip archive',
  rar: 'a RAR archive',
  program: 'a program',
  outlook_mail: 'an Outlook message (.msg)',
  unknown: 'a binary file',
}

const cardlessNames = {
  json: 'JSON',
  xml: 'XML',
  calendar: 'a calendar file',
  text: 'plain text',
} as const

function adviceFor(kind: BinaryKind): string {
  if (kind === 'excel' || kind === 'old_office')
    return 'Open it in the program it comes from and save the sheet as CSV (UTF-8).'
  if (kind === 'zip' || kind === 'gzip' || kind === 'seven_zip' || kind === 'rar')
    return 'Unpack it and choose the file inside.'
  return 'Choose a CSV, vCard or text file.'
}

function sayMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`
}
