import { describe, expect, it } from 'vitest'
import { bindKeys, findClashes, keyCommands } from '../../../../../renderer/features/map/keys'
import { matchKey, showChord, type KeyPress } from '../../../../../renderer/features/map/keys-match'
import { mapStrings } from '../../../../../renderer/features/map/strings'

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...rest,
})
const select = { mode: 'select', pending: [], isMac: false } as const
const edit = { ...select, mode: 'edit' } as const
const bindings = bindKeys()
const idOf = (key: KeyPress, state: Parameters<typeof matchKey>[1] = select) => {
  const match = matchKey(key, state, bindings)
  return match.kind === 'command' ? match.id : match.kind
}

describe('the shortcut table', () => {
  it('has no chord twice in one mode', () => {
    const clashes = bindings.flatMap(({ id, mode, chords }) =>
      chords
        .map((chord) => findClashes(bindings, mode, chord))
        .filter((ids) => ids.length > 1 && ids[0] === id),
    )
    expect(clashes).toEqual([])
  })

  it('has words for every command in every language', () => {
    for (const { map } of Object.values(mapStrings)) {
      expect(Object.keys(map.command).sort()).toEqual(keyCommands.map(({ id }) => id).sort())
    }
  })

  it('never acts while an input method composes, and never on Ctrl+Alt or AltGr', () => {
    expect(idOf(press('1', { isComposing: true }))).toBe('none')
    expect(idOf(press('Enter', { keyCode: 229 }))).toBe('none')
    expect(idOf(press('l', { ctrlKey: true, altKey: true }))).toBe('none')
    expect(idOf(press('ł', { getModifierState: () => true }))).toBe('none')
  })

  it('never binds Ctrl+Alt or a key that needs AltGr on a German keyboard', () => {
    const chords = keyCommands.flatMap((command) => [...command.chords])
    expect(chords.filter((chord) => /Mod\+Alt|[[\]{}\\@]/.test(chord))).toEqual([])
  })

  it('keeps letters as text while text is edited', () => {
    expect(idOf(press('i'), edit)).toBe('none')
    expect(idOf(press('?', { shiftKey: true }), edit)).toBe('none')
    expect(idOf(press('F9'), edit)).toBe('toggleSafe')
    expect(idOf(press('Tab'), edit)).toBe('commitAddReport')
    expect(idOf(press('Tab', { shiftKey: true }), edit)).toBe('commitAddAbove')
  })

  it('reads letters by what they type, in other scripts by where they sit', () => {
    expect(idOf(press('k', { code: 'KeyV' }))).toBe('toggleTopFive')
    expect(idOf(press('л', { code: 'KeyK' }))).toBe('toggleTopFive')
    expect(idOf(press('˚', { code: 'KeyK', altKey: true }), { ...select, isMac: true })).toBe(
      'none',
    )
  })

  it('reads digits and signs with and without Shift, as keyboards differ', () => {
    expect(idOf(press('5', { shiftKey: true }))).toBe('stanceChampion')
    expect(idOf(press('+', { ctrlKey: true, shiftKey: true }))).toBe('zoomIn')
    expect(idOf(press('=', { ctrlKey: true }))).toBe('zoomIn')
    expect(idOf(press('?', { shiftKey: true }))).toBe('showKeys')
  })

  it('uses Cmd on macOS', () => {
    const mac = { ...select, isMac: true }
    expect(idOf(press('z', { metaKey: true }), mac)).toBe('undo')
    expect(idOf(press('z', { ctrlKey: true }), mac)).toBe('none')
  })

  it('follows a sequence and drops it on a key that does not continue it', () => {
    expect(matchKey(press('r'), select, bindings)).toEqual({ kind: 'pending', pending: ['R'] })
    expect(idOf(press('e'), { ...select, pending: ['R'] })).toBe('roleEconomicBuyer')
    expect(idOf(press('q'), { ...select, pending: ['R'] })).toBe('dropped')
  })

  it('can be remapped and unbound, and shows clashes', () => {
    const remapped = bindKeys({ cycleInfluence: ['J'], toggleTopFive: [] })
    expect(matchKey(press('j'), select, remapped)).toEqual({
      kind: 'command',
      id: 'cycleInfluence',
    })
    expect(matchKey(press('k'), select, remapped)).toEqual({ kind: 'none' })
    expect(findClashes(bindings, 'select', 'R')).toContain('roleCoach')
  })

  it('shows chords as the user knows them', () => {
    expect(showChord('Mod+Shift+Z', false, 'then')).toBe('Ctrl+Shift+Z')
    expect(showChord('Mod+Shift+Z', true, 'then')).toBe('⌘⇧Z')
    expect(showChord('Mod++', false, 'then')).toBe('Ctrl++')
    expect(showChord('R E', false, 'then')).toBe('R then E')
    expect(showChord('Alt+ArrowUp', false, 'then')).toBe('Alt+↑')
  })
})
