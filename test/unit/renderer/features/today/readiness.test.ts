import { describe, expect, it } from 'vitest'
import { readinessOf } from '../../../../../renderer/features/today/readiness'

describe('the readiness of a visit', () => {
  it.each([
    ['draft', 0, 0, 'nobody'],
    ['draft', 5, 0, 'notSent'],
    ['invited', 5, 4, 'waiting'],
    ['invited', 5, 5, 'ready'],
  ] as const)('%s with %i invited and %i accepted is %s', (status, invited, accepted, expected) => {
    expect(readinessOf({ status, invited, accepted })).toBe(expected)
  })
})
