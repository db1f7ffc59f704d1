import { seatLevels, type SeatLevel } from '../../../db/terms'
import type { CoveragePlace } from '../../../db/views/coverage'
import type { Heat } from '../../ui/heat-dot'

const dayMs = 86_400_000

/** Rows from the top down; unknown last. */
const rows: readonly SeatLevel[] = [...seatLevels.filter((level) => level !== 'unknown'), 'unknown']

export interface GridCell {
  readonly level: SeatLevel
  readonly department: string
  readonly places: readonly CoveragePlace[]
  /** Nobody active is known here. */
  readonly isGap: boolean
}

export interface Grid {
  /** As they are spelled first; '' = no department, always last. */
  readonly departments: readonly string[]
  readonly levels: readonly SeatLevel[]
  readonly cells: ReadonlyMap<string, GridCell>
  /** Cells of levels and departments that are named. */
  readonly known: number
  readonly all: number
}

export const gridShows = ['all', 'topFive', 'notMet', 'gaps'] as const
export type GridShow = (typeof gridShows)[number]

export interface GridFilter {
  readonly text: string
  readonly show: GridShow
}

/** Days without contact after which somebody counts as not met lately (one quarter). */
export const notMetDays = 90

export function makeGrid(places: readonly CoveragePlace[]): Grid {
  const spelled = new Map<string, { label: string; people: number }>()
  for (const { department } of places) {
    const key = departmentKey(department)
    const column = spelled.get(key)
    if (column) column.people += 1
    else spelled.set(key, { label: department, people: 1 })
  }
  const departments = [...spelled]
    .sort(
      ([a, left], [b, right]) =>
        Number(a === '') - Number(b === '') || right.people - left.people || (a < b ? -1 : 1),
    )
    .map(([, { label }]) => label)
  const byCell = new Map<string, CoveragePlace[]>()
  for (const place of places) {
    const key = cellKey(place.level, place.department)
    const cell = byCell.get(key)
    if (cell) cell.push(place)
    else byCell.set(key, [place])
  }
  const levels = rows.filter(
    (level) => level !== 'unknown' || places.some((place) => place.level === 'unknown'),
  )
  const cells = new Map<string, GridCell>()
  let known = 0
  let all = 0
  for (const level of levels)
    for (const department of departments) {
      const key = cellKey(level, department)
      const inCell = [...(byCell.get(key) ?? [])].sort(compareForCell)
      const isKnown = inCell.some(({ state }) => state === 'known')
      const counts = level !== 'unknown' && department !== ''
      if (counts) all += 1
      if (counts && isKnown) known += 1
      cells.set(key, { level, department, places: inCell, isGap: counts && !isKnown })
    }
  return { departments, levels, cells, known, all }
}

export function cellKey(level: SeatLevel, department: string): string {
  return `${level} ${departmentKey(department)}`
}

/** The places a filter leaves; open seats count as gaps. */
export function filterPlaces(
  places: readonly CoveragePlace[],
  { text, show }: GridFilter,
  nowMs: number,
): readonly CoveragePlace[] {
  const needle = fold(text.trim())
  return places.filter((place) => {
    if (needle !== '' && !fold(`${place.name} ${place.title} ${place.department}`).includes(needle))
      return false
    switch (show) {
      case 'all':
        return true
      case 'topFive':
        return place.isTopFive
      case 'notMet':
        return (
          place.state === 'known' &&
          (daysAgo(place.lastContactAtMs, nowMs) ?? Infinity) > notMetDays
        )
      case 'gaps':
        return place.state !== 'known'
    }
  })
}

/** Whole days since; null = never. */
export function daysAgo(atMs: number | null, nowMs: number): number | null {
  return atMs === null ? null : Math.max(0, Math.floor((nowMs - atMs) / dayMs))
}

/** Within 30 days, within a quarter, longer ago, never. */
export function heatOf(place: CoveragePlace, nowMs: number): Heat {
  if (place.state !== 'known') return 'open'
  const days = daysAgo(place.lastContactAtMs, nowMs)
  if (days === null) return 'never'
  return days <= 30 ? 'fresh' : days <= notMetDays ? 'fading' : 'stale'
}

/**
 * Who a new seat of a cell most likely reports to: the nearest level above in the same department,
 * else the nearest level above anywhere; null where nobody stands above.
 */
export function guessBoss(
  places: readonly CoveragePlace[],
  level: SeatLevel,
  department: string,
): CoveragePlace | null {
  const at = rows.indexOf(level)
  const above = places
    .filter((place) => place.seatId !== null && place.level !== 'unknown')
    .filter((place) => rows.indexOf(place.level) < at)
    .sort((a, b) => rows.indexOf(b.level) - rows.indexOf(a.level))
  const same = above.find((place) => departmentKey(place.department) === departmentKey(department))
  return (
    same ?? above.toReversed().find(({ level: top }) => top === 'executive') ?? above[0] ?? null
  )
}

function compareForCell(a: CoveragePlace, b: CoveragePlace): number {
  return (
    Number(b.isTopFive) - Number(a.isTopFive) ||
    Number(b.state === 'known') - Number(a.state === 'known') ||
    (b.lastContactAtMs ?? 0) - (a.lastContactAtMs ?? 0) ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  )
}

function departmentKey(department: string): string {
  return department.trim().replace(/\s+/g, ' ').toLowerCase()
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '')
}
