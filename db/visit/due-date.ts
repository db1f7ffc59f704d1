import { DateTime } from 'luxon'
import { languages } from '../terms'

export interface FoundDate {
  /** 'YYYY-MM-DD'. */
  readonly date: string
  /** Where the words of the date stand in the text. */
  readonly start: number
  readonly end: number
}

/**
 * The first date that a line of notes names, in English, German, Dutch or Polish: `12 Dec`, `12.12.`,
 * `2026-12-12`, `tomorrow`, `Freitag`, `za 2 tygodnie`. A date without a year is the next one from
 * `today` ('YYYY-MM-DD'); a weekday is the next such day, never today. A number alone is no date.
 */
export function findDueDate(line: string, today: string): FoundDate | null {
  const now = DateTime.fromISO(today, { zone: 'utc' })
  const folded = foldSameLength(line)
  let best: FoundDate | null = null
  for (const { pattern, read } of rules) {
    for (const match of folded.matchAll(pattern)) {
      const date = read(match, now)
      if (!date?.isValid) continue
      const [whole] = match
      const start = match.index
      if (best && best.start <= start) continue
      best = { date: date.toISODate()!, start, end: start + whole.length }
    }
  }
  return best
}

interface DateRule {
  readonly pattern: RegExp
  read(match: RegExpMatchArray, now: DateTime): DateTime | null
}

/** Months by name and by short name, in all languages, without accents; Polish has two cases. */
const months = makeIndex((language) =>
  Array.from({ length: 12 }, (_, index) => {
    const at = DateTime.utc(2026, index + 1, 1).setLocale(language)
    return [at.toFormat('LLLL'), at.toFormat('MMMM'), at.toFormat('LLL'), at.toFormat('MMM')]
  }),
)
const weekdays = makeIndex((language) =>
  Array.from({ length: 7 }, (_, index) => {
    const at = DateTime.utc(2026, 6, index + 1).setLocale(language)
    return language === 'en' || language === 'de' || language === 'pl'
      ? [at.toFormat('EEEE'), ...(language === 'en' ? [at.toFormat('EEE')] : [])]
      : [at.toFormat('EEEE')]
  }),
)
/** Accusative and other forms that no formatter gives. */
const moreWeekdays: Readonly<Record<string, number>> = { srode: 3, sobote: 6, niedziele: 7 }
const moreMonths: Readonly<Record<string, number>> = { sept: 9, mrt: 3, maa: 3, mai: 5 }

const monthWords = Object.keys({ ...months, ...moreMonths }).sort((a, b) => b.length - a.length)
const weekdayWords = Object.keys({ ...weekdays, ...moreWeekdays }).sort(
  (a, b) => b.length - a.length,
)
const lead = '(?:\\b(?:by|until|till|due|bis|zum|am|tot|voor|op|do|na|w|we|on)\\s+)?'
const tail = '(?=$|[\\s,;.:!?)])'

const rules: readonly DateRule[] = [
  {
    pattern: new RegExp(`${lead}\\b(\\d{4})-(\\d{2})-(\\d{2})${tail}`, 'g'),
    read: ([, year, month, day]) => DateTime.utc(Number(year), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(
      `${lead}\\b(\\d{1,2})(?:\\.|st|nd|rd|th)?\\s+(?:of\\s+)?(${monthWords.join('|')})\\.?(?:\\s+(\\d{4}))?${tail}`,
      'g',
    ),
    read: ([, day, month, year], now) => nextDate(now, Number(day), monthOf(month!), year),
  },
  {
    pattern: new RegExp(
      `${lead}\\b(${monthWords.join('|')})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?${tail}`,
      'g',
    ),
    read: ([, month, day, year], now) => nextDate(now, Number(day), monthOf(month!), year),
  },
  {
    pattern: new RegExp(`${lead}\\b(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}))?\\.?${tail}`, 'g'),
    read: ([whole, day, month, year], now) =>
      // '3.5' is a number; '3.5.' and '3/5' are dates.
      year || /[./]$/.test(whole) || whole.includes('/') || Number(day) > 12
        ? nextDate(now, Number(day), Number(month), year)
        : null,
  },
  {
    pattern: new RegExp(`${lead}\\b(${weekdayWords.join('|')})${tail}`, 'g'),
    read: ([, name], now) => {
      const weekday = weekdays[name!] ?? moreWeekdays[name!]!
      return now.plus({ days: ((weekday - now.weekday + 6) % 7) + 1 })
    },
  },
  {
    pattern: new RegExp(`\\b(?:today|heute|vandaag|dzis|dzisiaj)${tail}`, 'g'),
    read: (_, now) => now,
  },
  {
    pattern: new RegExp(`\\b(?:tomorrow|morgen|jutro)${tail}`, 'g'),
    read: (_, now) => now.plus({ days: 1 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:next week|nachste woche|volgende week|w przyszlym tygodniu)${tail}`,
      'g',
    ),
    read: (_, now) => now.startOf('week').plus({ days: 11 }),
  },
  {
    pattern: new RegExp(
      `\\b(?:in|over|za)\\s+(\\d{1,3})\\s+(days?|tagen?|dagen?|dni|dzien|weeks?|wochen?|weken|tygodnie|tygodni|tydzien|months?|monaten?|maanden?|miesiace|miesiecy|miesiac)${tail}`,
      'g',
    ),
    read: ([, count, unit], now) => now.plus({ [unitOf(unit!)]: Number(count) }),
  },
]

function nextDate(
  now: DateTime,
  day: number,
  month: number,
  year: string | undefined,
): DateTime | null {
  if (year) return DateTime.utc(Number(year), month, day)
  const years = Array.from({ length: 9 }, (_, index) => now.year + index)
  const dates = years.map((candidate) => DateTime.utc(candidate, month, day))
  return dates.find((date) => date.isValid && date >= now.startOf('day')) ?? null
}

function monthOf(word: string): number {
  return months[word] ?? moreMonths[word]!
}

function unitOf(word: string): 'days' | 'weeks' | 'months' {
  if (/^(d|tag)/.test(word)) return 'days'
  return /^(w|ty)/.test(word) ? 'weeks' : 'months'
}

function makeIndex(list: (language: string) => string[][]): Readonly<Record<string, number>> {
  const entries = languages.flatMap((language) =>
    list(language).flatMap((names, index) =>
      names.map((name) => [foldSameLength(name).replace(/\.$/, ''), index + 1] as const),
    ),
  )
  return Object.fromEntries(entries.filter(([name]) => /^[a-z]{3,}$/.test(name)))
}

/** Lower case without accents, character for character, so that places stay the same. */
export function foldSameLength(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const plain = character === 'ł' || character === 'Ł' ? 'l' : character.normalize('NFD')[0]!
      const lower = plain.toLowerCase()
      return lower.length === character.length ? lower : character
    })
    .join('')
}
