import { elbowPath, type DrawnLine } from '../edges'
import type { LineKind, Rect } from '../model'
import type { PictureColours } from './colours'
import { touches, type Picture } from './picture'
import { round } from './svg-parts'

/** Reporting lines as one path; of a part of the map only those that touch it. */
export function elbowsSvg({ layout }: Picture, part: Rect | null, colours: PictureColours): string {
  const edges = part
    ? layout.edges.filter(({ points }) => touches(boxOf(points), part))
    : layout.edges
  if (edges.length === 0) return ''
  return `<path d="${elbowPath(edges)}" fill="none" stroke="${colours.edge}" stroke-width="1.5"/>`
}

/** The lines that are no reporting lines, each with its head. */
export function linesSvg({ lines }: Picture, colours: PictureColours): string {
  return lines.map((line) => lineSvg(line, colours)).join('')
}

/** Stroke attributes of a kind of line; the same look as on screen. */
export function lineLook(kind: LineKind, colours: PictureColours): string {
  switch (kind) {
    case 'influences':
      return `stroke="${colours.accent}" stroke-width="1.5" stroke-linecap="round"`
    case 'dotted':
      return `stroke="${colours.muted}" stroke-width="2" stroke-linecap="round" stroke-dasharray="0.1 5"`
    case 'conflicts':
      return `stroke="${colours.stances.opponent}" stroke-width="1.5" stroke-linecap="round"`
    case 'peer':
      return `stroke="${colours.muted}" stroke-width="1.5" stroke-linecap="round" stroke-dasharray="6 4"`
  }
}

function lineSvg({ line, path, head }: DrawnLine, colours: PictureColours): string {
  const body = `<path d="${path}" fill="none" ${lineLook(line.kind, colours)}/>`
  if (!head) return body
  const at = `translate(${round(head.at.x)} ${round(head.at.y)}) rotate(${round(head.angle)})`
  return `${body}<path d="M0 0-8-4.2-6 0-8 4.2Z" fill="${colours.accent}" transform="${at}"/>`
}

function boxOf(points: readonly number[]): Rect {
  const xs = points.filter((_, at) => at % 2 === 0)
  const ys = points.filter((_, at) => at % 2 === 1)
  return {
    left: Math.min(...xs) - 1,
    top: Math.min(...ys) - 1,
    right: Math.max(...xs) + 1,
    bottom: Math.max(...ys) + 1,
  }
}
