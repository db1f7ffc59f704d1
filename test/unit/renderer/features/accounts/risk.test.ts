import { describe, expect, it } from 'vitest'
import { risksOf } from '../../../../../renderer/features/accounts/risk'

const nowMs = Date.UTC(2026, 2, 2, 9)
const dayMs = 86_400_000
const calm = {
  status: 'customer',
  valueNowMinor: 50,
  potentialValueMinor: 100,
  renewalDate: null,
  customerSince: null,
  lastContactAtMs: nowMs - 5 * dayMs,
  people: 3,
} as const

describe('risks', () => {
  it('are none for a customer who was met lately', () => {
    expect(risksOf(calm, nowMs)).toEqual([])
  })

  it('[methods 0.4] tell an experiment by its share of the potential', () => {
    expect(risksOf({ ...calm, valueNowMinor: 9 }, nowMs)).toEqual([
      { kind: 'experiment', percent: 9 },
    ])
    expect(risksOf({ ...calm, valueNowMinor: 10 }, nowMs)).toEqual([])
  })

  it('[methods 0.3] mark the third year', () => {
    expect(risksOf({ ...calm, customerSince: '2024-01-15' }, nowMs)).toEqual([
      { kind: 'thirdYear', months: 25 },
    ])
    expect(risksOf({ ...calm, customerSince: '2025-06-15' }, nowMs)).toEqual([])
  })

  it('tell a near renewal and one that has passed', () => {
    expect(risksOf({ ...calm, renewalDate: '2026-03-12' }, nowMs)).toEqual([
      { kind: 'renewal', days: 10 },
    ])
    expect(risksOf({ ...calm, renewalDate: '2026-02-20' }, nowMs)).toEqual([
      { kind: 'overdue', days: 10 },
    ])
  })

  it('tell nobody known, nobody met and quiet apart', () => {
    expect(risksOf({ ...calm, people: 0, lastContactAtMs: null }, nowMs)).toEqual([
      { kind: 'nobody' },
    ])
    expect(risksOf({ ...calm, lastContactAtMs: null }, nowMs)).toEqual([{ kind: 'neverMet' }])
    expect(risksOf({ ...calm, lastContactAtMs: nowMs - 91 * dayMs }, nowMs)).toEqual([
      { kind: 'quiet', days: 91 },
    ])
  })

  it('of a lost account are none: it is not ours to lose', () => {
    const lost = { ...calm, status: 'lost', people: 0, lastContactAtMs: null } as const
    expect(risksOf(lost, nowMs)).toEqual([])
  })
})
