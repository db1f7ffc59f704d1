import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMap, encodeMap } from '../../../../db/map-diff/map-codec'
import { normalizeMap } from '../../../../db/map-diff/map-state'
import type { MapState, SeatState } from '../../../../db/map-diff/map-state'
import { anyMap } from './map-arbitraries'

describe('a kept map', () => {
  it('reads back as the normal form of what was kept', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        expect(decodeMap(encodeMap(map))).toEqual(normalizeMap(map))
      }),
      { numRuns: 600 },
    )
  })

  it('is the same text for the same map, whatever order people, lines and gates come in', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const normal = normalizeMap(map)
        const shuffled = {
          seats: normal.seats,
          people: normal.people.toReversed(),
          lines: normal.lines.toReversed(),
          gates: normal.gates.toReversed(),
        }
        expect(encodeMap(shuffled)).toBe(encodeMap(map))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{"v":1,'],
    ['another version', '{"v":2,"w":[],"p":[],"s":[],"l":[],"g":[]}'],
    ['a word that is not there', '{"v":1,"w":[],"p":[["=a",0,0,0,0,0]],"s":[],"l":[],"g":[]}'],
    ['a value that is no stance', '{"v":1,"w":["x"],"p":[["=a",0,0,0,0,0]],"s":[],"l":[],"g":[]}'],
    ['rows of the wrong shape', '{"v":1,"w":[],"p":"all","s":[],"l":[],"g":[]}'],
  ])('that holds %s is refused, not guessed', (_what, text) => {
    expect(decodeMap(text)).toBeNull()
  })

  it('takes about 130 characters a seat', () => {
    const map = wideMap(1_000)
    expect(encodeMap(map).length / map.seats.length).toBeLessThan(140)
  })
})

function wideMap(count: number): MapState {
  const id = (kind: number, at: number) =>
    `0190b5a0-${String(kind).padStart(4, '0')}-7abc-8def-${String(at).padStart(12, '0')}`
  const seats = Array.from({ length: count }, (_, at): SeatState => ({
    id: id(1, at),
    bossId: at === 0 ? null : id(1, Math.floor((at - 1) / 6)),
    personId: id(2, at),
    title: `Head of team ${at}`,
    department: `Department ${at % 12}`,
    level: 'manager',
    headcount: 1,
    isVacant: false,
  }))
  const people = seats.map(({ personId }) => ({
    id: personId!,
    status: 'active' as const,
    stance: 'supporter' as const,
    influence: 'high' as const,
    buyIn: 'given' as const,
    isTopFive: false,
    roles: ['coach' as const],
  }))
  return { seats, people, lines: [], gates: [] }
}
