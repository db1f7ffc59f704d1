import { describe, expect, it } from 'vitest'
import {
  daysFromNow,
  formatExactMoney,
  formatMoney,
  formatRelativeDays,
  moneyToType,
  parseMoney,
} from '../../../../renderer/ui/format'

describe('an amount as typed', () => {
  it.each([
    ['120000', 12_000_000],
    ['120 000', 12_000_000],
    ['120k', 12_000_000],
    ['1.2M', 120_000_000],
    ['1,2 Mio.', 120_000_000],
    ['1.250.000,50', 125_000_050],
    ['1,250,000.50', 125_000_050],
    ['1.250', 125_000],
    ['12,50', 1250],
    ['€ 3 mrd', 300_000_000_000],
    ['EUR 99', 9900],
  ])('%s is understood', (text, minor) => {
    expect(parseMoney(text, 'EUR')).toBe(minor)
  })

  it('may be empty', () => expect(parseMoney(' ', 'EUR')).toBe(null))

  it.each(['abc', '12x', '-5', '1e99', '9'.repeat(30)])('%s is refused', (text) => {
    expect(parseMoney(text, 'EUR')).toBe(undefined)
  })

  it('has as many digits after the point as its currency', () => {
    expect(parseMoney('1200', 'JPY')).toBe(1200)
    expect(moneyToType(1200, 'JPY')).toBe('1200')
    expect(moneyToType(1250, 'EUR')).toBe('12.5')
  })
})

describe('an amount as shown', () => {
  it('is short in a list', () => {
    expect(formatMoney(1_200_000, 'EUR', 'en')).toBe('€12K')
    expect(formatMoney(125_000_000, 'EUR', 'en')).toBe('€1.3M')
  })

  it('loses nothing where it is edited', () => {
    expect(formatExactMoney(125_000_000, 'EUR', 'en')).toBe('€1.25M')
    expect(formatExactMoney(12_345_600, 'EUR', 'en')).toBe('€123,456')
  })
})

describe('days', () => {
  const noonMs = new Date(2026, 2, 2, 12).getTime()

  it('are counted by the calendar, not by hours', () => {
    expect(daysFromNow('2026-03-03', noonMs)).toBe(1)
    expect(daysFromNow(new Date(2026, 2, 2, 23, 59).getTime(), noonMs)).toBe(0)
    expect(daysFromNow('2026-02-28', noonMs)).toBe(-2)
  })

  it('cross the change of the clocks as one day each', () => {
    expect(daysFromNow('2026-03-30', new Date(2026, 2, 28, 23).getTime())).toBe(2)
  })

  it('read as words, far ones as months and years', () => {
    expect([-1, 3, -70, 800].map((days) => formatRelativeDays(days, 'en'))).toEqual([
      'yesterday',
      'in 3 days',
      '2 months ago',
      'in 2 years',
    ])
  })
})
