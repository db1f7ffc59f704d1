import { unescapeFormula } from '../formats/csv-print'
import type { DateOrder } from './import-fields'

/** The rest of a longer cell says nothing about a person. */
const maxCellChars = 5_000

/** A cell as one line of text; what only says 'nothing' (`N/A`, `NULL`, `-`) is empty. */
export function readCell(cell: string | undefined): string {
  const text = tidyCell(cell)
  return nothingPattern.test(text) ? '' : text
}

/** A cell as one line of text, markers kept. */
export function tidyCell(cell: string | undefined): string {
  return unescapeFormula((cell ?? '').slice(0, maxCellChars))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(.*)'$/, '$1')
}

/** A cell as text of several lines. */
export function readCellText(cell: string | undefined): string {
  const text = unescapeFormula(cell ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
  return nothingPattern.test(text) ? '' : text
}

const nothingPattern =
  /^['"(<[]*(null|#?n\/[ad]|#n\/?a|nil|undefined|none|-+|–|—|\.|k\. ?a\.|b\. ?d\.|n\. ?v\. ?t\.)['")>\]]*$/i

/** Who sits on a post, by what its name cell says. */
export type Holder = 'named' | 'vacant' | 'unknown' | 'eliminated'

/** `Vacant` and its cousins: nobody; `N/D`, nothing, `?`: somebody we do not know; `Eliminated`: no post. */
export function readHolder(name: string): Holder {
  const text = name.replace(/^[\s*([<]+|[\s*)\]>]+$/g, '')
  if (eliminatedPattern.test(text)) return 'eliminated'
  if (vacantPattern.test(text)) return 'vacant'
  return text === '' || unknownPattern.test(text) || nothingPattern.test(text) ? 'unknown' : 'named'
}

const eliminatedPattern =
  /^(post |position |stelle |functie )?(eliminated|abolished|deleted|discontinued|gestrichen|entfallen|weggefallen|vervallen|opgeheven|zlikwidowan[aey]|usunięt[aey])$/i
const vacantPattern =
  /^((currently |post |position |stelle |functie )?(is )?(vacant|vacancy|unfilled|vakant|unbesetzt|nicht besetzt|vacature|vacat|vacatur|niet ingevuld|wakat|nieobsadzon[aey]|wolne stanowisko)\b.*|open( position| post| role| vacancy)?|offene stelle|to be (hired|confirmed|appointed|announced|recruited|filled)|tb[achd]|n\. ?n\.?|recruiting|recruitment in progress)$/i
const unknownPattern =
  /^(n ?\/? ?[ad]|\?+|x+|unknown|not (disclosed|known|stated|available)|undisclosed|withheld|redacted|anonymous|unbekannt|nicht bekannt|keine angabe|onbekend|nieznan[aey]|brak( danych)?)$/i

/** What a status cell says of the person or post; null = nothing special. */
export function readStatus(status: string): 'vacant' | 'left' | 'eliminated' | null {
  const holder = readHolder(status)
  if (holder === 'vacant' || holder === 'eliminated') return holder
  return leftPattern.test(status) ? 'left' : null
}

const leftPattern =
  /^(left|leaver|terminated|inactive|former|ended|resigned|retired|departed|ex-?employee|ausgeschieden|inaktiv|ehemalig|gekündigt|uit dienst|inactief|vertrokken|odszedł|odeszła|zwolnion[ya]|nieaktywn[ya])$/i

/** Whether a reference to a boss says 'nobody above': `XX`, `top`, `none`. */
export function isTopMark(reference: string): boolean {
  return /^(x{1,3}|top|root|none|nobody|no one|0|keiner?|niemand|geen|brak|n ?\/? ?[ad])$/i.test(
    reference,
  )
}

/** One mail address in a cell, empty when there is none. */
export function readEmail(cell: string): string {
  const address = (/<([^<>]*)>/.exec(cell)?.[1] ?? cell).replace(/^mailto:/i, '').trim()
  if (address.length > 254) return ''
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(address) ? address : ''
}

/** A number as people and machines write it: `1.234,56` `6.0E7` `$1,200` `1,2 Mio` `500k`; null = none. */
export function readNumber(cell: string, decimal: '.' | ','): number | null {
  const text = cell.replace(/[\s']/g, '')
  if (text.length > 40) return null
  const match =
    /^(-|\()?[^\d.,()-]{0,4}([\d.,]*\d[\d.,]*)(e[+-]?\d{1,3})?([\p{L}.%€$£]{0,8})\)?$/iu.exec(text)
  if (!match) return null
  const [, sign, digits = '', exponent = '', unit = ''] = match
  const thousands = decimal === '.' ? ',' : '.'
  const plain = digits.replaceAll(thousands, '').replace(decimal, '.')
  const number = Number(plain + exponent) * unitFactor(unit)
  if (!Number.isFinite(number)) return null
  return sign ? -number : number
}

function unitFactor(unit: string): number {
  const word = unit.toLowerCase().replace(/[.€$£]/g, '')
  if (/^(k|tsd|tys|thousand)$/.test(word)) return 1_000
  if (/^(m|mio|mln|million|millionen|miljoen)$/.test(word)) return 1_000_000
  return /^(bn|b|mrd|mld|billion|miljard)$/.test(word) ? 1_000_000_000 : 1
}

/** Which sign stands before the decimals in these cells. */
export function guessDecimal(cells: readonly string[]): '.' | ',' {
  let votes = 0
  for (const cell of cells) {
    const number =
      cell.length <= 40 ? (/[\d.,]*\d/.exec(cell.replace(/[\s']/g, ''))?.[0] ?? '') : ''
    const points = number.split('.').length - 1
    const commas = number.split(',').length - 1
    const last = number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ','
    const decimals = number.length - 1 - number.lastIndexOf(last)
    if (points + commas === 0) continue
    if (points > 0 && commas > 0) votes += last === ',' ? 1 : -1
    else if (points + commas > 1) votes += last === ',' ? -1 : 1
    else if (decimals !== 3) votes += last === ',' ? 1 : -1
  }
  return votes > 0 ? ',' : '.'
}

/** The currency a cell or a header names (ISO 4217), else null. */
export function readCurrency(text: string): string | null {
  const code = /\b(EUR|USD|GBP|PLN|CHF|SEK|NOK|DKK|CZK|HUF|JPY|CAD|AUD)\b/i.exec(text)
  if (code) return code[1]!.toUpperCase()
  const sign = /[€$£¥]|zł/.exec(text)
  return sign ? currencySigns[sign[0]]! : null
}

const currencySigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  zł: 'PLN',
}

/** A calendar date as 'YYYY-MM-DD'; a time of day is left out. null = no date. */
export function readDate(cell: string, order: DateOrder): string | null {
  const text = cell.trim()
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return toDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text)
  if (parts) {
    const year = Number(parts[4]) + (parts[4]!.length === 2 ? 2000 : 0)
    const isMonthFirst = order === 'mdy' && parts[2] !== '.'
    const [day, month] = isMonthFirst ? [parts[3], parts[1]] : [parts[1], parts[3]]
    return toDate(year, Number(month), Number(day))
  }
  const words = /^(\d{1,2})\.? (\p{L}{3})\p{L}*\.? (\d{4})/u.exec(text)
  const american = /^(\p{L}{3})\p{L}*\.? (\d{1,2}),? (\d{4})/u.exec(text)
  if (words) return toDate(Number(words[3]), monthOf(words[2]!), Number(words[1]))
  return american ? toDate(Number(american[3]), monthOf(american[1]!), Number(american[2])) : null
}

/** Whether day or month stands first in these cells. */
export function guessDateOrder(cells: readonly string[]): DateOrder {
  let votes = 0
  for (const cell of cells) {
    const parts = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}(?!\d)/.exec(cell)
    if (!parts) continue
    const [first, second] = [Number(parts[1]), Number(parts[2])]
    if (first > 12 && second <= 12) votes += 1
    if (second > 12 && first <= 12) votes -= 1
  }
  return votes < 0 ? 'mdy' : 'dmy'
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const otherMonths: Readonly<Record<string, number>> = {
  mär: 3,
  mrz: 3,
  maa: 3,
  mrt: 3,
  mai: 5,
  mei: 5,
  maj: 5,
  okt: 10,
  dez: 12,
  sty: 1,
  lut: 2,
  kwi: 4,
  cze: 6,
  lip: 7,
  sie: 8,
  wrz: 9,
  paź: 10,
  lis: 11,
  gru: 12,
}

function monthOf(word: string): number {
  const short = word.toLowerCase()
  return otherMonths[short] ?? months.indexOf(short) + 1
}

function toDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
  return isReal ? date.toISOString().slice(0, 10) : null
}
