import type { SeatLevel } from '../terms'
import { ladder, levelOfTitle } from './title-words'

export interface PlacedSeat {
  readonly id: string
  readonly bossId: string | null
  readonly title: string
  readonly level: SeatLevel
}

/** How a level is known: somebody said it, the title says it, or the place in the tree suggests it. */
export type LevelSource = 'said' | 'title' | 'tree' | 'none'

export interface InferredLevel {
  readonly level: SeatLevel
  readonly source: LevelSource
}

/**
 * The level of every seat (methods 0.11). What somebody said stands; then the words of the title;
 * then one below the boss, one above the highest report; a top of a tree of two levels or more is an
 * executive. A seat with no title, boss or report stays 'unknown'. Linear in the number of seats.
 */
export function inferLevels(seats: readonly PlacedSeat[]): ReadonlyMap<string, InferredLevel> {
  const levels = new Map<string, InferredLevel>()
  const seatsById = new Map(seats.map((seat) => [seat.id, seat]))
  for (const seat of seats) {
    if (seat.level !== 'unknown') levels.set(seat.id, { level: seat.level, source: 'said' })
    else {
      const level = levelOfTitle(seat.title)
      if (level !== null) levels.set(seat.id, { level, source: 'title' })
    }
  }
  const order = bossesFirst(seats, seatsById)
  const highest = highestReports(order, seatsById, levels)
  for (const seat of order) {
    if (levels.has(seat.id)) continue
    const boss = seat.bossId === null ? undefined : levels.get(seat.bossId)
    levels.set(seat.id, placeInTree(boss?.level, highest.get(seat.id)))
  }
  return levels
}

function placeInTree(
  boss: SeatLevel | undefined,
  highestReport: number | undefined,
): InferredLevel {
  const below = boss === undefined || boss === 'unknown' ? -1 : ladder.indexOf(boss) + 1
  if (below >= 0) return { level: stepOf(below), source: 'tree' }
  if (highestReport === undefined) return { level: 'unknown', source: 'none' }
  return {
    level: highestReport === noLevel ? 'executive' : stepOf(highestReport - 1),
    source: 'tree',
  }
}

/** A report whose own level is not known: somebody stands below, more cannot be said. */
const noLevel = Number.MAX_SAFE_INTEGER

/** The step of the highest report with a level of each boss; only known levels below count. */
function highestReports(
  order: readonly PlacedSeat[],
  seatsById: ReadonlyMap<string, PlacedSeat>,
  levels: ReadonlyMap<string, InferredLevel>,
): ReadonlyMap<string, number> {
  const highest = new Map<string, number>()
  for (const seat of order.toReversed()) {
    if (seat.bossId === null || !seatsById.has(seat.bossId)) continue
    const known = levels.get(seat.id)
    const under = highest.get(seat.id)
    const own = known
      ? ladder.indexOf(known.level as (typeof ladder)[number])
      : under === undefined || under === noLevel
        ? noLevel
        : Math.max(0, under - 1)
    highest.set(seat.bossId, Math.min(own, highest.get(seat.bossId) ?? noLevel))
  }
  return highest
}

/** Every seat once, bosses before reports; loops of a broken import are cut where they are met. */
function bossesFirst(
  seats: readonly PlacedSeat[],
  seatsById: ReadonlyMap<string, PlacedSeat>,
): PlacedSeat[] {
  const order: PlacedSeat[] = []
  const done = new Set<string>()
  for (const seat of seats) {
    const chain: PlacedSeat[] = []
    const onChain = new Set<string>()
    let next: PlacedSeat | undefined = seat
    while (next && !done.has(next.id) && !onChain.has(next.id)) {
      chain.push(next)
      onChain.add(next.id)
      next = next.bossId === null ? undefined : seatsById.get(next.bossId)
    }
    for (const each of chain.reverse()) {
      order.push(each)
      done.add(each.id)
    }
  }
  return order
}

function stepOf(step: number): SeatLevel {
  return ladder[Math.max(0, Math.min(step, ladder.length - 1))]!
}
