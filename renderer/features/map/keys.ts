/**
 * The shortcut table of the map as data. The matcher, the key overlay, the palette and the remapping
 * screen all read this one table; its words are under `map.command.<id>`.
 *
 * A chord is written `Mod+Shift+Z`: Mod is Ctrl, on macOS Cmd. Keys after a space follow one
 * another (`R E`). Letters are what the key types, never where it sits.
 */
export type KeyMode = 'select' | 'edit' | 'any'

export interface KeyCommand {
  readonly id: string
  readonly mode: KeyMode
  readonly group: KeyGroup
  readonly chords: readonly string[]
}

export const keyGroups = [
  'build',
  'edit',
  'move',
  'person',
  'role',
  'line',
  'meeting',
  'remove',
  'view',
] as const
export type KeyGroup = (typeof keyGroups)[number]

/** In front of the customer only these kinds of commands act and are listed. */
export const safeGroups: ReadonlySet<KeyGroup> = new Set([
  'build',
  'edit',
  'move',
  'remove',
  'view',
])

export const keyCommands = [
  row('addReport', 'select', 'build', 'Tab'),
  row('addPeerAfter', 'select', 'build', 'Enter'),
  row('addPeerBefore', 'select', 'build', 'Shift+Enter'),
  row('insertManager', 'select', 'build', 'Mod+Enter'),
  row('promote', 'select', 'build', 'Shift+Tab', 'Alt+ArrowUp'),
  row('demote', 'select', 'build', 'Alt+ArrowDown'),
  row('moveBefore', 'select', 'build', 'Alt+ArrowLeft'),
  row('moveAfter', 'select', 'build', 'Alt+ArrowRight'),

  row('commitAddPeer', 'edit', 'edit', 'Enter'),
  row('commitAddReport', 'edit', 'edit', 'Tab'),
  row('commitAddAbove', 'edit', 'edit', 'Shift+Tab'),
  row('commit', 'edit', 'edit', 'Escape'),
  row('newLine', 'edit', 'edit', 'Shift+Enter'),
  row('editText', 'select', 'edit', 'F2'),

  row('goUp', 'select', 'move', 'ArrowUp'),
  row('goDown', 'select', 'move', 'ArrowDown'),
  row('goLeft', 'select', 'move', 'ArrowLeft'),
  row('goRight', 'select', 'move', 'ArrowRight'),
  row('goTop', 'select', 'move', 'Home'),
  row('selectManager', 'select', 'move', 'Mod+ArrowUp'),
  row('selectReports', 'select', 'move', 'Mod+ArrowDown'),
  row('selectPeers', 'select', 'move', 'Mod+A'),
  row('selectBranch', 'select', 'move', 'Mod+Shift+A'),

  row('stanceOpponent', 'select', 'person', '1'),
  row('stanceNonSupporter', 'select', 'person', '2'),
  row('stanceNeutral', 'select', 'person', '3'),
  row('stanceSupporter', 'select', 'person', '4'),
  row('stanceChampion', 'select', 'person', '5'),
  row('stanceUnknown', 'select', 'person', '0'),
  row('cycleInfluence', 'select', 'person', 'I'),
  row('toggleTopFive', 'select', 'person', 'K'),
  row('repeatChange', 'select', 'person', 'G'),
  row('vacateSeat', 'select', 'person', 'X'),

  row('roleEconomicBuyer', 'select', 'role', 'R E'),
  row('roleUserBuyer', 'select', 'role', 'R U'),
  row('roleTechnicalBuyer', 'select', 'role', 'R T'),
  row('roleCoach', 'select', 'role', 'R C'),
  row('roleChampion', 'select', 'role', 'R H'),
  row('roleDecisionMaker', 'select', 'role', 'R D'),
  row('roleApprover', 'select', 'role', 'R A'),
  row('roleEvaluator', 'select', 'role', 'R V'),
  row('roleInfluencer', 'select', 'role', 'R I'),
  row('roleProcurement', 'select', 'role', 'R P'),
  row('roleLegal', 'select', 'role', 'R L'),
  row('roleSecurity', 'select', 'role', 'R S'),
  row('roleGatekeeper', 'select', 'role', 'R G'),
  row('roleEndUser', 'select', 'role', 'R N'),
  row('roleNone', 'select', 'role', 'R X'),

  row('lineInfluences', 'select', 'line', 'L I'),
  row('lineDotted', 'select', 'line', 'L D'),
  row('lineConflicts', 'select', 'line', 'L C'),
  row('linePeer', 'select', 'line', 'L P'),

  row('toggleAttended', 'select', 'meeting', 'M'),
  row('addWalkIn', 'select', 'meeting', 'Shift+M'),
  row('addNote', 'select', 'meeting', 'N'),
  row('addAction', 'select', 'meeting', 'A'),
  row('addSighting', 'select', 'meeting', 'V'),
  row('addNeed', 'select', 'meeting', 'W'),
  row('inviteEveryone', 'any', 'meeting', 'Mod+Shift+E'),
  row('toggleMeeting', 'any', 'meeting', 'F8'),

  row('removeFromMap', 'select', 'remove', 'Delete'),
  row('removeKeepReports', 'select', 'remove', 'Mod+Delete'),
  row('deletePerson', 'select', 'remove', 'Shift+Delete'),
  row('undo', 'select', 'remove', 'Mod+Z'),
  row('redo', 'select', 'remove', 'Mod+Shift+Z', 'Mod+Y'),

  row('toggleFold', 'select', 'view', 'Space'),
  row('isolate', 'select', 'view', 'Z'),
  row('leaveIsolation', 'select', 'view', 'Shift+Z'),
  row('copyOutline', 'select', 'view', 'Mod+C'),
  row('pasteOutline', 'select', 'view', 'Mod+V'),
  row('tidy', 'select', 'view', 'Mod+L'),
  row('fit', 'any', 'view', 'Mod+0'),
  row('zoomIn', 'any', 'view', 'Mod++', 'Mod+='),
  row('zoomOut', 'any', 'view', 'Mod+-'),
  row('zoomNatural', 'any', 'view', 'Mod+1'),
  row('find', 'any', 'view', 'Mod+F'),
  row('toggleOutline', 'any', 'view', 'Mod+Shift+O'),
  row('toggleSafe', 'any', 'view', 'F9', 'Mod+Shift+H'),
  row('showKeys', 'any', 'view', 'F1', '?'),
  row('openPalette', 'any', 'view', 'Mod+K'),
  row('nextPane', 'any', 'view', 'F6'),
  row('exportMap', 'any', 'view', 'Mod+Shift+S'),
  row('save', 'any', 'view', 'Mod+S'),
  row('leave', 'select', 'view', 'Escape'),
] as const satisfies readonly KeyCommand[]

export type KeyCommandId = (typeof keyCommands)[number]['id']

/** What the user remapped: the chords that replace a command's own; an empty list unbinds it. */
export type KeyOverrides = Readonly<Partial<Record<KeyCommandId, readonly string[]>>>

export interface Binding {
  readonly id: KeyCommandId
  readonly mode: KeyMode
  readonly group: KeyGroup
  readonly chords: readonly string[]
}

export function bindKeys(overrides: KeyOverrides = {}): readonly Binding[] {
  return keyCommands.map((command) => ({
    ...command,
    chords: overrides[command.id] ?? command.chords,
  }))
}

/** Commands that would answer to a chord in a mode: more than one is a clash to show. */
export function findClashes(
  bindings: readonly Binding[],
  mode: KeyMode,
  chord: string,
): readonly KeyCommandId[] {
  const isSameMode = (other: KeyMode) => other === mode || other === 'any' || mode === 'any'
  return bindings
    .filter((b) => isSameMode(b.mode) && b.chords.some((c) => overlap(c, chord)))
    .map((b) => b.id)
}

function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

function row<const Id extends string>(
  id: Id,
  mode: KeyMode,
  group: KeyGroup,
  ...chords: readonly string[]
) {
  return { id, mode, group, chords }
}
