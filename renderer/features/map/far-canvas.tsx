import { useLayoutEffect, useRef } from 'react'
import type { Forest } from './forest'
import type { MapLayout } from './layout'
import { paintFar, readColours } from './paint'
import type { Rect } from './model'
import type { SpatialIndex } from './visible'

export interface FarCanvasProps {
  readonly forest: Forest
  readonly layout: MapLayout
  readonly index: SpatialIndex
  /** What to paint, world pixels; already limited to the map's bounds. */
  readonly rect: Rect
  readonly zoom: number
  readonly isSafe: boolean
  /** Changes when light and dark change places, so that the colours are read again. */
  readonly theme: string
}

/** The whole map as boxes on one canvas: a pan moves the picture, only leaving it paints again. */
export function FarCanvas(props: FarCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const { forest, index, rect, zoom, isSafe, theme } = props
  useLayoutEffect(() => {
    const canvas = ref.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const scale = zoom * Math.min(2, window.devicePixelRatio || 1)
    canvas.width = Math.max(1, Math.ceil((rect.right - rect.left) * scale))
    canvas.height = Math.max(1, Math.ceil((rect.bottom - rect.top) * scale))
    paintFar(context, { forest, index, rect, scale, zoom, isSafe, colours: readColours(canvas) })
  }, [forest, index, rect, zoom, isSafe, theme])
  return (
    <canvas
      ref={ref}
      className="map-far"
      aria-hidden="true"
      style={{
        left: rect.left,
        top: rect.top,
        width: rect.right - rect.left,
        height: rect.bottom - rect.top,
      }}
    />
  )
}
