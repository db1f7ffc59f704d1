import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AttributeChange } from './attributes'
import type { Drop } from './drop'
import type { LineKind, Point } from './model'

/**
 * Screen state of one open map. It never holds rows: ids only, and what has no meaning once the
 * window is closed. The viewport is not here either: it moves every frame and lives in MapCanvas.
 */
export interface MapScreen {
  readonly selected: ReadonlySet<string>
  /** The card that keys act from and the focus ring shows; one of `selected`, or null. */
  readonly primaryId: string | null
  readonly edit: MapEdit | null
  readonly draftCount: number
  /** A card is on its way to the store: keys wait, because they are meant for it. */
  readonly isCommitting: boolean
  /** The seat that took the place of the last draft, so that the eye finds it where it was typed. */
  readonly heir: { readonly draftId: string; readonly seatId: string } | null
  readonly folded: ReadonlySet<string>
  /** Only this branch is shown; null = the whole map. */
  readonly isolatedId: string | null
  /** Keys of a begun sequence such as R. */
  readonly pending: readonly string[]
  readonly lastChange: AttributeChange | null
  readonly isSafe: boolean
  readonly heat: Heat
  readonly filter: string
  readonly panel: MapPanel
  /** What letting go of the dragged cards would do, with where the hand is (screen pixels). */
  readonly drag: { readonly drop: Drop; readonly at: Point; readonly ids: readonly string[] } | null
  readonly marquee: { readonly from: Point; readonly to: Point } | null
  /** One line of what was refused and why; a key of `map.refusal`. */
  readonly refusal: string | null
  /** What the live region says. */
  readonly spoken: string
}

export type Heat = 'stance' | 'contact' | 'influence'

export type MapEdit =
  /** `session` is the same for cards typed in one go: the field keeps what was typed ahead. */
  | {
      readonly kind: 'seat'
      readonly session: number
      readonly seatId: string
      /** What the field holds at first, when it is not the card's own text. */
      readonly text?: string
    }
  | {
      readonly kind: 'draft'
      readonly session: number
      readonly draftId: string
      readonly place: DraftPlace
      readonly text?: string
    }

/** Where a new card goes. Left-out `afterId` means last, null means first. */
export interface DraftPlace {
  readonly bossId: string | null
  readonly afterId?: string | null | undefined
  /** The seats that will report to the new one ("insert manager"). */
  readonly aboveIds?: readonly string[]
  readonly isWalkIn?: boolean
}

export type MapPanel =
  | { readonly kind: 'none' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'find' }
  | { readonly kind: 'export' }
  | { readonly kind: 'line'; readonly line: LineKind; readonly fromIds: readonly string[] }
  | { readonly kind: 'topFive'; readonly personId: string }
  | { readonly kind: 'remove'; readonly personIds: readonly string[] }
  | { readonly kind: 'jot'; readonly jot: Jot; readonly personIds: readonly string[] }

/** What can be written down about people without leaving the map. */
export type Jot = 'note' | 'action' | 'sighting' | 'need'

export type MapScreenStore = StoreApi<MapScreen>

export const noPanel: MapPanel = { kind: 'none' }

export function createMapStore(folded: ReadonlySet<string> = new Set()): MapScreenStore {
  return createStore<MapScreen>(() => ({
    selected: new Set(),
    primaryId: null,
    edit: null,
    draftCount: 0,
    isCommitting: false,
    heir: null,
    folded,
    isolatedId: null,
    pending: [],
    lastChange: null,
    isSafe: false,
    heat: 'stance',
    filter: '',
    panel: noPanel,
    drag: null,
    marquee: null,
    refusal: null,
    spoken: '',
  }))
}

export function selectOnly(
  screen: MapScreenStore,
  ids: Iterable<string>,
  primaryId?: string,
): void {
  const selected = new Set(ids)
  const primary = primaryId ?? [...selected].at(-1) ?? null
  screen.setState({ selected, primaryId: primary, pending: [], refusal: null })
}

export function toggleSelected(screen: MapScreenStore, id: string): void {
  const selected = new Set(screen.getState().selected)
  if (!selected.delete(id)) selected.add(id)
  screen.setState({
    selected,
    primaryId: selected.has(id) ? id : ([...selected].at(-1) ?? null),
    pending: [],
    refusal: null,
  })
}

export function toggleFolded(screen: MapScreenStore, ids: Iterable<string>): void {
  const folded = new Set(screen.getState().folded)
  for (const id of ids) if (!folded.delete(id)) folded.add(id)
  screen.setState({ folded })
}

/** Unfolds whatever hides a seat. */
export function unfoldTo(screen: MapScreenStore, bosses: readonly string[]): void {
  const { folded } = screen.getState()
  if (!bosses.some((id) => folded.has(id))) return
  screen.setState({ folded: new Set([...folded].filter((id) => !bosses.includes(id))) })
}

/** Puts the text cursor into a card. */
export function editSeat(screen: MapScreenStore, seatId: string, text?: string): void {
  selectOnly(screen, [seatId])
  screen.setState({
    edit: {
      kind: 'seat',
      session: nextSession(screen),
      seatId,
      ...(text === undefined ? {} : { text }),
    },
    panel: noPanel,
  })
}

/** Opens a new card; nothing is saved before something is typed. */
export function editDraft(screen: MapScreenStore, place: DraftPlace, text = ''): void {
  const session = nextSession(screen)
  const draftId = nextDraftId(screen)
  const edit: MapEdit = { kind: 'draft', session, draftId, place, text }
  screen.setState({ edit, panel: noPanel, pending: [], refusal: null })
  if (place.bossId !== null) unfoldTo(screen, [place.bossId])
}

function nextSession(screen: MapScreenStore): number {
  return (screen.getState().edit?.session ?? screen.getState().draftCount) + 1
}

/** Drafts are numbered, so that the layout can tell a new one from the one before. */
export function nextDraftId(screen: MapScreenStore): string {
  const draftCount = screen.getState().draftCount + 1
  screen.setState({ draftCount })
  return `draft:${draftCount}`
}
