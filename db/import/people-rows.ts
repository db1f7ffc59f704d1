import type { BuyingRole, Influence, SeatLevel, Stance } from '../terms'
import {
  readCell,
  readCellText,
  readDate,
  readEmail,
  readHolder,
  readNumber,
  readStatus,
  tidyCell,
  type Holder,
} from './cell-values'
import { readHierarchyPath } from './hierarchy-path'
import {
  columnsByField,
  type ColumnMapping,
  type ImportField,
  type ImportFile,
} from './import-fields'
import type { ImportNote, ImportNoteCode } from './plan-model'
import { guessLevel, readFlag, readInfluence, readRoles, readStance } from './term-words'

/** One row of a file about people, read by its mapping. Empty text = the row does not say. */
export interface PeopleRow {
  readonly file: number
  readonly row: number
  readonly holder: Holder
  /** Empty unless `holder` is named. */
  readonly name: string
  /** The word of the file for a vacant post. */
  readonly vacantWord: string
  readonly title: string
  readonly department: string
  readonly email: string
  readonly phone: string
  readonly mobile: string
  readonly language: string
  readonly note: string
  readonly postId: string
  readonly personId: string
  /** What the row says of its boss: key, address, name, in the order of trust. */
  readonly bossReferences: readonly string[]
  readonly path: readonly string[] | null
  /** By the column of levels where it says something, else by the title. */
  readonly level: SeatLevel
  readonly isLevelSaid: boolean
  /** null = the file does not count. */
  readonly headcount: number | null
  readonly site: string
  readonly city: string
  readonly country: string
  readonly account: string
  readonly hasLeft: boolean
  readonly stance: Stance | null
  readonly influence: Influence | null
  readonly roles: readonly BuyingRole[]
  readonly isTopFive: boolean
  readonly areIdsLocal: boolean
  readonly notes: ImportNote[]
}

/** The longest line of text a field holds, in characters (`db/columns.ts`). */
export const maxTextChars = 400
const maxNoteChars = 20_000

/** The rows of a file, each with what could not be read of it. `today` is a 'YYYY-MM-DD'. */
export function readPeopleRows(file: ImportFile, fileIndex: number, today: string): PeopleRow[] {
  const columns = columnsByField(file.mapping)
  return file.table.rows.map(({ row, cells }) => {
    const reader = makeReader(cells, columns, [])
    return readRow(reader, file.mapping, { file: fileIndex, row }, today)
  })
}

/** Adds a note; `text` is cut to what a list shows. */
export function addNote(
  notes: ImportNote[],
  code: ImportNoteCode,
  text: string = '',
  otherRow: number = 0,
): void {
  notes.push({ code, text: text.slice(0, 120), otherRow })
}

export interface CellReader {
  has(field: ImportField): boolean
  /** One line of text, cut to what a field holds. */
  line(field: ImportField): string
  /** One line with its markers, for names. */
  raw(field: ImportField): string
  /** Several columns of one field as paragraphs. */
  text(field: ImportField): string
  readonly notes: ImportNote[]
}

/** Reads the cells of one row by field; of several columns for a field the first filled one counts. */
export function makeReader(
  cells: readonly string[],
  columns: ReadonlyMap<ImportField, readonly number[]>,
  notes: ImportNote[],
): CellReader {
  function first(field: ImportField, read: (cell: string | undefined) => string): string {
    for (const index of columns.get(field) ?? []) {
      const text = read(cells[index])
      if (text !== '') return text
    }
    return ''
  }
  function cut(text: string, max: number): string {
    if (text.length <= max) return text
    addNote(notes, 'text_cut', text)
    return text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
  }
  return {
    notes,
    has: (field) => columns.has(field),
    line: (field) => cut(first(field, readCell), maxTextChars),
    raw: (field) => cut(first(field, tidyCell), maxTextChars),
    text: (field) => {
      const parts = (columns.get(field) ?? []).map((index) => readCellText(cells[index]))
      return cut(parts.filter((part) => part !== '').join('\n\n'), maxNoteChars)
    },
  }
}

