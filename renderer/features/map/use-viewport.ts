import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { pickDetail, type DetailLevel } from './lod'
import type { Rect, Size } from './model'
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
  bounds: Rect,
) {
  const size = useRef<Size>(homeSize)
  const viewport = useRef<Viewport>(fitBounds(bounds, homeSize))
  const [view, setView] = useState<DrawnView>(() => draw(viewport.current, homeSize, index))
  const drawn = useRef(view)
  const listeners = useRef(new Set<(viewport: Viewport) => void>())
  const timers = useRef({ frame: 0, settle: 0 })
  const latestIndex = useRef(index)
  latestIndex.current = index

  const redraw = useCallback(() => {
    timers.current.frame = 0
    drawn.current = draw(viewport.current, size.current, latestIndex.current)
    setView(drawn.current)
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
    viewport.current = fitBounds(bounds, size.current)
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
    const next = draw(viewport.current, size.current, index)
    drawn.current = next
    setView((now) => (isSameView(now, next) ? now : next))
  }, [index])

  useEffect(() => {
    const held = timers.current
    return () => {
      cancelAnimationFrame(held.frame)
      window.clearTimeout(held.settle)
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

function isSameView(a: DrawnView, b: DrawnView): boolean {
  return (
    a.zoom === b.zoom &&
    a.detail === b.detail &&
    contains(a.rect, b.rect) &&
    contains(b.rect, a.rect)
  )
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
