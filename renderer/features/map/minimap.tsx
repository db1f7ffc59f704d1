import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Forest } from './forest'
import type { MapLayout } from './layout'
import { card, type Rect, type Size } from './model'
import { readColours } from './paint'
import { seenRect, type Viewport } from './viewport'

export interface MinimapProps {
  readonly layout: MapLayout
  readonly forest: Forest
  readonly isSafe: boolean
  readonly theme: string
  readonly viewport: RefObject<Viewport>
  readonly size: RefObject<Size>
  onMove(listener: (viewport: Viewport) => void): () => void
  move(next: Viewport): void
}

const most: Size = { width: 188, height: 112 }
const padding = 8

/** The whole map in a corner with a frame for the window; press or drag in it to go there. */
export function Minimap(props: MinimapProps) {
  const { layout, forest, isSafe, theme, viewport, size, onMove, move } = props
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const scale = scaleFor(layout.bounds)
  const width = (layout.bounds.right - layout.bounds.left) * scale + 2 * padding
  const height = (layout.bounds.bottom - layout.bounds.top) * scale + 2 * padding

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const ratio = Math.min(2, window.devicePixelRatio || 1)
    element.width = Math.ceil(width * ratio)
    element.height = Math.ceil(height * ratio)
    paint(context, ratio * scale, ratio, props)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [layout, forest, isSafe, theme, scale, width, height])

  useEffect(() => {
    let shown = ''
    const place = (next: Viewport) => {
      if (!frame.current || !size.current) return
      const seen = seenRect(next, size.current)
      const left = clamp((seen.left - layout.bounds.left) * scale + padding, 0, width)
      const top = clamp((seen.top - layout.bounds.top) * scale + padding, 0, height)
      const right = clamp((seen.right - layout.bounds.left) * scale + padding, 0, width)
      const bottom = clamp((seen.bottom - layout.bounds.top) * scale + padding, 0, height)
      const { style, parentElement } = frame.current
      style.transform = `translate(${left}px, ${top}px)`
      // Size and visibility change only with the zoom; writing them each frame would cost a layout.
      const box = `${Math.round(right - left)} ${Math.round(bottom - top)}`
      if (box === shown) return
      shown = box
      style.width = `${Math.max(2, right - left)}px`
      style.height = `${Math.max(2, bottom - top)}px`
      // A frame around everything tells nothing.
      const isWide = left <= padding && right >= width - padding
      const seesAll = isWide && top <= padding && bottom >= height - padding
      parentElement?.setAttribute('data-sees-all', String(seesAll))
    }
    place(viewport.current)
    return onMove(place)
  }, [layout, scale, width, height, viewport, size, onMove])

  const go = (event: React.PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - box.left - padding) / scale + layout.bounds.left
    const y = (event.clientY - box.top - padding) / scale + layout.bounds.top
    const { zoom } = viewport.current
    move({ zoom, x: size.current.width / 2 - x * zoom, y: size.current.height / 2 - y * zoom })
  }

  return (
    <div
      className="map-minimap"
      data-map-control
      data-testid="map-minimap"
      role="img"
      aria-label={t('map.bar.minimap')}
      style={{ width, height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture?.(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} style={{ width, height }} />
      <div ref={frame} className="map-minimap__frame" />
    </div>
  )
}

function scaleFor(bounds: Rect): number {
  return Math.min(
    (most.width - 2 * padding) / Math.max(1, bounds.right - bounds.left),
    (most.height - 2 * padding) / Math.max(1, bounds.bottom - bounds.top),
  )
}

function paint(
  context: CanvasRenderingContext2D,
  scale: number,
  ratio: number,
  { layout, forest, isSafe }: MinimapProps,
): void {
  const colours = readColours(context.canvas)
  const { left, top } = layout.bounds
  for (const [id, at] of layout.positions) {
    const stance = forest.seatsById.get(id)?.person?.stance ?? 'unknown'
    context.fillStyle = isSafe || stance === 'unknown' ? colours.edge : colours.stances[stance]
    context.fillRect(
      (at.x - left) * scale + padding * ratio,
      (at.y - top) * scale + padding * ratio,
      Math.max(1.5, card.width * scale),
      Math.max(1.5, card.height * scale),
    )
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
