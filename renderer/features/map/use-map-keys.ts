import { useCallback, useEffect, useRef } from 'react'
import { safeGroups, type Binding, type KeyCommandId } from './keys'
import { matchKey } from './keys-match'
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
  const stopHold = useCallback(() => {
    window.clearTimeout(hold.current)
    hold.current = 0
  }, [])
  useEffect(() => stopHold, [stopHold])

  const onKeyDown = useCallback(
    (event: React.KeyboardEvent) => {
      const { pending, isSafe, selected } = screen.getState()
      if (isTextField(event.target)) return
      const press = event.nativeEvent
      const match = matchKey(press, { mode: 'select', pending, isMac }, bindings)
      if (match.kind === 'none') return
      if (match.kind !== 'command') {
        event.preventDefault()
        screen.setState({ pending: match.kind === 'pending' ? match.pending : [] })
        return
      }
      const binding = bindings.find((one) => one.id === match.id)
      // With nothing selected Tab leaves the map, as it leaves any other part of the page.
      const leaves = press.key === 'Tab' && selected.size === 0
      const isButton = event.target instanceof HTMLButtonElement
      if (leaves || (isButton && ['Enter', ' ', 'Tab'].includes(press.key))) return
      // The browser's own copy and paste events follow these keys; they need no permission.
      if ((press.ctrlKey || press.metaKey) && /^[cv]$/i.test(press.key)) return
      event.preventDefault()
      event.stopPropagation()
      screen.setState({
        pending: [],
        refusal: match.id === 'leave' ? screen.getState().refusal : null,
      })
      if (isSafe && binding && !safeGroups.has(binding.group)) return
      if (match.id === 'toggleSafe' && isSafe) {
        if (hold.current === 0) {
          screen.setState({ refusal: 'holdToLeave' })
          hold.current = window.setTimeout(() => {
            stopHold()
            run('toggleSafe')
          }, safeHoldMs)
        }
        return
      }
      run(match.id)
    },
    [screen, bindings, isMac, run, stopHold],
  )
  return { onKeyDown, onKeyUp: stopHold }
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
