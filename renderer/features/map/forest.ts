import type { MapSeat } from './model'

/**
 * Seats as a forest. Every seat is in it exactly once: a missing boss, a seat that is its own boss
 * and a loop all become top seats, so a broken import is drawn rather than lost.
 */
export interface Forest {
  readonly seatsById: ReadonlyMap<string, MapSeat>
  readonly roots: readonly string[]
  readonly childrenById: ReadonlyMap<string, readonly string[]>
  /** The boss as drawn, null for a top seat. */
  readonly bossById: ReadonlyMap<string, string | null>
  /** Every id, bosses before their reports, peers in order. */
  readonly order: readonly string[]
}

const none: readonly string[] = []

export function buildForest(seats: readonly MapSeat[]): Forest {
  const seatsById = new Map<string, MapSeat>()
  for (const seat of seats) seatsById.set(seat.id, seat)
  const ordered = [...seatsById.values()].sort(compareSeats)
  const bossById = new Map<string, string | null>()
  const childrenById = new Map<string, string[]>()
  const roots: string[] = []
  for (const seat of ordered) {
    const isPlaced = seat.bossId !== null && seat.bossId !== seat.id && seatsById.has(seat.bossId)
    bossById.set(seat.id, isPlaced ? seat.bossId : null)
    if (!isPlaced) roots.push(seat.id)
    else addChild(childrenById, seat.bossId as string, seat.id)
  }
  const order = walkDown(roots, childrenById)
  if (order.length < ordered.length) openLoops(ordered, { roots, childrenById, bossById, order })
  return { seatsById, roots, childrenById, bossById, order }
}

export function childrenOf(forest: Forest, id: string | null): readonly string[] {
  return id === null ? forest.roots : (forest.childrenById.get(id) ?? none)
}

/** The seat and everybody below it, top first. */
export function branchOf(forest: Forest, id: string): readonly string[] {
  return walkDown([id], forest.childrenById)
}

/** Bosses of a seat, nearest first, without the seat. */
export function bossesOf(forest: Forest, id: string): readonly string[] {
  const bosses: string[] = []
  let boss = forest.bossById.get(id) ?? null
  while (boss !== null) {
    bosses.push(boss)
    boss = forest.bossById.get(boss) ?? null
  }
  return bosses
}

/** True when `bossId` is the seat itself or sits below it, so that the move would close a loop. */
export function wouldLoop(forest: Forest, seatId: string, bossId: string | null): boolean {
  if (bossId === null) return false
  return bossId === seatId || bossesOf(forest, bossId).includes(seatId)
}

/** 1 for a top seat. */
export function levelOf(forest: Forest, id: string): number {
  return bossesOf(forest, id).length + 1
}

/** Seats of a set that have no boss inside it: moving these moves the whole set. */
export function topmostOf(forest: Forest, ids: Iterable<string>): readonly string[] {
  const set = new Set(ids)
  const tops = new Set([...set].filter((id) => !bossesOf(forest, id).some((boss) => set.has(boss))))
  return forest.order.filter((id) => tops.has(id))
}

/** How many seats sit below each seat. */
export function countBranches(forest: Forest): ReadonlyMap<string, number> {
  const below = new Map<string, number>()
  for (let i = forest.order.length - 1; i >= 0; i--) {
    const id = forest.order[i] as string
    const own = below.get(id) ?? 0
    below.set(id, own)
    const boss = forest.bossById.get(id) ?? null
    if (boss !== null) below.set(boss, (below.get(boss) ?? 0) + own + 1)
  }
  return below
}

function compareSeats(a: MapSeat, b: MapSeat): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function addChild(childrenById: Map<string, string[]>, bossId: string, id: string): void {
  const list = childrenById.get(bossId)
  if (list) list.push(id)
  else childrenById.set(bossId, [id])
}

function walkDown(
  tops: readonly string[],
  childrenById: ReadonlyMap<string, readonly string[]>,
): string[] {
  const order = [...tops]
  for (let i = 0; i < order.length; i++) {
    for (const child of childrenById.get(order[i] as string) ?? none) order.push(child)
  }
  return order
}

/** Cuts each loop at its first seat in peer order and hangs the loop below it. */
function openLoops(
  ordered: readonly MapSeat[],
  forest: {
    roots: string[]
    childrenById: Map<string, string[]>
    bossById: Map<string, string | null>
    order: string[]
  },
): void {
  const seen = new Set(forest.order)
  for (const seat of ordered) {
    if (seen.has(seat.id) || !isOnLoop(seat.id, forest.bossById)) continue
    const siblings = forest.childrenById.get(forest.bossById.get(seat.id) as string) as string[]
    siblings.splice(siblings.indexOf(seat.id), 1)
    forest.bossById.set(seat.id, null)
    forest.roots.push(seat.id)
    for (const id of walkDown([seat.id], forest.childrenById)) {
      forest.order.push(id)
      seen.add(id)
    }
  }
}

function isOnLoop(id: string, bossById: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  let at = bossById.get(id) ?? null
  while (at !== null && at !== id && !seen.has(at)) {
    seen.add(at)
    at = bossById.get(at) ?? null
  }
  return at === id
}
