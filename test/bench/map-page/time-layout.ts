import { buildForest } from '../../../renderer/features/map/forest'
import { layoutMap } from '../../../renderer/features/map/layout'
import { makePeople } from './people'

/** The tree and its layout from plain rows: the first time, and the median of 25, ms. */
export function timeLayout(count: number): { firstMs: number; medianMs: number } {
  const seats = makePeople(count).map(({ id, bossId, title }, i) => ({
    id,
    bossId,
    rank: String(i).padStart(6, '0'),
    title,
    department: '',
    level: 'unknown' as const,
    headcount: 1,
    isVacant: false,
    person: null,
  }))
  const times = Array.from({ length: 25 }, () => {
    const startMs = performance.now()
    layoutMap(buildForest(seats))
    return performance.now() - startMs
  })
  const [firstMs = 0] = times
  return { firstMs, medianMs: times.sort((a, b) => a - b)[12] ?? 0 }
}
