import { memo, useMemo } from 'react'
import { elbowPath, routeLines, type DrawnLine } from './edges'
import type { MapLayout } from './layout'
import type { MapLine, Rect } from './model'
import { edgesIn, type SpatialIndex } from './visible'

export interface EdgeLayerProps {
  readonly index: SpatialIndex
  readonly layout: MapLayout
  readonly lines: readonly MapLine[]
  readonly rect: Rect
  /** Far views paint reporting lines on their canvas. */
  readonly hasElbows: boolean
  readonly hoverId: string | null
  /** The card that keys act from; its lines stand out too. */
  readonly primaryId: string | null
}

/** Reporting lines as one path, the other lines one by one, and the hovered card's lines on top. */
export const EdgeLayer = memo(function EdgeLayer(props: EdgeLayerProps) {
  const { index, layout, lines, rect, hasElbows, hoverId, primaryId } = props
  const edges = useMemo(() => (hasElbows ? edgesIn(index, rect) : []), [hasElbows, index, rect])
  const elbows = useMemo(() => elbowPath(edges), [edges])
  const drawn = useMemo(() => routeLines(lines, layout), [lines, layout])
  const own = useMemo(
    () =>
      hoverId === null
        ? ''
        : elbowPath(edges.filter((e) => e.bossId === hoverId || e.childId === hoverId)),
    [edges, hoverId],
  )
  return (
    <svg className="map-edges" width="1" height="1" aria-hidden="true">
      <path className="map-edges__elbows" d={elbows} />
      {own !== '' && <path className="map-edges__elbows is-own" d={own} />}
      {drawn.map((line) => (
        <Line key={line.line.id} drawn={line} isOwn={touches(line.line, hoverId ?? primaryId)} />
      ))}
    </svg>
  )
})

function Line({ drawn, isOwn }: { readonly drawn: DrawnLine; readonly isOwn: boolean }) {
  const { line, path, head } = drawn
  return (
    <g className={`map-line map-line--${line.kind}${isOwn ? ' is-own' : ''}`} data-line={line.id}>
      <path d={path} />
      {head && (
        <path
          className="map-line__head"
          d="M0 0-8-4.2-6 0-8 4.2Z"
          transform={`translate(${head.at.x} ${head.at.y}) rotate(${head.angle})`}
        />
      )}
    </g>
  )
}

function touches(line: MapLine, id: string | null): boolean {
  return id !== null && (line.fromSeatId === id || line.toSeatId === id)
}
