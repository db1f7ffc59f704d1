import { describe, expect, it } from 'vitest'
import type { CoveragePlace } from '../../../../../db/views/coverage'
import {
  cellKey,
  filterPlaces,
  guessBoss,
  heatOf,
  makeGrid,
} from '../../../../../renderer/features/coverage/grid'
import { tintOf } from '../../../../../renderer/features/coverage/tint'

const nowMs = Date.UTC(2026, 10, 21)
const dayMs = 86_400_000

describe('the grid of levels and departments', () => {
  it('has a row per level and a column per department, the largest first, none last', () => {
    const grid = makeGrid([
      place('a', { department: 'IT', level: 'director' }),
      place('b', { department: ' it ', level: 'staff' }),
      place('c', { department: 'Finance', level: 'executive' }),
      place('d', { department: '', level: 'unknown' }),
    ])
    expect(grid.departments).toEqual(['IT', 'Finance', ''])
    expect(grid.levels).toEqual([
      'executive',
      'vice_president',
      'director',
      'manager',
      'staff',
      'unknown',
    ])
    expect([grid.known, grid.all]).toEqual([3, 10])
  })

  it('calls a cell a gap when nobody active is known there, an open seat included', () => {
    const grid = makeGrid([
      place('a', { department: 'IT', level: 'director', state: 'vacant' }),
      place('b', { department: 'IT', level: 'staff' }),
      place('c', { department: '', level: 'staff' }),
    ])
    const isGap = (level: CoveragePlace['level'], department: string) =>
      grid.cells.get(cellKey(level, department))!.isGap
    expect(isGap('director', 'IT')).toBe(true)
    expect(isGap('executive', 'it')).toBe(true)
    expect(isGap('staff', 'IT')).toBe(false)
    expect(isGap('executive', '')).toBe(false)
  })

  it('puts the top five first, then known people by last contact, then open seats', () => {
    const grid = makeGrid([
      place('open', { state: 'unknown' }),
      place('old', { lastContactAtMs: nowMs - 90 * dayMs }),
      place('new', { lastContactAtMs: nowMs - dayMs }),
      place('top', { isTopFive: true }),
    ])
    const names = grid.cells.get(cellKey('staff', 'IT'))!.places.map(({ name }) => name)
    expect(names).toEqual(['top', 'new', 'old', 'open'])
  })

  it('is filtered by text without accents, by top five, by last contact and by gaps', () => {
    const places = [
      place('Łucja Wójcik', { isTopFive: true, lastContactAtMs: nowMs }),
      place('Jan', { title: 'Leiter Einkauf', lastContactAtMs: nowMs - 91 * dayMs }),
      place('Open', { state: 'vacant' }),
    ]
    const names = (text: string, show: 'all' | 'topFive' | 'notMet' | 'gaps') =>
      filterPlaces(places, { text, show }, nowMs).map(({ name }) => name)
    expect(names('lucja woj', 'all')).toEqual(['Łucja Wójcik'])
    expect(names('einkauf', 'all')).toEqual(['Jan'])
    expect(names('', 'topFive')).toEqual(['Łucja Wójcik'])
    expect(names('', 'notMet')).toEqual(['Jan'])
    expect(names('', 'gaps')).toEqual(['Open'])
    expect(names('nobody', 'all')).toEqual([])
  })
})

describe('heat', () => {
  it('goes from fresh over fading and stale to never', () => {
    const heats = [0, 30, 31, 90, 91, null].map((days) =>
      heatOf(place('a', { lastContactAtMs: days === null ? null : nowMs - days * dayMs }), nowMs),
    )
    expect(heats).toEqual(['fresh', 'fresh', 'fading', 'fading', 'stale', 'never'])
  })

  it('tints a cell by the best that is known there, and a gap not at all', () => {
    const tint = (mode: 'contact' | 'stance' | 'coverage', ...places: CoveragePlace[]) =>
      tintOf(
        [...makeGrid(places).cells.values()].find(({ level }) => level === 'staff')!,
        mode,
        nowMs,
      )
    const met = place('met', { lastContactAtMs: nowMs - dayMs, stance: 'opponent' })
    const friend = place('friend', { stance: 'champion', coverage: 'brief' })
    expect(tint('contact', met, friend)).toBe('good')
    expect(tint('contact', friend)).toBeNull()
    expect(tint('stance', met)).toBe('poor')
    expect(tint('stance', met, friend)).toBe('fair')
    expect(tint('coverage', friend, met)).toBe('fair')
    expect(tint('contact', place('open', { state: 'vacant' }))).toBeNull()
  })
})

describe('who a new seat reports to', () => {
  const boss = place('Boss', { level: 'executive', department: 'Board' })
  const head = place('Head', { level: 'director', department: 'IT' })

  it('is the nearest level above in the department, else the top', () => {
    const places = [boss, head]
    expect(guessBoss(places, 'staff', 'it')?.name).toBe('Head')
    expect(guessBoss(places, 'staff', 'Finance')?.name).toBe('Boss')
    expect(guessBoss(places, 'executive', 'IT')).toBeNull()
  })
})

function place(name: string, rest: Partial<CoveragePlace> = {}): CoveragePlace {
  return {
    seatId: name,
    personId: rest.state === undefined || rest.state === 'known' ? name : null,
    name,
    title: '',
    department: 'IT',
    level: 'staff',
    levelSource: 'said',
    state: 'known',
    headcount: 1,
    stance: 'unknown',
    stanceAtMs: null,
    influence: 'unknown',
    coverage: 'unknown',
    roles: [],
    isTopFive: false,
    lastContactAtMs: null,
    lastModality: null,
    ...rest,
  }
}
