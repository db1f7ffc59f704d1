import { describe, expect, it } from 'vitest'
import { dueOf, rulesFor } from '../../../../db/figures/cadence'

const day = 86_400_000
const nowMs = 1000 * day

describe('dueOf', () => {
  it('is red when nobody was ever met', () => {
    expect(dueOf(null, 91, nowMs)).toEqual({ dueAtMs: nowMs, light: 'red', overdueDays: 0 })
  })
  it('is green in the interval, orange in its last fourteen days, red after it', () => {
    const lightAfter = (days: number) => dueOf(nowMs - days * day, 91, nowMs).light
    expect([0, 76, 77, 91, 92].map(lightAfter)).toEqual([
      'green',
      'green',
      'orange',
      'orange',
      'red',
    ])
  })
  it('counts the days overdue', () => {
    expect(dueOf(nowMs - 100 * day, 91, nowMs).overdueDays).toBe(9)
  })
})

describe('rulesFor', () => {
  it('adds executives from 500,000 and the chief executive from a million', () => {
    const who = (value: number) => rulesFor(value * 100).map((rule) => rule.who)
    expect([who(99_999), who(100_000), who(500_000), who(1_000_000)]).toEqual([
      [],
      ['ae'],
      ['ae', 'executive'],
      ['ae', 'executive', 'ceo'],
    ])
  })
})
