import { describe, expect, it } from 'vitest'
import { retentionOf, tenYearValueMinor } from '../../../../db/figures/ten-year-value'

describe('tenYearValueMinor', () => {
  it.each([
    [1, 10],
    [1.1, 15.94],
    [1.2, 25.96],
    [1.3, 42.62],
    [1.4, 69.81],
  ])('retention %f gives %f times the yearly value', (retention, factor) => {
    expect(tenYearValueMinor(10_000, retention) / 10_000).toBeCloseTo(factor, 1)
  })
})

describe('retentionOf', () => {
  it('leaves expansion out of the gross figure', () => {
    const flow = { startMinor: 100, expansionMinor: 30, contractionMinor: 5, churnMinor: 5 }
    expect(retentionOf(flow)).toEqual({ gross: 0.9, net: 1.2 })
  })
  it('has no figure without a start', () => {
    const flow = { startMinor: 0, expansionMinor: 1, contractionMinor: 0, churnMinor: 0 }
    expect(retentionOf(flow)).toEqual({ gross: null, net: null })
  })
})
