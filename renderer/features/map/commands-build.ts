import {
  primarySeat,
  refuse,
  selectedSeats,
  type CommandRun,
  type CommandScene,
} from './command-scene'
import { childrenOf, topmostOf } from './forest'
import { editDraft, editSeat, type DraftPlace } from './map-store'
import { nameSeat } from './model'

/** Commands that change who stands where. */
export const buildCommands = {
  addReport: (scene) => {
    const seat = primarySeat(scene)
    editDraft(scene.screen, { bossId: seat?.id ?? null })
  },
  addPeerAfter: (scene) => editDraft(scene.screen, placeBeside(scene, 'after')),
  addPeerBefore: (scene) => editDraft(scene.screen, placeBeside(scene, 'before')),
  insertManager: (scene) => {
    const seats = topmostOf(scene.forest, scene.screen.getState().selected)
    const first = seats[0]
    if (first === undefined) return editDraft(scene.screen, { bossId: null })
    const bossId = scene.forest.bossById.get(first) ?? null
    editDraft(scene.screen, { bossId, afterId: peerBefore(scene, first), aboveIds: seats })
  },
  promote: (scene) => {
    const seat = primarySeat(scene)
    if (!seat) return
    const bossId = scene.forest.bossById.get(seat.id) ?? null
    if (bossId === null) return refuse(scene, 'noBoss')
    const above = scene.forest.bossById.get(bossId) ?? null
    move(scene, selectedTops(scene), above, bossId)
  },
  demote: (scene) => {
    const seat = primarySeat(scene)
    if (!seat) return
    const first = selectedTops(scene)[0] ?? seat.id
    const left = peerBefore(scene, first)
    if (left === null) return refuse(scene, 'noPeer')
    move(scene, selectedTops(scene), left)
  },
  moveBefore: (scene) => reorder(scene, -1),
  moveAfter: (scene) => reorder(scene, 1),
  editText: (scene) => {
    const seat = primarySeat(scene)
    if (seat) editSeat(scene.screen, seat.id)
  },
  removeFromMap: (scene) => removeSelected(scene, false),
  removeKeepReports: (scene) => removeSelected(scene, true),
  deletePerson: (scene) => {
    const personIds = selectedSeats(scene).flatMap((seat) => (seat.person ? [seat.person.id] : []))
    if (personIds.length === 0) return refuse(scene, 'noPerson')
    scene.screen.setState({ panel: { kind: 'remove', personIds } })
  },
  undo: (scene) => {
    const { writes, say, onError } = scene
    writes.undo().then((did) => did && say('live.undone'), onError)
  },
  redo: (scene) => {
    const { writes, say, onError } = scene
    writes.redo().then((did) => did && say('live.redone'), onError)
  },
} satisfies Record<string, CommandRun>

function placeBeside(scene: CommandScene, side: 'before' | 'after'): DraftPlace {
  const seat = primarySeat(scene)
  if (!seat) return { bossId: null }
  const bossId = scene.forest.bossById.get(seat.id) ?? null
  return { bossId, afterId: side === 'after' ? seat.id : peerBefore(scene, seat.id) }
}

function peerBefore({ forest }: CommandScene, id: string): string | null {
  const peers = childrenOf(forest, forest.bossById.get(id) ?? null)
  return peers[peers.indexOf(id) - 1] ?? null
}

function selectedTops({ forest, screen }: CommandScene): readonly string[] {
  return topmostOf(forest, screen.getState().selected)
}

function move(
  scene: CommandScene,
  ids: readonly string[],
  bossId: string | null,
  afterId?: string | null,
): void {
  const { writes, forest, say, onError } = scene
  const name = forest.seatsById.get(ids[0] ?? '')
  const boss = bossId === null ? undefined : forest.seatsById.get(bossId)
  writes.move(ids, bossId, afterId).then(() => {
    if (!name) return
    if (boss) say('live.moved', { name: nameSeat(name), boss: nameSeat(boss) })
    else say('live.movedTop', { name: nameSeat(name) })
  }, onError)
}

function reorder(scene: CommandScene, by: -1 | 1): void {
  const seat = primarySeat(scene)
  if (!seat) return
  const bossId = scene.forest.bossById.get(seat.id) ?? null
  const peers = childrenOf(scene.forest, bossId)
  const at = peers.indexOf(seat.id)
  if (peers[at + by] === undefined) return
  const afterId = by === 1 ? (peers[at + 1] as string) : (peers[at - 2] ?? null)
  scene.writes.move([seat.id], bossId, afterId).catch(scene.onError)
}

function removeSelected(scene: CommandScene, keepReports: boolean): void {
  const { forest, screen, writes, say, onError } = scene
  const ids = forest.order.filter((id) => screen.getState().selected.has(id))
  const first = forest.seatsById.get(ids[0] ?? '')
  if (!first) return
  const next = nextAfterRemoval(scene, ids)
  writes.removeSeats(ids, keepReports).then(() => {
    screen.setState({ selected: new Set(next === null ? [] : [next]), primaryId: next })
    say('live.removed', { name: nameSeat(first) })
  }, onError)
}

/** Who is selected once these are gone: the peer after, the peer before, the boss. */
function nextAfterRemoval({ forest }: CommandScene, ids: readonly string[]): string | null {
  const going = new Set(ids)
  const first = ids[0] as string
  const bossId = forest.bossById.get(first) ?? null
  const peers = childrenOf(forest, bossId)
  const at = peers.indexOf(first)
  const after = peers.slice(at).find((id) => !going.has(id))
  return after ?? peers.slice(0, at).findLast((id) => !going.has(id)) ?? bossId
}
