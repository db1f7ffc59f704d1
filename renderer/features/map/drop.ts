import { childrenOf, topmostOf, wouldLoop, type Forest } from './forest'
import { nearestCard } from './hit'
import type { MapLayout } from './layout'
import { card, type Point, type Rect } from './model'
import type { SpatialIndex } from './visible'

/** What letting go here would do. The ghost draws it, the drop does it. */
export type Drop =
  | { readonly kind: 'report'; readonly bossId: string; readonly ids: readonly string[] }
  | {
      readonly kind: 'order'
      readonly bossId: string | null
      /** The peer to stand behind, null for the first place. */
      readonly afterId: string | null
      readonly ids: readonly string[]
      readonly mark: Rect
    }
  | { readonly kind: 'detach'; readonly ids: readonly string[] }
  | { readonly kind: 'dotted'; readonly toId: string; readonly ids: readonly string[] }
  | { readonly kind: 'copy'; readonly bossId: string | null; readonly ids: readonly string[] }
  | { readonly kind: 'refuse'; readonly reason: RefusalReason; readonly overId: string | null }
  | { readonly kind: 'nothing' }

/** Each has one line of text under `map.refusal.*`. */
export type RefusalReason = 'loop' | 'self' | 'alreadyThere'

export interface DropScene {
  readonly forest: Forest
  readonly layout: MapLayout
  readonly index: SpatialIndex
}

/** The part of a card's length, at each end, where a drop means "between" and not "on". */
const rim = 0.22
/** How far beside a card, in world pixels, a drop still means a place next to it. */
const reach = 28

export function findDrop(
  scene: DropScene,
  draggedIds: readonly string[],
  at: Point,
  keys: { readonly isDotted: boolean; readonly isCopy: boolean },
): Drop {
  const ids = topmostOf(scene.forest, draggedIds)
  const first = ids[0]
  if (first === undefined) return { kind: 'nothing' }
  const near = nearestCard(scene.index, at)
  if (near === null || near.distance > reach) {
    if (keys.isDotted) return { kind: 'nothing' }
    if (keys.isCopy) return { kind: 'copy', bossId: null, ids }
    const isTop = ids.every((id) => scene.forest.bossById.get(id) === null)
    return isTop ? { kind: 'nothing' } : { kind: 'detach', ids }
  }
  if (keys.isDotted) return dotTo(ids, near.id, near.distance)
  if (ids.includes(near.id)) return { kind: 'nothing' }
  if (keys.isCopy) return { kind: 'copy', bossId: near.id, ids }
  const isStacked = scene.layout.stacked.has(near.id)
  const side = sideOf(near.corner, at, isStacked)
  if (side === 'on') return reportTo(scene, ids, near.id)
  return orderBeside(scene, ids, near.id, side, isStacked)
}

function dotTo(ids: readonly string[], toId: string, distance: number): Drop {
  if (distance > 0) return { kind: 'nothing' }
  const others = ids.filter((id) => id !== toId)
  if (others.length === 0) return { kind: 'refuse', reason: 'self', overId: toId }
  return { kind: 'dotted', toId, ids: others }
}

function reportTo({ forest }: DropScene, ids: readonly string[], bossId: string): Drop {
  if (ids.some((id) => wouldLoop(forest, id, bossId))) {
    return { kind: 'refuse', reason: 'loop', overId: bossId }
  }
  if (ids.every((id) => forest.bossById.get(id) === bossId)) {
    return { kind: 'refuse', reason: 'alreadyThere', overId: bossId }
  }
  return { kind: 'report', bossId, ids }
}

function orderBeside(
  { forest, layout }: DropScene,
  ids: readonly string[],
  peerId: string,
  side: 'before' | 'after',
  isStacked: boolean,
): Drop {
  const bossId = forest.bossById.get(peerId) ?? null
  if (ids.some((id) => wouldLoop(forest, id, bossId))) {
    return { kind: 'refuse', reason: 'loop', overId: peerId }
  }
  const peers = childrenOf(forest, bossId).filter((id) => !ids.includes(id))
  const at = peers.indexOf(peerId) + (side === 'after' ? 1 : 0)
  const afterId = peers[at - 1] ?? null
  const corner = layout.positions.get(peerId) as Point
  return { kind: 'order', bossId, afterId, ids, mark: markBeside(corner, side, isStacked) }
}

function sideOf(corner: Point, at: Point, isStacked: boolean): 'before' | 'on' | 'after' {
  const part = isStacked ? (at.y - corner.y) / card.height : (at.x - corner.x) / card.width
  return part < rim ? 'before' : part > 1 - rim ? 'after' : 'on'
}

/** The bar that shows the new place, in the gap beside the peer. */
function markBeside(corner: Point, side: 'before' | 'after', isStacked: boolean): Rect {
  const thickness = 4
  if (isStacked) {
    const top = side === 'before' ? corner.y - 8 : corner.y + card.height + 4
    return { left: corner.x, right: corner.x + card.width, top, bottom: top + thickness }
  }
  const left = side === 'before' ? corner.x - 12 : corner.x + card.width + 8
  return { left, right: left + thickness, top: corner.y, bottom: corner.y + card.height }
}
