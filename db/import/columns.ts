import { guessDateOrder, guessDecimal, readCurrency, readEmail, tidyCell } from './cell-values'
import { fieldsOfHeader, plainHeader } from './header-words'
import { readHierarchyPath } from './hierarchy-path'
import {
  importKinds,
  type ColumnMapping,
  type ImportField,
  type ImportKind,
  type ImportTable,
} from './import-fields'

/** Rows that are looked at for a guess. */
const sampleRows = 2_000

/**
 * How a file's columns are likeliest meant: by their headers, and where those are silent or name two
 * columns, by their cells. `kind` fixes what the file is about; left out, it is guessed too.
 */
export function guessMapping(table: ImportTable, kind?: ImportKind): ColumnMapping {
  const cells = sampleColumns(table)
  const guesses = (kind ? [kind] : importKinds).map((each) => guessFor(each, table, cells))
  return guesses.reduce((best, guess) => (guess.score > best.score ? guess : best)).mapping
}

interface Guess {
  readonly mapping: ColumnMapping
  readonly score: number
}

type Columns = (ImportField | null)[]

/** The cells of each column that hold something. */
function sampleColumns(table: ImportTable): string[][] {
  const rows = table.rows.slice(0, sampleRows)
  return table.columns.map(({ index }) =>
    rows
      .map(({ cells }) => tidyCell(cells[index]))
      .filter((cell) => cell !== '' && cell !== 'NULL'),
  )
}

function guessFor(kind: ImportKind, table: ImportTable, cells: readonly string[][]): Guess {
  const columns: Columns = table.columns.map(({ header }) => bestField(kind, header))
  if (kind === 'people') {
    pairBosses(columns, table, cells)
    findByCells(columns, cells)
    dropWholeName(columns)
  }
  dropDoubles(columns, cells)
  const score = scoreOf(kind, columns)
  const dates = cellsOf(columns, cells, ['endDate', 'closeDate', 'renewalDate', 'customerSince'])
  const amounts = cellsOf(columns, cells, [
    'valueNow',
    'potentialValue',
    'value',
    'revenue',
    'headcount',
  ])
  const names = cellsOf(columns, cells, ['name'])
  return {
    score,
    mapping: {
      kind,
      columns,
      dateOrder: guessDateOrder(dates),
      decimal: guessDecimal(amounts),
      currency: currencyOf(columns, table, amounts),
      isFamilyNameFirst: kind === 'people' && areTurned(names),
      areIdsLocal: false,
    },
  }
}

