import { bossesOf, childrenOf, type Forest } from './forest'
import type { MapLine } from './model'

/** A seat's own web: the seat, its bosses, its direct reports and whom its lines touch. */
export function webOf(forest: Forest, lines: readonly MapLine[], id: string): ReadonlySet<string> {
  const web = new Set([id, ...bossesOf(forest, id), ...childrenOf(forest, id)])
  for (const line of lines) {
    if (line.fromSeatId === id) web.add(line.toSeatId)
    if (line.toSeatId === id) web.add(line.fromSeatId)
  }
  return web
}
