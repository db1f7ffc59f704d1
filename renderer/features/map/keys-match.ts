import type { Binding, KeyCommandId } from './keys'

/** The parts of a KeyboardEvent that matter, so that tests and drivers can make one. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  readonly keyCode?: number
  getModifierState?(name: 'AltGraph'): boolean
}

export interface KeyState {
  readonly mode: 'select' | 'edit'
  /** Keys of a begun sequence, for example `['R']`. */
  readonly pending: readonly string[]
  readonly isMac: boolean
}

export type KeyMatch =
  | { readonly kind: 'command'; readonly id: KeyCommandId }
  | { readonly kind: 'pending'; readonly pending: readonly string[] }
  /** A begun sequence that no command continues: the key is swallowed and the sequence dropped. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'none' }

const none: KeyMatch = { kind: 'none' }

/**
 * Finds the command of a key press.
 * 1. While an input method composes, nothing is a command.
 * 2. Ctrl+Alt and AltGr type letters (Polish, German), so they are never a command.
 * 3. A letter is what the key types; with Option on macOS, or in a script that is not Latin, it is
 *    what the key would type in Latin.
 */
export function matchKey(press: KeyPress, state: KeyState, bindings: readonly Binding[]): KeyMatch {
  if (press.isComposing || press.keyCode === 229 || press.key === 'Process') return none
  if (press.getModifierState?.('AltGraph')) return none
  if (press.ctrlKey && press.altKey) return none
  const chord = readChord(press, state.isMac)
  if (chord === null) return none
  const typed = [...state.pending, chord].join(' ')
  const active = bindings.filter((b) => b.mode === state.mode || isForBoth(b, chord, state))
  const hit = active.find((b) => b.chords.includes(typed))
  if (hit) return { kind: 'command', id: hit.id }
  if (active.some((b) => b.chords.some((c) => c.startsWith(`${typed} `)))) {
    return { kind: 'pending', pending: [...state.pending, chord] }
  }
  return state.pending.length > 0 ? { kind: 'dropped' } : none
}

/** The press as it is written in the table, null while only modifiers are down. */
export function readChord(press: KeyPress, isMac: boolean): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(press.key)) return null
  const key = nameKey(press, isMac)
  const hasMod = isMac ? press.metaKey : press.ctrlKey
  if (isMac ? press.ctrlKey : press.metaKey) return null
  // Shift is part of how a sign such as ? or + is typed; it counts for letters and named keys only.
  const countsShift = press.shiftKey && (key.length > 1 || /^[A-Z]$/.test(key))
  return [hasMod && 'Mod', press.altKey && 'Alt', countsShift && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

function nameKey({ key, code, altKey }: KeyPress, isMac: boolean): string {
  if (key === ' ') return 'Space'
  if (key.length > 1) return key
  const isForeign = /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key)
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && (isForeign || (isMac && altKey))) return letter
  return key.toUpperCase()
}

/** While text is edited, a key that types something belongs to the text. */
function isForBoth(binding: Binding, chord: string, state: KeyState): boolean {
  return binding.mode === 'any' && (state.mode === 'select' || chord.length > 1)
}

/** How a chord is shown to the user: `Ctrl+Shift+Z`, on macOS `⇧⌘Z`; sequences as `R then E`. */
export function showChord(chord: string, isMac: boolean, then: string): string {
  return chord
    .split(' ')
    .map((part) => showPart(part, isMac))
    .join(` ${then} `)
}

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
}

function showPart(part: string, isMac: boolean): string {
  const names = part === 'Mod++' ? ['Mod', '+'] : part.split('+')
  const shown = names.map((name) => {
    if (name === 'Mod') return isMac ? '⌘' : 'Ctrl'
    if (isMac && name === 'Shift') return '⇧'
    if (isMac && name === 'Alt') return '⌥'
    return arrows[name] ?? name
  })
  return shown.join(isMac ? '' : '+')
}
