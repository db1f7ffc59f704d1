import type { MapLayout, ReportingEdge } from '../layout'
import { card, type LineKind, type MapLine, type Point } from '../model'
import { paperColours as colours } from './colours'

/** From world pixels to the slide: English Metric Units, and hundredths of a point for letters. */
export interface Place {
  x(x: number): number
  y(y: number): number
  length(length: number): number
  points(px: number): number
}

/** Connection sites of a rectangle (ECMA-376, presetShapeDefinitions): top, left, bottom, right. */
const sites = { top: 0, left: 1, bottom: 2, right: 3 } as const
type Side = keyof typeof sites

/**
 * A reporting line as an elbow connector glued to both cards. It goes down from the boss, across, and
 * into the report from above, or from the left where reports are stacked. PowerPoint's elbows start
 * sideways, so they are turned by a quarter: 90° for a report to the left, 270° mirrored to the right.
 */
export function glueXml(
  { bossId, childId, points }: ReportingEdge,
  layout: MapLayout,
  ids: ReadonlyMap<string, number>,
  id: number,
  place: Place,
): string {
  const isStacked = layout.stacked.has(childId)
  const [fromX, fromY] = points as [number, number]
  const [toX, toY] = points.slice(-2) as [number, number]
  const along = Math.max(1, toY - fromY)
  const across = Math.max(1, Math.abs(toX - fromX))
  const isRight = toX >= fromX
  const turn = isRight ? 'rot="16200000" flipH="1"' : 'rot="5400000"'
  const middle = { x: (fromX + toX) / 2, y: (fromY + toY) / 2 }
  const box = [
    `<a:off x="${place.x(middle.x - along / 2)}" y="${place.y(middle.y - across / 2)}"/>`,
    `<a:ext cx="${place.length(along)}" cy="${place.length(across)}"/>`,
  ].join('')
  const bend = (points[3] ?? fromY) - fromY
  const share = (part: number, whole: number) => Math.round((part / whole) * 100_000)
  const trunk = points[4] ?? toX
  const adjust = isStacked
    ? `<a:gd name="adj1" fmla="val ${share(bend, along)}"/><a:gd name="adj2" fmla="val ${share((trunk - fromX) * (isRight ? 1 : -1), across)}"/>`
    : `<a:gd name="adj1" fmla="val ${share(bend, along)}"/>`
  const shape = isStacked ? 'bentConnector4' : across <= 1 ? 'straightConnector1' : 'bentConnector3'
  const geometry = `<a:prstGeom prst="${shape}"><a:avLst>${shape === 'straightConnector1' ? '' : adjust}</a:avLst></a:prstGeom>`
  const end = { id: ids.get(childId)! + 1, site: sites[isStacked ? 'left' : 'top'] }
  const start = { id: ids.get(bossId)! + 1, site: sites.bottom }
  return wrap(id, start, end, `<a:xfrm ${turn}>${box}</a:xfrm>${geometry}`, {
    colour: colours.edge,
    width: 12_700,
  })
}

/** A line that is no reporting line, straight and glued to the sides that face each other. */
export function connectorXml(
  line: MapLine,
  layout: MapLayout,
  ids: ReadonlyMap<string, number>,
  id: number,
  place: Place,
): string {
  const from = layout.positions.get(line.fromSeatId)!
  const to = layout.positions.get(line.toSeatId)!
  const [fromSide, toSide] = facing(from, to)
  const a = siteOf(from, fromSide)
  const b = siteOf(to, toSide)
  const flip = `${b.x < a.x ? ' flipH="1"' : ''}${b.y < a.y ? ' flipV="1"' : ''}`
  const box = [
    `<a:off x="${place.x(Math.min(a.x, b.x))}" y="${place.y(Math.min(a.y, b.y))}"/>`,
    `<a:ext cx="${place.length(Math.abs(b.x - a.x))}" cy="${place.length(Math.abs(b.y - a.y))}"/>`,
  ].join('')
  const start = { id: ids.get(line.fromSeatId)! + 1, site: sites[fromSide] }
  const end = { id: ids.get(line.toSeatId)! + 1, site: sites[toSide] }
  const shape = '<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>'
  return wrap(id, start, end, `<a:xfrm${flip}>${box}</a:xfrm>${shape}`, looks[line.kind])
}

interface Look {
  readonly colour: string
  readonly width: number
  readonly dash?: string
  readonly hasHead?: boolean
}

const looks: Readonly<Record<LineKind, Look>> = {
  influences: { colour: colours.accent, width: 15_875, hasHead: true },
  dotted: { colour: colours.muted, width: 15_875, dash: 'sysDot' },
  conflicts: { colour: colours.stances.opponent, width: 22_225, dash: 'lgDashDot' },
  peer: { colour: colours.muted, width: 12_700, dash: 'dash' },
}

function wrap(
  id: number,
  start: { readonly id: number; readonly site: number },
  end: { readonly id: number; readonly site: number },
  geometry: string,
  { colour, width, dash, hasHead }: Look,
): string {
  return [
    `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${id}" name="Line ${id}"/>`,
    `<p:cNvCxnSpPr><a:stCxn id="${start.id}" idx="${start.site}"/><a:endCxn id="${end.id}" idx="${end.site}"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>`,
    `<p:spPr>${geometry}<a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`,
    dash ? `<a:prstDash val="${dash}"/>` : '',
    '<a:round/>',
    hasHead ? '<a:tailEnd type="triangle"/>' : '',
    '</a:ln></p:spPr></p:cxnSp>',
  ].join('')
}

function facing(from: Point, to: Point): readonly [Side, Side] {
  const dx = to.x - from.x
  if (Math.abs(dx) < card.width * 0.75) return to.y > from.y ? ['bottom', 'top'] : ['top', 'bottom']
  return dx > 0 ? ['right', 'left'] : ['left', 'right']
}

function siteOf({ x, y }: Point, side: Side): Point {
  switch (side) {
    case 'top':
      return { x: x + card.width / 2, y }
    case 'bottom':
      return { x: x + card.width / 2, y: y + card.height }
    case 'left':
      return { x, y: y + card.height / 2 }
    case 'right':
      return { x: x + card.width, y: y + card.height / 2 }
  }
}
