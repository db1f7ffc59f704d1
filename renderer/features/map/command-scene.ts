import type { Forest } from './forest'
import type { MapLayout } from './layout'
import type { MapCanvasHandle } from './map-canvas'
import type { MapScreenStore } from './map-store'
import type { MapSeat } from './model'
import type { MapWrites } from './writes'

/** What a command may look at and do. Made anew for each key, so that nothing is out of date. */
export interface CommandScene {
  readonly forest: Forest
  readonly layout: MapLayout
  readonly screen: MapScreenStore
  readonly writes: MapWrites
  readonly canvas: MapCanvasHandle | null
  /** Wishes that other parts of the app fulfil: a note, the palette, the agenda ... */
  readonly ask: (wish: OutsideWish, seats: readonly MapSeat[]) => void
  /** Puts a rejected write into one line. */
  readonly onError: (error: unknown) => void
  readonly say: (key: string, values?: Record<string, unknown>) => void
}

export type OutsideWish = 'invite' | 'meeting' | 'palette' | 'outline' | 'nextPane' | 'saved'

export type CommandRun = (scene: CommandScene) => void

/** The seat that keys act from, or null. */
export function primarySeat({ forest, screen }: CommandScene): MapSeat | null {
  const { primaryId } = screen.getState()
  return primaryId === null ? null : (forest.seatsById.get(primaryId) ?? null)
}

/** The selected seats that (still) exist, in map order. */
export function selectedSeats({ forest, screen }: CommandScene): readonly MapSeat[] {
  const { selected } = screen.getState()
  return forest.order.filter((id) => selected.has(id)).map((id) => forest.seatsById.get(id)!)
}

export function refuse({ screen }: CommandScene, reason: string): void {
  screen.setState({ refusal: reason })
}