function readRow(
  reader: CellReader,
  mapping: ColumnMapping,
  place: Pick<PeopleRow, 'file' | 'row'>,
  today: string,
): PeopleRow {
  const said = readName(reader, mapping)
  const title = reader.line('title')
  const status = readStatus(reader.raw('status'))
  const isGone = said === '' && readHolder(title) === 'eliminated'
  const holder = isGone || status === 'eliminated' ? 'eliminated' : readHolder(said)
  const isVacant = holder === 'vacant' || (status === 'vacant' && holder !== 'eliminated')
  const levelText = reader.line('level')
  const level = guessLevel(levelText)
  // Written out without a spread, which would make each of a hundred thousand rows slow to read.
  return {
    file: place.file,
    row: place.row,
    holder: isVacant ? 'vacant' : holder,
    name: holder === 'named' && !isVacant ? said : '',
    vacantWord: isVacant ? (holder === 'vacant' ? said : reader.raw('status')) : '',
    title,
    department: reader.line('department'),
    email: readAddress(reader),
    phone: reader.line('phone'),
    mobile: reader.line('mobile'),
    language: reader.line('language').slice(0, 20),
    note: reader.text('note'),
    postId: reader.line('postId'),
    personId: reader.line('externalId'),
    bossReferences: [
      reader.line('managerId'),
      reader.line('managerEmail'),
      turnName(reader.line('manager'), mapping),
    ].filter((reference) => reference !== ''),
    path: reader.has('hierarchyPath') ? readHierarchyPath(reader.raw('hierarchyPath')) : null,
    level: level === 'unknown' ? guessLevel(title) : level,
    isLevelSaid: level !== 'unknown',
    headcount: readHeadcount(reader, mapping),
    site: reader.line('site'),
    city: reader.line('city'),
    country: reader.line('country'),
    account: reader.line('account'),
    hasLeft: status === 'left' || hasEnded(reader, mapping, today),
    stance: readWord(reader, 'stance', readStance),
    influence: readWord(reader, 'influence', readInfluence),
    roles: readRoleWords(reader),
    isTopFive: readFlag(reader.line('topFive')),
    areIdsLocal: mapping.areIdsLocal,
    notes: reader.notes,
  }
}

function readName(reader: CellReader, mapping: ColumnMapping): string {
  const whole = reader.raw('name')
  if (whole !== '') return turnName(whole, mapping)
  const parts = [reader.line('firstName'), reader.line('lastName')]
  return parts.filter((part) => part !== '').join(' ')
}

/** `Berg, Anna` as people say it, where the file writes all names so. */
function turnName(name: string, mapping: ColumnMapping): string {
  const turned = mapping.isFamilyNameFirst ? /^([^,]+), ([^,]+)$/.exec(name) : null
  return turned ? `${turned[2]} ${turned[1]}` : name
}

function readAddress(reader: CellReader): string {
  const cell = reader.line('email')
  const address = readEmail(cell)
  if (cell !== '' && address === '' && readHolder(cell) === 'named')
    addNote(reader.notes, 'bad_email', cell)
  return address
}

/** People as a whole number: 0.6 of a post is one person, 1.81 are two. */
function readHeadcount(reader: CellReader, { decimal }: ColumnMapping): number | null {
  const cell = reader.line('headcount')
  if (cell === '') return null
  const number = readNumber(cell, decimal)
  if (number === null || number < 0) addNote(reader.notes, 'bad_number', cell)
  return number === null || number < 0 ? null : Math.min(1_000_000, Math.max(1, Math.round(number)))
}

function hasEnded(reader: CellReader, { dateOrder }: ColumnMapping, today: string): boolean {
  const cell = reader.line('endDate')
  if (cell === '') return false
  const date = readDate(cell, dateOrder)
  if (date === null) addNote(reader.notes, 'bad_date', cell)
  return date !== null && date < today
}

function readWord<T>(
  reader: CellReader,
  field: ImportField,
  read: (text: string) => T | null,
): T | null {
  const cell = reader.raw(field)
  const value = cell === '' ? null : read(cell)
  if (cell !== '' && value === null) addNote(reader.notes, 'unknown_value', cell)
  return value
}

function readRoleWords(reader: CellReader): readonly BuyingRole[] {
  const { roles, unknown } = readRoles(reader.line('roles'))
  for (const word of unknown) addNote(reader.notes, 'unknown_value', word)
  return roles
}
