import type { Language } from '../terms'
import { languages } from '../terms'

export interface HolidaySite {
  /** As typed: a code ('PL') or a name in any of our languages ('Polska'). */
  readonly country: string
  /** State or province where holidays differ by it; may be empty. */
  readonly region: string
}

export interface Holiday {
  readonly date: string
  readonly name: string
}

/**
 * The public holidays on the given dates at a site, or null when its country is not known. The rules of
 * 200 countries are large, so they are loaded when first asked for.
 */
export async function listHolidays(
  site: HolidaySite,
  dates: readonly string[],
  language: Language,
): Promise<Holiday[] | null> {
  const { default: Holidays } = await import('date-holidays')
  const codes = Object.keys(new Holidays().getCountries())
  const country = findCountryCode(site.country, codes)
  if (country === null) return null
  const regions = new Holidays().getStates(country) as Record<string, string> | undefined
  const region = findRegionCode(site.region, regions ?? {})
  const calendar = region === null ? new Holidays(country) : new Holidays(country, region)
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))]
  const holidays = years.flatMap((year) => calendar.getHolidays(year, language))
  return dates.flatMap((date) => {
    const holiday = holidays.find(
      (day) => day.type === 'public' && coversDate(day.date, day.start, day.end, date),
    )
    return holiday ? [{ date, name: holiday.name }] : []
  })
}

/** The ISO code of a country typed as code or name; null when nobody calls it that. */
export function findCountryCode(typed: string, codes: readonly string[]): string | null {
  const wanted = fold(typed)
  if (wanted === '') return null
  const code = codes.find((candidate) => candidate.toLowerCase() === wanted)
  if (code) return code
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    const found = codes.find((candidate) => fold(names.of(candidate) ?? '') === wanted)
    if (found) return found
  }
  return aliases[wanted] ?? null
}

function findRegionCode(typed: string, regions: Readonly<Record<string, string>>): string | null {
  const wanted = fold(typed)
  if (wanted === '') return null
  const found = Object.entries(regions).find(
    ([code, name]) => code.toLowerCase() === wanted || fold(name) === wanted,
  )
  return found?.[0] ?? null
}

/** Names people type that no list of country names has. */
const aliases: Readonly<Record<string, string>> = {
  uk: 'GB',
  england: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  usa: 'US',
  america: 'US',
  'czech republic': 'CZ',
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
}

/** Multi-day holidays name their first day only; the instants give the rest (half days count). */
function coversDate(first: string, start: Date, end: Date, date: string): boolean {
  const dayMs = 86_400_000
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
  const firstMs = Date.parse(`${first.slice(0, 10)}T00:00:00Z`)
  const dateMs = Date.parse(`${date}T00:00:00Z`)
  return dateMs >= firstMs && dateMs < firstMs + days * dayMs
}
