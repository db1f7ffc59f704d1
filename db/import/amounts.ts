import { readCurrency, readDate, readNumber } from './cell-values'
import type { ColumnMapping, ImportField } from './import-fields'
import { addNote, type CellReader } from './people-rows'

/** An amount in minor units of its currency; null = the cell is empty or no amount. */
export function readMinor(
  reader: CellReader,
  field: ImportField,
  mapping: ColumnMapping,
): { readonly minor: number; readonly currency: string } | null {
  const cell = reader.line(field)
  if (cell === '') return null
  const number = readNumber(cell, mapping.decimal)
  const currency = readCurrency(cell) ?? readCurrency(reader.line('currency')) ?? mapping.currency
  const minor = number === null ? null : Math.round(number * (noMinorUnits.has(currency) ? 1 : 100))
  if (minor === null || minor < 0 || !Number.isSafeInteger(minor)) {
    addNote(reader.notes, 'bad_number', cell)
    return null
  }
  return { minor, currency }
}

/** A count of something, whole; null = the cell is empty or no number. */
export function readCount(
  reader: CellReader,
  field: ImportField,
  mapping: ColumnMapping,
): number | null {
  const cell = reader.line(field)
  const number = cell === '' ? null : readNumber(cell, mapping.decimal)
  const count = number === null ? null : Math.round(number)
  if (cell !== '' && (count === null || count < 0 || !Number.isSafeInteger(count))) {
    addNote(reader.notes, 'bad_number', cell)
    return null
  }
  return count
}

/** 'YYYY-MM-DD'; null = the cell is empty or no date. */
export function readDay(
  reader: CellReader,
  field: ImportField,
  mapping: ColumnMapping,
): string | null {
  const cell = reader.line(field)
  const day = cell === '' ? null : readDate(cell, mapping.dateOrder)
  if (cell !== '' && day === null) addNote(reader.notes, 'bad_date', cell)
  return day
}

/** Currencies whose smallest unit is the unit (ISO 4217). */
const noMinorUnits = new Set(['JPY', 'KRW', 'ISK', 'CLP'])
