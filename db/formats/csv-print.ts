export interface CsvPrintOptions {
  /** Default a comma; Excel in German and Polish expects a semicolon. */
  readonly separator?: string
  /** Default true: without the mark Excel takes UTF-8 for an old encoding. */
  readonly hasBom?: boolean
}

/**
 * Rows as CSV text (RFC 4180: CRLF, quotes doubled). A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front (`+49-30-12` too: it would be computed); a plain number keeps its sign.
 */
export function printCsv(
  rows: readonly (readonly string[])[],
  { separator = ',', hasBom = true }: CsvPrintOptions = {},
): string {
  const lines = rows.map((row) => row.map((cell) => printCell(cell, separator)).join(separator))
  return (hasBom ? '\ufeff' : '') + lines.map((line) => `${line}\r\n`).join('')
}

/** A cell read back from such a file: the apostrophe before a formula sign goes. */
export function unescapeFormula(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? cell.slice(1) : cell
}

function printCell(cell: string, separator: string): string {
  const text = escapeFormula(cell.replaceAll('\0', ''))
  const needsQuotes = text.includes(separator) || /["\r\n\t]|^\s|\s$/.test(text)
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}

/** OWASP, CSV injection: = + - @ tab and carriage return start a formula, full-width signs too. */
function escapeFormula(text: string): string {
  const isFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text)
  const isPlain = /^[+-]?\d[\d .,]*$/.test(text)
  return isFormula && !isPlain ? `'${text}` : text
}
