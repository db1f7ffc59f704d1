import { card, type Rect } from '../model'
import { paperColours, type PictureColours } from './colours'
import { legendSvg, legendWidth, type Legend } from './legend'
import { mapBounds, touches, widthOf, type Picture } from './picture'
import { cardSvg } from './svg-card'
import { elbowsSvg, linesSvg } from './svg-lines'
import { escapeXml, rectAt, round, textAt } from './svg-parts'
import { fitText } from './text-width'
import type { PictureWords } from './words'

export interface SvgOptions {
  readonly words: PictureWords
  readonly colours?: PictureColours
  /** Pixels per world pixel of the outer size; the drawing itself is a vector. */
  readonly scale?: number
  readonly hasLegend?: boolean
  /** `@font-face` rules, so that the file looks the same anywhere. */
  readonly fontCss?: string
  /** Only this part of the sheet, for a page of many; left out = all of it. */
  readonly part?: Rect
  /** Marks behind cards, by seat: what changed between two maps. */
  readonly halo?: ReadonlyMap<string, string>
}

export const pictureFont =
  "'Inter Variable', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans CJK SC', sans-serif"

const headHeight = 58
const legendGap = 20

/** Title above, map, legend below: the rectangle that an export fills, world pixels. */
export function sheetBounds(picture: Picture, options: SvgOptions): Rect {
  const map = mapBounds(picture)
  if (!hasHead(picture)) return map
  const legend = makeLegend(picture, options)
  const width = Math.max(widthOf(map), legendWidth(picture), 320)
  const bottom = map.bottom + (legend.height > 0 ? legendGap + legend.height + 16 : 0)
  const middle = (map.left + map.right) / 2
  return { left: middle - width / 2, top: map.top - headHeight, right: middle + width / 2, bottom }
}

/**
 * The picture as an SVG file: real text, no script, no outside address. Pure; what is not in `part`
 * is not in the text either.
 */
export function exportSvg(picture: Picture, options: SvgOptions): string {
  const { words, colours = paperColours, scale = 1, fontCss, part, halo } = options
  const sheet = sheetBounds(picture, options)
  const view = part ?? sheet
  const width = view.right - view.left
  const height = view.bottom - view.top
  const seen = part ?? null
  const cards: string[] = []
  for (const [id, at] of picture.layout.positions) {
    const box = { left: at.x, top: at.y, right: at.x + card.width, bottom: at.y + card.height + 10 }
    if (seen && !touches(box, seen)) continue
    const mark = halo?.get(id)
    if (mark)
      cards.push(rectAt(at.x - 4, at.y - 4, card.width + 8, card.height + 8, `rx="11" ${mark}`))
    cards.push(cardSvg(picture.forest.seatsById.get(id)!, at, picture, colours, words))
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width * scale)}" height="${round(height * scale)}"`,
    ` viewBox="${round(view.left)} ${round(view.top)} ${round(width)} ${round(height)}" font-family="${escapeXml(pictureFont)}">`,
    picture.title === '' ? '' : `<title>${escapeXml(picture.title)}</title>`,
    fontCss ? `<style>${fontCss}</style>` : '',
    colours.ground === 'none'
      ? ''
      : rectAt(view.left, view.top, width, height, `fill="${colours.ground}"`),
    hasHead(picture) && (!seen || seen.top < sheet.top + headHeight)
      ? headSvg(picture, sheet, colours)
      : '',
    elbowsSvg(picture, seen, colours),
    linesSvg(picture, colours),
    cards.join(''),
    !seen || seen.bottom > mapBounds(picture).bottom ? legendPart(picture, sheet, options) : '',
    '</svg>',
  ].join('')
}

function hasHead({ title, subtitle }: Picture): boolean {
  return title !== '' || subtitle !== ''
}

function headSvg(picture: Picture, sheet: Rect, colours: PictureColours): string {
  const room = widthOf(sheet) - 48
  const x = sheet.left + 24
  const title = fitText(picture.title, room, 20, 600)
  return (
    textAt(x, sheet.top + 34, title, { size: 20, weight: 600, fill: colours.text }) +
    textAt(x, sheet.top + 54, fitText(picture.subtitle, room, 12.5), {
      size: 12.5,
      fill: colours.muted,
    })
  )
}

function legendPart(picture: Picture, sheet: Rect, options: SvgOptions): string {
  const { svg, height } = makeLegend(picture, options)
  if (height === 0) return ''
  const y = mapBounds(picture).bottom + legendGap
  return `<g transform="translate(${round(sheet.left + 24)} ${round(y)})">${svg}</g>`
}

function makeLegend(picture: Picture, options: SvgOptions): Legend {
  const { hasLegend = true, colours = paperColours, words } = options
  if (!hasLegend) return { svg: '', height: 0 }
  return legendSvg(picture, legendWidth(picture) - 48, colours, words)
}
