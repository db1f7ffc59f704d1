import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { glide } from './glide'
import type { MapLayout } from './layout'
import { pickDetail, type DetailLevel } from './lod'
import type { Rect, Size } from './model'
import { holdLayout, type Held } from './stillness'
import { fitBounds, seenRect, type Viewport } from './viewport'
import { cardsIn, contains, type SpatialIndex } from './visible'

/** What React has drawn: the world rectangle with overscan, the zoom it is crisp at, the detail. */
export interface DrawnView {
  readonly rect: Rect
  readonly zoom: number
  readonly detail: DetailLevel
}

export type MoveHow = 'follow' | 'glide'

/** Without a window to measure (tests), the home size of the app. */
const homeSize: Size = { width: 1216, height: 680 }
const overscan = 0.5
const settleMs = 120
const glideMs = 140

/**
 * Holds the viewport outside React: moving it sets one CSS transform. React draws again only when
 * the window leaves what was drawn, when the zoom drifts too far from it, or when it comes to rest.
 */
export function useViewport(
  root: RefObject<HTMLDivElement | null>,
  layer: RefObject<HTMLDivElement | null>,
  index: SpatialIndex,
  layout: MapLayout,
  readWanted: () => readonly (readonly [string, string])[],
) {
  const size = useRef<Size>(homeSize)
  const viewport = useRef<Viewport>(fitBounds(layout.bounds, homeSize))
  const [turn, setTurn] = useState(0)
  const previous = useRef(layout)
  const held = useRef<Held | null>(null)
  // A new layout is drawn once, for where the window will be: it is not drawn and then corrected.
  const view = useMemo(() => {
    held.current =
      previous.current === layout
        ? null
        : holdLayout(previous.current, layout, readWanted(), viewport.current, size.current)
    return draw(held.current?.viewport ?? viewport.current, size.current, index)
    // `turn` says that the window left what was drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [layout, index, turn])
  const drawn = useRef(view)
  const listeners = useRef(new Set<(viewport: Viewport) => void>())
  const timers = useRef({ frame: 0, settle: 0 })
  const redraw = useCallback(() => {
    timers.current.frame = 0
    setTurn((now) => now + 1)
  }, [])

  const move = useCallback(
    (next: Viewport, how: MoveHow = 'follow') => {
      viewport.current = next
      const element = layer.current
      if (element) applyTransform(element, next, how)
      for (const listener of listeners.current) listener(next)
      const { frame } = timers.current
      if (!isCovered(drawn.current, next, size.current) && frame === 0) {
        timers.current.frame = requestAnimationFrame(redraw)
      }
      window.clearTimeout(timers.current.settle)
      timers.current.settle = window.setTimeout(() => {
        if (layer.current) layer.current.style.willChange = ''
        if (viewport.current.zoom !== drawn.current.zoom) redraw()
      }, settleMs)
    },
    [layer, redraw],
  )

  const onMove = useCallback((listener: (viewport: Viewport) => void) => {
    listeners.current.add(listener)
    return () => void listeners.current.delete(listener)
  }, [])

  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return false
      if (width === size.current.width && height === size.current.height) return false
      size.current = { width, height }
      return true
    }
    measure()
    viewport.current = fitBounds(layout.bounds, size.current)
    if (layer.current) applyTransform(layer.current, viewport.current, 'follow')
    redraw()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => measure() && redraw())
    observer.observe(element)
    return () => observer.disconnect()
    // Only the first bounds are fitted; later ones are held still by MapCanvas.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  useLayoutEffect(() => {
    drawn.current = view
  }, [view])

  useLayoutEffect(() => {
    const before = previous.current
    const now = held.current
    previous.current = layout
    held.current = null
    if (before === layout || now === null) return
    move(now.viewport)
    glide(root.current, before, layout, now.shift, seenRect(now.viewport, size.current))
  }, [layout, move, root])

  useEffect(() => {
    const running = timers.current
    return () => {
      cancelAnimationFrame(running.frame)
      window.clearTimeout(running.settle)
    }
  }, [])

  return { viewport, view, size, move, onMove }
}

function draw(viewport: Viewport, size: Size, index: SpatialIndex): DrawnView {
  const inView = cardsIn(index, seenRect(viewport, size)).length
  return {
    rect: seenRect(viewport, size, overscan),
    zoom: viewport.zoom,
    detail: pickDetail(viewport.zoom, inView),
  }
}

function isCovered(view: DrawnView, viewport: Viewport, size: Size): boolean {
  const drift = viewport.zoom / view.zoom
  return drift > 0.6 && drift < 1.7 && contains(view.rect, seenRect(viewport, size))
}

function applyTransform(element: HTMLElement, viewport: Viewport, how: MoveHow): void {
  const { style } = element
  const glides = how === 'glide' && !prefersStill()
  style.transition = glides ? `transform ${glideMs}ms ease-out` : ''
  style.willChange = 'transform'
  style.transform = `translate(${viewport.x}px, ${viewport.y}px) scale(${viewport.zoom})`
}

function prefersStill(): boolean {
  return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
}
