import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Clock } from '../../../sync/clock'
import {
  correctStampMs,
  formatStamp,
  makeNode,
  maxClockMs,
  parseStamp,
  receiveTime,
  tickClock,
} from '../../../sync/clock'

const start: Clock = { ms: 1_000, counter: 0, node: 'abcdefgh' }

describe('clock', () => {
  test('gives stamps that sort bytewise however the wall clock jumps [C1, C2]', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e13, max: 1e14 })), (times) => {
        let clock = start
        const stamps = times.map((time) => {
          clock = tickClock(clock, time)
          return formatStamp(clock)
        })
        expect(stamps).toEqual([...new Set(stamps)].sort())
      }),
    )
  })

  test('takes the next millisecond when a millisecond is full [C2]', () => {
    expect(tickClock({ ...start, counter: 0xffff }, 0)).toEqual({ ...start, ms: 1_001, counter: 0 })
  })

  test('survives a time that is none [C3]', () => {
    expect(tickClock(start, Number.NaN).ms).toBe(1_000)
    expect(tickClock(start, Number.POSITIVE_INFINITY).ms).toBe(1_000)
    expect(tickClock(start, 1e300).ms).toBe(maxClockMs)
  })

  test('follows a remote time no further than the server has come [C3]', () => {
    expect(receiveTime(start, 9_000_000, 5_000).ms).toBe(5_000)
    expect(receiveTime(start, 500, 5_000)).toEqual(start)
  })

  test('reads back what it wrote and nothing else', () => {
    expect(parseStamp(formatStamp(start))).toEqual(start)
    for (const text of ['', 'x', '0000000003e8-0000-abcdefg', '0000000003E8-0000-abcdefgh'])
      expect(parseStamp(text)).toBe(null)
  })

  test('moves a stamp by the difference of the clocks, never beyond now [C5]', () => {
    expect(correctStampMs(1_000, 2_000, 10_000)).toBe(9_000)
    expect(correctStampMs(99_000, 2_000, 10_000)).toBe(10_000)
    expect(correctStampMs(0, 99_000, 10_000)).toBe(0)
  })

  test('makes node names of eight characters', () => {
    expect(makeNode(() => 0.999)).toBe('zzzzzzzz')
    expect(parseStamp(formatStamp({ ...start, node: makeNode(Math.random) }))).not.toBe(null)
  })
})
