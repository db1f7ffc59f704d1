import type { CoverageMode } from './modes'
import { heatOf, type GridCell } from './grid'

/** How a cell is tinted: by the best of what is known there; null = nobody known or never met. */
export type Tint = 'good' | 'fair' | 'poor'

export function tintOf(cell: GridCell, mode: CoverageMode, nowMs: number): Tint | null {
  const known = cell.places.filter(({ state }) => state === 'known')
  if (known.length === 0) return null
  switch (mode) {
    case 'contact': {
      const heats = new Set(known.map((place) => heatOf(place, nowMs)))
      if (heats.has('fresh')) return 'good'
      return heats.has('fading') ? 'fair' : heats.has('stale') ? 'poor' : null
    }
    case 'stance': {
      const sum = known.reduce((total, { stance }) => total + weights[stance], 0)
      if (known.every(({ stance }) => stance === 'unknown')) return null
      return sum > 0 ? 'good' : sum < 0 ? 'poor' : 'fair'
    }
    case 'coverage': {
      const best = Math.max(...known.map(({ coverage }) => depths[coverage]))
      return best < 0 ? null : best >= 2 ? 'good' : best === 1 ? 'fair' : 'poor'
    }
  }
}

const weights = {
  champion: 2,
  supporter: 1,
  neutral: 0,
  unknown: 0,
  non_supporter: -1,
  opponent: -2,
} as const

/** Steps of coverage: -1 = nobody said. */
export const depths = { unknown: -1, no_contact: 0, brief: 1, multiple: 2, in_depth: 3 } as const
