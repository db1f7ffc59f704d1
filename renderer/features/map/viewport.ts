import { card, type Point, type Rect, type Size } from './model'

/** What part of the world is seen: screen = world * zoom + (x, y), all in CSS pixels. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const zoomRange = { min: 0.01, max: 2.5 } as const

export function toWorld(viewport: Viewport, at: Point): Point {
  return { x: (at.x - viewport.x) / viewport.zoom, y: (at.y - viewport.y) / viewport.zoom }
}

export function toScreen(viewport: Viewport, at: Point): Point {
  return { x: at.x * viewport.zoom + viewport.x, y: at.y * viewport.zoom + viewport.y }
}

export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  return { ...viewport, x: viewport.x + dx, y: viewport.y + dy }
}

/** Zooms so that the world point under `at` (screen) stays under it. */
export function zoomAt(viewport: Viewport, factor: number, at: Point): Viewport {
  const zoom = clampZoom(viewport.zoom * factor)
  const scale = zoom / viewport.zoom
  return { zoom, x: at.x - (at.x - viewport.x) * scale, y: at.y - (at.y - viewport.y) * scale }
}

/** Shows all of `bounds`, centred, at most at natural size; an empty map sits in the middle. */
export function fitBounds(bounds: Rect, size: Size, padding = 32): Viewport {
  const width = Math.max(bounds.right - bounds.left, card.width)
  const height = Math.max(bounds.bottom - bounds.top, card.height)
  const zoom = clampZoom(
    Math.min(1, (size.width - 2 * padding) / width, (size.height - 2 * padding) / height),
  )
  const x = (size.width - width * zoom) / 2 - bounds.left * zoom
  // Small maps hang from the upper third, where the eye starts, and not from the middle.
  const room = Math.max(0, size.height - height * zoom - 2 * padding)
  return { x, y: padding + room * 0.38 - bounds.top * zoom, zoom }
}

/** The world seen in a window of `size`, grown on each side by `overscan` times that window. */
export function seenRect(viewport: Viewport, size: Size, overscan = 0): Rect {
  const { x: left, y: top } = toWorld(viewport, { x: 0, y: 0 })
  const width = size.width / viewport.zoom
  const height = size.height / viewport.zoom
  return {
    left: left - width * overscan,
    top: top - height * overscan,
    right: left + width * (1 + overscan),
    bottom: top + height * (1 + overscan),
  }
}

/** The smallest pan that brings a card into the window with `margin` screen pixels to spare. */
export function reveal(viewport: Viewport, at: Point, size: Size, margin = 48): Viewport {
  const from = toScreen(viewport, at)
  const to = toScreen(viewport, { x: at.x + card.width, y: at.y + card.height })
  return panBy(
    viewport,
    nudge(from.x, to.x, size.width, margin),
    nudge(from.y, to.y, size.height, margin),
  )
}

/** Keeps a card where it is on screen although the layout moved it in the world. */
export function holdStill(viewport: Viewport, before: Point, after: Point): Viewport {
  return panBy(viewport, (before.x - after.x) * viewport.zoom, (before.y - after.y) * viewport.zoom)
}

function clampZoom(zoom: number): number {
  return Math.min(zoomRange.max, Math.max(zoomRange.min, zoom))
}

function nudge(from: number, to: number, room: number, margin: number): number {
  const space = Math.min(margin, Math.max(0, (room - (to - from)) / 2))
  if (from < space) return space - from
  if (to > room - space) return room - space - to
  return 0
}
