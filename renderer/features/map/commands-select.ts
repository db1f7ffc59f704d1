import { primarySeat, type CommandRun, type CommandScene } from './command-scene'
import { branchOf, childrenOf } from './forest'
import { selectOnly } from './map-store'
import { neighbourOf, type Direction } from './navigate'

/** Commands that choose what the next key acts on. */
export const selectCommands = {
  goUp: (scene) => go(scene, 'up'),
  goDown: (scene) => go(scene, 'down'),
  goLeft: (scene) => go(scene, 'left'),
  goRight: (scene) => go(scene, 'right'),
  goTop: (scene) => {
    const top = scene.forest.roots[0]
    if (top !== undefined) selectAndShow(scene, [top])
  },
  selectManager: (scene) => {
    const seat = primarySeat(scene)
    const bossId = seat ? (scene.forest.bossById.get(seat.id) ?? null) : null
    if (bossId !== null) selectAndShow(scene, [bossId])
  },
  selectReports: (scene) => {
    const seat = primarySeat(scene)
    if (!seat) return
    const reports = childrenOf(scene.forest, seat.id).filter((id) => scene.layout.positions.has(id))
    if (reports.length > 0) selectAndShow(scene, reports, reports[0])
  },
  selectPeers: (scene) => {
    const { forest, layout, screen } = scene
    const seat = primarySeat(scene)
    const visible = forest.order.filter((id) => layout.positions.has(id))
    if (!seat) return selectOnly(screen, visible)
    const peers = childrenOf(forest, forest.bossById.get(seat.id) ?? null)
    const { selected } = screen.getState()
    const hasAll = peers.length === selected.size && peers.every((id) => selected.has(id))
    selectOnly(screen, hasAll ? visible : peers, seat.id)
  },
  selectBranch: (scene) => {
    const seat = primarySeat(scene)
    if (seat) selectOnly(scene.screen, branchOf(scene.forest, seat.id), seat.id)
  },
} satisfies Record<string, CommandRun>

function go(scene: CommandScene, direction: Direction): void {
  const seat = primarySeat(scene)
  if (!seat) return selectCommands.goTop(scene)
  const next = neighbourOf(scene.layout, seat.id, direction)
  if (next !== null) selectAndShow(scene, [next])
}

function selectAndShow(scene: CommandScene, ids: readonly string[], primaryId?: string): void {
  selectOnly(scene.screen, ids, primaryId)
  scene.canvas?.reveal(primaryId ?? (ids[0] as string))
}
