/**
 * Numbers, money and days as a reader of the language writes them. `language` is a BCP 47 tag such
 * as `de`; formatters are kept, because making one costs more than using it.
 */

const dayMs = 86_400_000
const formatters = new Map<string, unknown>()

/** The reader's own region of a language where the system names one: `en` may be `en-GB`. */
function regionOf(language: string): string {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
  return wanted.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language
}

function kept<F>(key: string, make: () => F): F {
  if (!formatters.has(key)) formatters.set(key, make())
  return formatters.get(key) as F
}

/** A whole number with separators: 12,345. */
export function formatCount(count: number, language: string): string {
  return kept(`n ${language}`, () => new Intl.NumberFormat(regionOf(language))).format(count)
}

/** Digits after the point that a currency has: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const format = kept(
    `d ${currency}`,
    () => new Intl.NumberFormat('en', { style: 'currency', currency }),
  )
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** Money in minor units as short as it can be without losing anything: €1.25M, €123,456. */
export function formatExactMoney(minor: number, currency: string, language: string): string {
  const amount = minor / 10 ** minorDigits(currency)
  const isShort = Number(amount.toPrecision(4)) === amount
  const format = kept(
    `e ${isShort} ${currency} ${language}`,
    () =>
      new Intl.NumberFormat(regionOf(language), {
        style: 'currency',
        currency,
        minimumFractionDigits: 0,
        ...(isShort ? { notation: 'compact', maximumSignificantDigits: 4 } : {}),
      }),
  )
  return format.format(amount)
}

/** Money in minor units, short: €1.2M. */
export function formatMoney(minor: number, currency: string, language: string): string {
  const format = kept(
    `m ${currency} ${language}`,
    () =>
      new Intl.NumberFormat(regionOf(language), {
        style: 'currency',
        currency,
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
      }),
  )
  return format.format(minor / 10 ** minorDigits(currency))
}

/**
 * Minor units of an amount as typed: '1.2M', '250k', '1.250.000,50', '1,250,000'. Null for empty
 * text, undefined for what is no amount.
 */
export function parseMoney(text: string, currency: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0\u202f'’]|[A-Z]{3}|[€$£¥]|zł|kr/g, '')
  if (typed === '') return null
  const match = /^([\d.,]+)(k|m|mio|mln|b|mrd|bn)?\.?$/i.exec(typed)
  if (!match) return undefined
  const amount = Number(toPlainNumber(match[1]!))
  const minor = Math.round(
    amount * (factors[match[2]?.toLowerCase() ?? ''] ?? 1) * 10 ** minorDigits(currency),
  )
  return Number.isSafeInteger(minor) ? minor : undefined
}

const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mio: 1e6,
  mln: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
}

/** The last of two kinds of marks is the decimal one; a single one before three digits groups. */
function toPlainNumber(text: string): string {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last === -1) return text
  const mark = text[last]!
  const isRepeated = text.indexOf(mark) !== last
  const isMixed = /\./.test(text) && /,/.test(text)
  const isGrouping = isRepeated || (!isMixed && text.length - last - 1 === 3)
  const whole = text.slice(0, last).replace(/[.,]/g, '')
  const rest = text.slice(last + 1)
  return isGrouping ? whole + rest : `${whole}.${rest}`
}

/** Minor units as plain text to edit: 1250000 (or 1250000.5). */
export function moneyToType(minor: number | null, currency: string): string {
  return minor === null ? '' : String(minor / 10 ** minorDigits(currency))
}

/** Local midnight of 'YYYY-MM-DD', ms. */
export function dayStartMs(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return new Date(year, month - 1, day).getTime()
}

/** Calendar days from now to a date or instant; negative = past. */
export function daysFromNow(when: string | number, nowMs: number): number {
  const at = typeof when === 'string' ? dayStartMs(when) : when
  return Math.round((localDay(at) - localDay(nowMs)) / dayMs)
}

function localDay(atMs: number): number {
  const date = new Date(atMs)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}

/** 'yesterday', 'in 3 days', '4 months ago'; `short` where room is scarce: '4 mo. ago'. */
export function formatRelativeDays(
  days: number,
  language: string,
  style: 'long' | 'short' = 'long',
): string {
  const format = kept(
    `r ${style} ${language}`,
    () => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style }),
  )
  const size = Math.abs(days)
  if (size < 60) return format.format(days, 'day')
  if (size < 720) return format.format(Math.round(days / 30.44), 'month')
  return format.format(Math.round(days / 365.25), 'year')
}

/** A length in days, short: 34 d. */
export function formatDays(days: number, language: string): string {
  const format = kept(
    `u ${language}`,
    () =>
      new Intl.NumberFormat(regionOf(language), {
        style: 'unit',
        unit: 'day',
        unitDisplay: 'short',
      }),
  )
  return format.format(days)
}

/** A day of this year without the year: 12 Mar; other years with it: 12 Mar 2027. */
export function formatDay(when: string | number, language: string, nowMs = Date.now()): string {
  const at = new Date(typeof when === 'string' ? dayStartMs(when) : when)
  const isThisYear = at.getFullYear() === new Date(nowMs).getFullYear()
  const format = kept(
    `${isThisYear ? 'y' : 'Y'} ${language}`,
    () =>
      new Intl.DateTimeFormat(regionOf(language), {
        day: 'numeric',
        month: 'short',
        ...(isThisYear ? {} : { year: 'numeric' }),
      }),
  )
  return format.format(at)
}

/** A day with its weekday: Monday, 2 March. */
export function formatLongDay(atMs: number, language: string): string {
  return kept(
    `l ${language}`,
    () =>
      new Intl.DateTimeFormat(regionOf(language), {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      }),
  ).format(atMs)
}

/** Day and time of an instant in a zone (left out: here): 12 Mar, 14:05. */
export function formatTime(
  atMs: number,
  language: string,
  options: { timeZone?: string; withDay?: boolean } = {},
): string {
  const { timeZone, withDay = false } = options
  return kept(
    `t ${withDay} ${timeZone} ${language}`,
    () =>
      new Intl.DateTimeFormat(regionOf(language), {
        hour: '2-digit',
        minute: '2-digit',
        ...(withDay ? { day: 'numeric', month: 'short', year: 'numeric' } : {}),
        ...(timeZone ? { timeZone } : {}),
      }),
  ).format(atMs)
}

/** Bytes in words: 1.4 MB. */
export function formatBytes(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = units[step]!
  return kept(
    `b ${unit} ${language}`,
    () =>
      new Intl.NumberFormat(regionOf(language), {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }),
  ).format(bytes / 1000 ** step)
}
