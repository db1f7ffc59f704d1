import { describe, expect, it } from 'vitest'
import { formatTable } from '../../../build/bench.mjs'

describe('the table of measures', () => {
  it('holds the limit against the ratio where there is one, else against the value', () => {
    const table = formatTable([
      { name: 'cold start', value: 900, unit: 'ms', peer: 700, ratio: 1.286, limit: 1.5 },
      { name: 'commit', value: 3, unit: 'ms', peer: 1, ratio: 3, limit: 2.5 },
      { name: 'round trip', value: 1.234, unit: 'ms', limit: 2, note: 'half of 1,000' },
      { name: 'layout', value: 17.04, unit: 'ms', limit: 16 },
      { name: 'people', value: 5000, unit: 'rows' },
    ])
    expect(table.split('\n')).toEqual([
      'measured    value      peer     ratio  limit',
      'cold start  900 ms     700 ms   1.29x  1.5x',
      'commit      3.00 ms    1.00 ms  3.00x  2.5x   OVER',
      'round trip  1.23 ms                    2 ms         half of 1,000',
      'layout      17.0 ms                    16 ms  OVER',
      'people      5000 rows',
      '',
      '2 of 4 within their limit',
    ])
  })
})
