import type { MapDiff, Who } from '../../../db/map-diff/diff-maps'
import type { MapMark } from '../../app/map-picture'

/** Marks for the cards of one side: before shows who will go, after shows who is new. */
export function marksOf(diff: MapDiff, side: 'before' | 'after'): ReadonlyMap<string, MapMark> {
  const marks = new Map<string, MapMark>()
  const mark = (entries: readonly Who[], as: MapMark) => {
    for (const { seatId } of entries) if (seatId !== null) marks.set(seatId, as)
  }
  mark([...diff.opinions, ...diff.roles, ...diff.topFive], 'changed')
  mark([...diff.moved, ...diff.titles, ...diff.departments, ...diff.changedSeat], 'changed')
  mark(diff.vacated, 'changed')
  if (side === 'before') mark([...diff.left, ...diff.seatsRemoved], 'gone')
  else mark([...diff.appeared, ...diff.seatsAdded], 'new')
  return marks
}