/** The field a header names; a report export's `Contact: Title` counts as `Title`. */
function bestField(kind: ImportKind, header: string): ImportField | null {
  const [own] = fieldsOfHeader(header, kind)
  if (own) return own
  const colon = header.lastIndexOf(':')
  if (colon > 0) {
    const [owner, rest] = [header.slice(0, colon), header.slice(colon + 1)]
    const isOfKind =
      kind === 'people' ? !/account|company|firma/i.test(owner) : /account/i.test(owner)
    return isOfKind ? (fieldsOfHeader(rest, kind)[0] ?? null) : null
  }
  // `Annual revenue (EUR)`, `Job title / Stelle`: the words before or after the sign.
  for (const part of header.split(/[(/,|[]/).slice(0, 2)) {
    const [field] = fieldsOfHeader(part, kind)
    if (field) return field
  }
  return null
}

/** Headers that may name the column of bosses when nothing says it plainly. */
const bossHeader =
  /\b(parent|manager|supervisor|reports? to|reporting|superior|boss|vorgesetzte|leidinggevende|przelozony|kierownik)\b/

/**
 * The column of keys and the column of bosses that fit together: nearly every boss is a key. An
 * export can have two pairs of them; the one with more bosses filled in is taken.
 */
function pairBosses(columns: Columns, table: ImportTable, cells: readonly string[][]): void {
  const bosses = table.columns.filter(
    ({ index, header }) =>
      columns[index] === 'managerId' ||
      columns[index] === 'manager' ||
      bossHeader.test(plainHeader(header)),
  )
  const sampleSize = Math.min(table.rows.length, sampleRows)
  let best = { boss: -1, key: -1, filled: 0 }
  for (const { index: boss } of bosses) {
    const wanted = new Set(cells[boss])
    if (wanted.size < 2) continue
    for (const [key, keys] of cells.entries()) {
      if (key === boss || !mayBeKey(columns[key] ?? null) || keys.length * 10 < sampleSize * 9)
        continue
      const known = new Set(keys)
      if (known.size < keys.length * 0.9) continue
      const found = [...wanted].filter((reference) => known.has(reference)).length
      if (found * 10 < wanted.size * 8) continue
      if (cells[boss]!.length > best.filled) best = { boss, key, filled: cells[boss]!.length }
    }
  }
  if (best.boss < 0) return
  const isName = columns[best.key] === 'name' || columns[best.key] === 'email'
  for (const { index } of bosses)
    if (index !== best.boss && columns[index] !== 'manager' && columns[index] !== 'managerEmail')
      columns[index] = null
  columns[best.boss] = isName ? 'manager' : 'managerId'
  if (isName || columns[best.key] === 'postId') return
  for (const [index, field] of columns.entries()) if (field === 'externalId') columns[index] = null
  columns[best.key] = 'externalId'
}

function mayBeKey(field: ImportField | null): boolean {
  return field === null || ['postId', 'externalId', 'name', 'email'].includes(field)
}

/** Columns without a telling header: mail addresses and places in a tree know themselves. */
function findByCells(columns: Columns, cells: readonly string[][]): void {
  for (const [index, column] of cells.entries()) {
    if (columns[index] !== null || column.length === 0) continue
    const isMail = column.filter((cell) => readEmail(cell) !== '').length * 10 > column.length * 6
    if (isMail && !columns.includes('email')) columns[index] = 'email'
    else if (!columns.includes('hierarchyPath') && areHierarchyPaths(column))
      columns[index] = 'hierarchyPath'
  }
}

/** Distinct places of which nearly every one has its parent among them. */
function areHierarchyPaths(column: readonly string[]): boolean {
  if (column.length < 5) return false
  const paths = column.map(readHierarchyPath)
  if (paths.some((path) => path === null) || !paths.some((path) => path!.length > 1)) return false
  const known = new Set(paths.map((path) => path!.join('/')))
  const placed = paths.filter(
    (path) => path!.length <= 1 || known.has(path!.slice(0, -1).join('/')),
  )
  return known.size === paths.length && placed.length * 10 > paths.length * 9
}

/** First and last name say more than the whole; a login called name would spoil them. */
function dropWholeName(columns: Columns): void {
  if (!columns.includes('firstName') || !columns.includes('lastName')) return
  for (const [index, field] of columns.entries()) if (field === 'name') columns[index] = null
}

/** Of two columns for one field the fuller one stays; notes may have several. */
function dropDoubles(columns: Columns, cells: readonly string[][]): void {
  for (const [index, field] of columns.entries()) {
    if (field === null || field === 'note') continue
    const rival = columns.indexOf(field)
    if (rival === index) continue
    const isFuller = cells[index]!.length > cells[rival]!.length
    columns[isFuller ? rival : index] = null
  }
}

/** Fields that only one kind of file has weigh more. */
const telling: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  people: [
    'firstName',
    'lastName',
    'title',
    'department',
    'managerId',
    'manager',
    'postId',
    'hierarchyPath',
    'headcount',
  ],
  accounts: [
    'industry',
    'website',
    'employees',
    'revenue',
    'segment',
    'valueNow',
    'parent',
    'renewalDate',
  ],
  opportunities: ['stage', 'closeDate', 'value', 'nextStep', 'product'],
}

function scoreOf(kind: ImportKind, columns: Columns): number {
  let score = 0
  for (const field of new Set(columns))
    if (field !== null) score += telling[kind].includes(field) ? 3 : 1
  const hasSubject = columns.some(
    (field) => field === 'name' || field === 'lastName' || field === 'title',
  )
  return hasSubject || kind === 'opportunities' ? score : score / 2
}

function cellsOf(
  columns: Columns,
  cells: readonly string[][],
  fields: readonly ImportField[],
): string[] {
  return columns.flatMap((field, index) =>
    field !== null && fields.includes(field) ? cells[index]! : [],
  )
}

function currencyOf(columns: Columns, table: ImportTable, amounts: readonly string[]): string {
  const headers = table.columns
    .filter(({ index }) => columns[index] !== null)
    .map(({ header }) => header)
  for (const text of [...headers, ...amounts.slice(0, 50)]) {
    const currency = readCurrency(text)
    if (currency) return currency
  }
  return 'EUR'
}

/** `Berg, Anna`: most names have one comma, and no suffix behind it. */
function areTurned(names: readonly string[]): boolean {
  const turned = names.filter(
    (name) => /^[^,]+, [^,]+$/.test(name) && !/, (jr|sr|i{1,3}|iv|phd|md|mba)\.?$/i.test(name),
  )
  return turned.length * 2 > names.length
}
