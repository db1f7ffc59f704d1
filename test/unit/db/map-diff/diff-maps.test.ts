import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countChanges, diffMaps } from '../../../../db/map-diff/diff-maps'
import { normalizeMap } from '../../../../db/map-diff/map-state'
import type { MapState, PersonState, SeatState } from '../../../../db/map-diff/map-state'
import { summarizeDiff } from '../../../../db/map-diff/summary'
import { languages } from '../../../../db/terms'
import { anyMap } from './map-arbitraries'

describe('the difference of two maps', () => {
  it('is nothing for the same map', () => {
    fc.assert(
      fc.property(anyMap, (any) => {
        const map = normalizeMap(any)
        expect(countChanges(diffMaps(map, map))).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  it('turns round when before and after change places', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        const there = diffMaps(normalizeMap(a), normalizeMap(b))
        const back = diffMaps(normalizeMap(b), normalizeMap(a))
        const lines = (list: readonly unknown[]) => JSON.stringify(list)
        expect(lines(back.linesAdded)).toBe(lines(there.linesRemoved))
        expect(lines(back.linesRemoved)).toBe(lines(there.linesAdded))
        expect(back.seatsAdded.length).toBe(there.seatsRemoved.length)
        expect(back.moved.length).toBe(there.moved.length)
        expect(back.titles.length).toBe(there.titles.length)
        expect(back.gates.length).toBe(there.gates.length)
      }),
      { numRuns: 300 },
    )
  })

  it('says something in every language for any two maps that differ', () => {
    fc.assert(
      fc.property(anyMap, anyMap, (a, b) => {
        const diff = diffMaps(normalizeMap(a), normalizeMap(b))
        for (const language of languages)
          expect(summarizeDiff(diff, new Map(), language)).toMatch(/^\P{Ll}[^{}]+$/su)
      }),
      { numRuns: 200 },
    )
  })

  it('tells who came, changed and which gate opened, in one sentence', () => {
    const before = map(
      [seat('cio', null, 'anna'), seat('it', 'cio', 'jan')],
      [person('anna', { stance: 'neutral' }), person('jan')],
    )
    const after: MapState = {
      ...map(
        [
          seat('cio', null, 'anna'),
          seat('it', 'cio', 'jan'),
          seat('buy', 'cio', 'eva', { title: 'Head of purchasing' }),
          seat('law', 'cio', 'tom'),
        ],
        [person('anna', { stance: 'supporter' }), person('jan'), person('eva'), person('tom')],
      ),
      gates: [{ kind: 'cio', status: 'passed', personId: 'anna' }],
    }
    const diff = diffMaps(before, after)
    expect(diff.appeared.map(({ personId }) => personId)).toEqual(['eva', 'tom'])
    expect(summarizeDiff(diff, names, 'en')).toBe(
      '2 new people, Anna: neutral → supporter, CIO gate opened',
    )
    expect(summarizeDiff(diff, names, 'de')).toBe(
      '2 neue Personen, Anna: neutral → Unterstützer, Freigabe CIO erteilt',
    )
    expect(summarizeDiff(diff, names, 'nl')).toBe(
      '2 nieuwe personen, Anna: neutraal → voorstander, goedkeuring CIO binnen',
    )
    expect(summarizeDiff(diff, names, 'pl')).toBe(
      '2 nowe osoby, Anna: neutralny → zwolennik, zgoda uzyskana: CIO',
    )
  })

  it('tells a new boss, a vacant seat and a person in another seat apart', () => {
    const before = map(
      [
        seat('cio', null, 'anna', { title: 'CIO' }),
        seat('it', 'cio', 'jan', { title: 'Head of IT' }),
        seat('dev', 'it', 'eva', { title: 'Head of development' }),
      ],
      [person('anna'), person('jan'), person('eva')],
    )
    const after = map(
      [
        seat('cio', null, 'jan', { title: 'CIO' }),
        seat('it', 'cio', null, { title: 'Head of IT', isVacant: true }),
        seat('dev', 'cio', 'eva', { title: 'Head of software' }),
      ],
      [person('anna', { status: 'left' }), person('jan'), person('eva')],
    )
    const diff = diffMaps(before, after)
    expect(diff).toMatchObject({
      left: [{ personId: 'anna', title: 'CIO', why: 'left_company' }],
      changedSeat: [{ personId: 'jan', title: 'CIO', fromTitle: 'Head of IT' }],
      vacated: [{ seatId: 'it' }],
      moved: [{ seatId: 'dev', from: { seatId: 'it' }, to: { seatId: 'cio' } }],
      titles: [{ seatId: 'dev', from: 'Head of development', to: 'Head of software' }],
    })
    expect(summarizeDiff(diff, names, 'en')).toBe(
      'Anna left, Eva now reports to Jan, 1 seat is vacant now, 2 new titles',
    )
  })

  it('tells off the map from deleted', () => {
    const before = map(
      [seat('a', null, 'anna'), seat('b', 'a', 'jan')],
      [person('anna'), person('jan')],
    )
    const after = map([seat('a', null, null)], [person('jan')])
    expect(diffMaps(before, after).left).toMatchObject([
      { personId: 'anna', why: 'deleted' },
      { personId: 'jan', why: 'off_map' },
    ])
  })

  it('names no one who was erased since', () => {
    const before = map([seat('a', null, 'anna')], [person('anna')])
    const after = map([seat('a', null, 'anna')], [person('anna', { stance: 'opponent' })])
    const sentence = summarizeDiff(diffMaps(before, after), new Map(), 'en')
    expect(sentence).toBe('Somebody: opponent')
  })

  it('closes the gap of a level and of a buying role', () => {
    const finance = { department: 'Finance', title: 'CFO' }
    const before = map([seat('cfo', null, null, finance)], [person('jan', { roles: ['champion'] })])
    const after = map(
      [seat('cfo', null, 'anna', finance)],
      [person('jan', { roles: ['champion'] }), person('anna', { roles: ['economic_buyer'] })],
    )
    const { gapsClosed, gapsOpened } = diffMaps(before, after)
    expect(gapsClosed).toEqual([
      { kind: 'cell', level: 'executive', department: 'Finance' },
      { kind: 'role', role: 'economic_buyer' },
    ])
    expect(gapsOpened).toEqual([])
  })

  it('counts what does not fit in the sentence', () => {
    const people = ['anna', 'jan', 'eva', 'tom']
    const before = map(
      people.map((id) => seat(`s${id}`, null, id)),
      people.map((id) => person(id, { stance: 'neutral' })),
    )
    const after = map(
      people.map((id) => seat(`s${id}`, null, id)),
      people.map((id) => person(id, { stance: 'opponent', roles: ['legal'] })),
    )
    expect(summarizeDiff(diffMaps(before, after), names, 'en')).toBe(
      'Anna: neutral → opponent, Jan: neutral → opponent, 2 more opinions, 4 changes of buying roles',
    )
  })
})

const names = new Map([
  ['anna', 'Anna'],
  ['jan', 'Jan'],
  ['eva', 'Eva'],
  ['tom', 'Tom'],
])

function map(seats: SeatState[], people: PersonState[]): MapState {
  return normalizeMap({ seats, people, lines: [], gates: [] })
}

function seat(
  id: string,
  bossId: string | null,
  personId: string | null,
  rest: Partial<SeatState> = {},
): SeatState {
  const plain = { title: '', department: '', level: 'unknown', headcount: 1 } as const
  return { ...plain, id, bossId, personId, isVacant: false, ...rest }
}

function person(id: string, rest: Partial<PersonState> = {}): PersonState {
  const unknown = { stance: 'unknown', influence: 'unknown', buyIn: 'unknown' } as const
  return { ...unknown, id, status: 'active', isTopFive: false, roles: [], ...rest }
}
