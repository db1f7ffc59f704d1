import { useEffect, useRef, type RefObject } from 'react'
import { idle, step, type Gesture, type GestureEffect, type GestureEvent, type Keys } from './drag'
import type { MapScreenStore } from './map-store'
import type { Point } from './model'

export interface GestureWiring {
  readonly hit: (at: Point) => string | null
  readonly screen: MapScreenStore
  readonly onEffects: (effects: readonly GestureEffect[]) => void
  readonly onHover: (id: string | null) => void
}

const longPressMs = 420
/** Resting on a card this long shows its web; passing over it does not. */
const hoverMs = 280

/** Feeds pointer and wheel events of the canvas into the gesture machine of `drag.ts`. */
export function useGestures(root: RefObject<HTMLDivElement | null>, wiring: GestureWiring): void {
  const latest = useRef(wiring)
  latest.current = wiring
  useEffect(() => {
    const element = root.current
    if (!element) return
    let gesture: Gesture = idle
    let pressTimer = 0
    let hoverTimer = 0
    let hovered: string | null = null
    const fingers = new Map<number, Point>()

    const feed = (event: GestureEvent) => {
      const next = step(gesture, event)
      gesture = next.gesture
      element.dataset.gesture = gesture.name
      if (next.effects.length > 0) latest.current.onEffects(next.effects)
    }
    const place = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }

    const onDown = (event: PointerEvent) => {
      if (isOwnControl(event.target)) return
      const at = place(event)
      fingers.set(event.pointerId, at)
      setHover(null)
      if (fingers.size === 2) return feed({ type: 'secondDown', at })
      const hitId = latest.current.hit(at)
      element.setPointerCapture?.(event.pointerId)
      element.focus({ preventScroll: true })
      feed({
        type: 'down',
        at,
        hitId,
        isSelected: hitId !== null && latest.current.screen.getState().selected.has(hitId),
        pointer:
          event.pointerType === 'touch' ? 'touch' : event.pointerType === 'pen' ? 'pen' : 'mouse',
        button: event.button,
        keys: keysOf(event),
      })
      if (event.button === 1) event.preventDefault()
      window.clearTimeout(pressTimer)
      pressTimer = window.setTimeout(() => feed({ type: 'longPress' }), longPressMs)
    }
    const onMove = (event: PointerEvent) => {
      const at = place(event)
      if (gesture.name === 'idle') return hover(event, at)
      if (fingers.has(event.pointerId)) fingers.set(event.pointerId, at)
      if (gesture.name === 'pinching') {
        const [a, b] = [...fingers.values()]
        if (a && b) feed({ type: 'pinch', a, b })
        return
      }
      feed({ type: 'move', at, keys: keysOf(event) })
    }
    const onUp = (event: PointerEvent) => {
      window.clearTimeout(pressTimer)
      fingers.delete(event.pointerId)
      feed({ type: 'up', at: place(event), keys: keysOf(event) })
    }
    const onCancel = (event: PointerEvent) => {
      window.clearTimeout(pressTimer)
      fingers.delete(event.pointerId)
      feed({ type: 'cancel' })
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || gesture.name === 'idle') return
      event.preventDefault()
      event.stopPropagation()
      feed({ type: 'cancel' })
    }
    const onWheel = (event: WheelEvent) => {
      if (isOwnControl(event.target)) return
      event.preventDefault()
      const unit = event.deltaMode === 1 ? 24 : 1
      if (event.ctrlKey || event.metaKey) {
        const amount = Math.max(-60, Math.min(60, event.deltaY * unit))
        const factor = Math.exp(-amount * 0.006)
        return latest.current.onEffects([{ type: 'zoom', factor, at: place(event) }])
      }
      const sideways = event.shiftKey && event.deltaX === 0
      const dx = -(sideways ? event.deltaY : event.deltaX) * unit
      const dy = sideways ? 0 : -event.deltaY * unit
      latest.current.onEffects([{ type: 'pan', dx, dy }])
    }
    const hover = (event: PointerEvent, at: Point) => {
      if (event.pointerType === 'touch') return
      setHover(isOwnControl(event.target) ? null : latest.current.hit(at))
    }
    const setHover = (id: string | null) => {
      if (id === hovered) return
      hovered = id
      window.clearTimeout(hoverTimer)
      if (id === null) return latest.current.onHover(null)
      hoverTimer = window.setTimeout(() => latest.current.onHover(id), hoverMs)
    }
    const onLeave = () => setHover(null)

    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onCancel)
    element.addEventListener('pointerleave', onLeave)
    element.addEventListener('wheel', onWheel, { passive: false })
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.clearTimeout(pressTimer)
      window.clearTimeout(hoverTimer)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onCancel)
      element.removeEventListener('pointerleave', onLeave)
      element.removeEventListener('wheel', onWheel)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [root])
}

/** Editor, panels and the overview handle their own pointers. */
function isOwnControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-map-control]') !== null
}

function keysOf(event: MouseEvent): Keys {
  const isMac = navigator.platform.startsWith('Mac')
  return { shift: event.shiftKey, alt: event.altKey, mod: isMac ? event.metaKey : event.ctrlKey }
}
