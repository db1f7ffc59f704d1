import { primarySeat, selectedSeats, type CommandRun, type CommandScene } from './command-scene'
import { childrenOf, topmostOf } from './forest'
import { editDraft, noPanel, selectOnly, toggleFolded } from './map-store'
import { printBranch } from './outline-text'

/** Commands that change what is seen, and those other parts of the app fulfil. */
export const viewCommands = {
  toggleFold: (scene) => {
    const ids = selectedSeats(scene).map((seat) => seat.id)
    toggleFolded(
      scene.screen,
      ids.filter((id) => childrenOf(scene.forest, id).length > 0),
    )
  },
  isolate: (scene) => {
    const seat = primarySeat(scene)
    if (seat) scene.screen.setState({ isolatedId: seat.id })
    queueMicrotask(() => scene.canvas?.fit())
  },
  leaveIsolation: (scene) => {
    scene.screen.setState({ isolatedId: null })
    queueMicrotask(() => scene.canvas?.fit())
  },
  copyOutline: (scene) => {
    const text = readOutline(scene)
    if (text !== '') navigator.clipboard?.writeText(text).catch(scene.onError)
  },
  pasteOutline: (scene) => {
    navigator.clipboard
      ?.readText()
      .then((text) => writeOutline(scene, text))
      .catch(scene.onError)
  },
  tidy: ({ canvas, screen }) => {
    const { primaryId } = screen.getState()
    if (primaryId !== null) canvas?.reveal(primaryId)
    else canvas?.fit()
  },
  fit: ({ canvas }) => canvas?.fit(),
  zoomIn: ({ canvas }) => canvas?.zoomBy(1.25),
  zoomOut: ({ canvas }) => canvas?.zoomBy(0.8),
  zoomNatural: ({ canvas }) => canvas?.zoomNatural(),
  find: ({ screen }) => screen.setState({ panel: { kind: 'find' }, pending: [] }),
  toggleSafe: (scene) => {
    const isSafe = !scene.screen.getState().isSafe
    scene.screen.setState({ isSafe, panel: noPanel, refusal: null, lastChange: null })
    scene.say(isSafe ? 'live.safeOn' : 'live.safeOff')
  },
  exportMap: ({ screen }) => screen.setState({ panel: { kind: 'export' }, pending: [] }),
  showKeys: ({ screen }) => {
    const isOpen = screen.getState().panel.kind === 'keys'
    screen.setState({ panel: isOpen ? noPanel : { kind: 'keys' } })
  },
  addWalkIn: ({ screen }) => editDraft(screen, { bossId: null, isWalkIn: true }),
  inviteEveryone: (scene) => scene.ask('invite', selectedSeats(scene)),
  toggleMeeting: (scene) => scene.ask('meeting', selectedSeats(scene)),
  toggleOutline: (scene) => scene.ask('outline', []),
  openPalette: (scene) => scene.ask('palette', []),
  nextPane: (scene) => scene.ask('nextPane', []),
  save: (scene) => {
    scene.ask('saved', [])
    scene.say('live.saved')
  },
  leave: (scene) => leaveOneStep(scene),
} satisfies Record<string, CommandRun>

/** The selected branches as outline text, for the clipboard. */
export function readOutline({ forest, screen }: CommandScene): string {
  const { selected, isSafe } = screen.getState()
  return topmostOf(forest, selected)
    .map((id) => printBranch(forest, id, isSafe))
    .join('')
}

/** Adds outline text below the selected card. */
export function writeOutline(scene: CommandScene, text: string): void {
  if (text.trim() === '') return
  scene.writes.pasteOutline(primarySeat(scene)?.id ?? null, text).catch(scene.onError)
}

/** Esc: a panel, a begun sequence, many selected, isolation, the selection; one at a time. */
function leaveOneStep({ screen }: CommandScene): void {
  const { panel, pending, selected, primaryId, isolatedId, refusal } = screen.getState()
  if (panel.kind !== 'none') screen.setState({ panel: noPanel })
  else if (pending.length > 0) screen.setState({ pending: [] })
  else if (refusal !== null) screen.setState({ refusal: null })
  else if (selected.size > 1 && primaryId !== null) selectOnly(screen, [primaryId])
  else if (isolatedId !== null) screen.setState({ isolatedId: null })
  else selectOnly(screen, [])
}
