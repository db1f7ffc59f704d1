import { card, type LineKind, type MapLine, type Point } from './model'
import type { MapLayout, ReportingEdge } from './layout'

const corner = 8

/** SVG path of reporting lines with rounded corners; shared stretches are drawn over each other. */
export function elbowPath(edges: readonly ReportingEdge[]): string {
  return edges.map(({ points }) => roundedPath(points)).join('')
}

export interface DrawnLine {
  readonly line: MapLine
  readonly path: string
  /** Where the arrow head sits and which way it points, in degrees; null for lines without one. */
  readonly head: { readonly at: Point; readonly angle: number } | null
  readonly middle: Point
}

/**
 * Routes the lines that are no reporting lines. Each leaves and enters at the card sides that face
 * each other; lines between the same sides are fanned out so that none hides another.
 */
export function routeLines(lines: readonly MapLine[], layout: MapLayout): DrawnLine[] {
  const drawn: DrawnLine[] = []
  const uses = new Map<string, number>()
  for (const line of lines) {
    const from = layout.positions.get(line.fromSeatId)
    const to = layout.positions.get(line.toSeatId)
    if (!from || !to || line.fromSeatId === line.toSeatId) continue
    const sides = facingSides(from, to)
    const a = dock(from, sides[0], fan(uses, `${line.fromSeatId} ${sides[0]}`))
    const b = dock(to, sides[1], fan(uses, `${line.toSeatId} ${sides[1]}`))
    drawn.push(drawLine(line, a, b, sides))
  }
  return drawn
}

type Side = 'left' | 'right' | 'top' | 'bottom'

const outward: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

function drawLine(line: MapLine, a: Point, b: Point, sides: readonly [Side, Side]): DrawnLine {
  const pull = Math.max(36, Math.min(160, Math.hypot(b.x - a.x, b.y - a.y) * 0.4))
  const c1 = away(a, sides[0], pull)
  const c2 = away(b, sides[1], pull)
  const middle = onCurve(a, c1, c2, b, 0.5)
  if (line.kind === 'conflicts') {
    return { line, path: jaggedPath(a, c1, c2, b), head: null, middle }
  }
  const path = `M${round(a.x)} ${round(a.y)}C${round(c1.x)} ${round(c1.y)} ${round(c2.x)} ${round(c2.y)} ${round(b.x)} ${round(b.y)}`
  const angle = (Math.atan2(b.y - c2.y, b.x - c2.x) * 180) / Math.PI
  return { line, path, head: hasHead(line.kind) ? { at: b, angle } : null, middle }
}

function hasHead(kind: LineKind): boolean {
  return kind === 'influences'
}

function facingSides(from: Point, to: Point): readonly [Side, Side] {
  const dx = to.x - from.x
  const dy = to.y - from.y
  if (Math.abs(dx) < card.width * 0.75) {
    // Cards of one column: bend round at the side, the gap between them carries the trunk.
    if (Math.abs(dy) < card.height * 2.5) return ['right', 'right']
    return dy > 0 ? ['bottom', 'top'] : ['top', 'bottom']
  }
  return dx > 0 ? ['right', 'left'] : ['left', 'right']
}

/** 0, +1, -1, +2, -2 ... for each further line at the same side of the same card. */
function fan(uses: Map<string, number>, key: string): number {
  const n = (uses.get(key) ?? 0) + 1
  uses.set(key, n)
  return (n % 2 === 0 ? 1 : -1) * Math.floor(n / 2)
}

function dock(at: Point, side: Side, slot: number): Point {
  const shift = Math.max(-22, Math.min(22, slot * 9))
  const x = at.x + card.width / 2
  const y = at.y + card.height / 2
  switch (side) {
    case 'left':
      return { x: at.x, y: y + shift }
    case 'right':
      return { x: at.x + card.width, y: y + shift }
    case 'top':
      return { x: x + shift * 3, y: at.y }
    case 'bottom':
      return { x: x + shift * 3, y: at.y + card.height }
  }
}

function away(at: Point, side: Side, by: number): Point {
  return { x: at.x + outward[side].x * by, y: at.y + outward[side].y * by }
}

function onCurve(a: Point, c1: Point, c2: Point, b: Point, t: number): Point {
  const u = 1 - t
  const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return {
    x: k0 * a.x + k1 * c1.x + k2 * c2.x + k3 * b.x,
    y: k0 * a.y + k1 * c1.y + k2 * c2.y + k3 * b.y,
  }
}

function jaggedPath(a: Point, c1: Point, c2: Point, b: Point): string {
  const teeth = Math.max(4, Math.round(Math.hypot(b.x - a.x, b.y - a.y) / 7))
  let path = `M${round(a.x)} ${round(a.y)}`
  for (let i = 1; i < teeth; i++) {
    const at = onCurve(a, c1, c2, b, i / teeth)
    const next = onCurve(a, c1, c2, b, (i + 0.5) / teeth)
    const length = Math.hypot(next.x - at.x, next.y - at.y) || 1
    const lift = i % 2 === 0 ? 2.5 : -2.5
    path += `L${round(at.x - ((next.y - at.y) / length) * lift)} ${round(at.y + ((next.x - at.x) / length) * lift)}`
  }
  return `${path}L${round(b.x)} ${round(b.y)}`
}

function roundedPath(points: readonly number[]): string {
  const last = points.length - 2
  let path = `M${round(points[0] as number)} ${round(points[1] as number)}`
  for (let i = 2; i < last; i += 2) {
    const [px, py, x, y, nx, ny] = points.slice(i - 2, i + 4) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const r = Math.min(
      corner,
      (Math.abs(x - px) + Math.abs(y - py)) / 2,
      (Math.abs(nx - x) + Math.abs(ny - y)) / 2,
    )
    if (r < 0.5) {
      path += `L${round(x)} ${round(y)}`
      continue
    }
    path += `L${round(x - Math.sign(x - px) * r)} ${round(y - Math.sign(y - py) * r)}`
    path += `Q${round(x)} ${round(y)} ${round(x + Math.sign(nx - x) * r)} ${round(y + Math.sign(ny - y) * r)}`
  }
  return `${path}L${round(points[last] as number)} ${round(points[last + 1] as number)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
