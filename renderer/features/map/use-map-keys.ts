import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { safeGroups, type Binding, type KeyCommandId } from './keys'
import { matchKey, type KeyPress } from './keys-match'
import type { MapScreenStore } from './map-store'

/** Leaving the customer-safe view takes a key held this long, so that no slip can do it. */
export const safeHoldMs = 1000

/** Keys of the whole map while no text is typed. */
export function useMapKeys({
  screen,
  bindings,
  isMac,
  run,
}: {
  readonly screen: MapScreenStore
  readonly bindings: readonly Binding[]
  readonly isMac: boolean
  readonly run: (id: KeyCommandId) => void
}) {
  const hold = useRef(0)
  /** Keys pressed while a card is on its way to the store. */
  const waiting = useRef<KeyPress[]>([])
  const stopHold = useCallback(() => {
    window.clearTimeout(hold.current)
    hold.current = 0
  }, [])
  useEffect(() => stopHold, [stopHold])

  const handle = useCallback(
    (press: KeyPress, isButton: boolean): 'done' | 'ignored' => {
      const { pending, isSafe, selected, refusal } = screen.getState()
      const match = matchKey(press, { mode: 'select', pending, isMac }, bindings)
      if (match.kind === 'none') return 'ignored'
      if (match.kind !== 'command') {
        screen.setState({ pending: match.kind === 'pending' ? match.pending : [] })
        return 'done'
      }
      const binding = bindings.find((one) => one.id === match.id)
      // With nothing selected Tab leaves the map, as it leaves any other part of the page.
      const leaves = press.key === 'Tab' && selected.size === 0
      if (leaves || (isButton && ['Enter', ' ', 'Tab'].includes(press.key))) return 'ignored'
      // The browser's own copy and paste events follow these keys; they need no permission.
      if ((press.ctrlKey || press.metaKey) && /^[cv]$/i.test(press.key)) return 'ignored'
      screen.setState({ pending: [], refusal: match.id === 'leave' ? refusal : null })
      if (isSafe && binding && !safeGroups.has(binding.group)) return 'done'
      if (match.id !== 'toggleSafe' || !isSafe) run(match.id)
      else if (hold.current === 0) {
        screen.setState({ refusal: 'holdToLeave' })
        hold.current = window.setTimeout(() => {
          stopHold()
          run('toggleSafe')
        }, safeHoldMs)
      }
      return 'done'
    },
    [screen, bindings, isMac, run, stopHold],
  )

  // An effect, and not a subscription: by then the new card is drawn and can be acted on.
  const isCommitting = useStore(screen, (s) => s.isCommitting)
  useEffect(() => {
    if (isCommitting) return
    for (const press of waiting.current.splice(0)) {
      if (screen.getState().edit === null) handle(press, false)
      else typeAhead(screen, press)
    }
  }, [isCommitting, handle, screen])

  const onKeyDown = useCallback(
    (event: React.KeyboardEvent) => {
      if (isTextField(event.target)) return
      const press = event.nativeEvent
      if (screen.getState().isCommitting && !isModifier(press)) waiting.current.push(press)
      else if (handle(press, event.target instanceof HTMLButtonElement) === 'ignored') return
      event.preventDefault()
      event.stopPropagation()
    },
    [screen, handle],
  )
  return { onKeyDown, onKeyUp: stopHold }
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

function isModifier({ key }: KeyPress): boolean {
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'].includes(key)
}

/** A waiting key opened the next card: the letters after it belong into its field. */
function typeAhead(screen: MapScreenStore, press: KeyPress): void {
  const { edit } = screen.getState()
  if (edit === null || [...press.key].length !== 1 || press.ctrlKey || press.metaKey) return
  screen.setState({ edit: { ...edit, text: (edit.text ?? '') + press.key } })
}
