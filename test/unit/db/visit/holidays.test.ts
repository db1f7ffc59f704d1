import { describe, expect, it } from 'vitest'
import { findCountryCode, listHolidays } from '../../../../db/visit/holidays'

describe('holidays at the site', () => {
  it.each([
    ['PL', '', '2026-11-11', 'en', ['Independence Day']],
    ['Polska', '', '2026-11-11', 'pl', ['Narodowe Święto Niepodległości']],
    ['Deutschland', 'Bayern', '2026-01-06', 'de', ['Heilige Drei Könige']],
    ['Germany', 'Hamburg', '2026-01-06', 'en', []],
    ['Holland', '', '2026-04-27', 'nl', ['Koningsdag']],
    ['Poland', '', '2026-11-12', 'en', []],
  ] as const)('%s %s on %s', async (country, region, date, language, names) => {
    const found = await listHolidays({ country, region }, [date], language)
    expect(found?.map(({ name }) => name)).toEqual(names)
  })

  it('are unknown where the country is', async () => {
    expect(await listHolidays({ country: 'Atlantis', region: '' }, ['2026-01-01'], 'en')).toBeNull()
    expect(findCountryCode('', ['PL'])).toBeNull()
  })
})
