import { describe, expect, it } from 'vitest'
import { heatOf, topFiveHeats } from '../../../../../renderer/features/accounts/heat'

const nowMs = Date.UTC(2026, 2, 2)
const ago = (days: number) => nowMs - days * 86_400_000

describe('the heat of a contact', () => {
  it.each([
    [ago(30), 'fresh'],
    [ago(31), 'fading'],
    [ago(90), 'fading'],
    [ago(91), 'stale'],
    [null, 'never'],
  ])('%s is %s', (atMs, heat) => expect(heatOf(atMs, nowMs)).toBe(heat))

  it('fills five dots: the warmest first, then never met, then not named', () => {
    expect(topFiveHeats([null, ago(200), ago(3)], nowMs)).toEqual([
      'fresh',
      'stale',
      'never',
      'open',
      'open',
    ])
  })
})
