import type { Rect } from '../model'

export const papers = ['A4', 'Letter', 'A3'] as const
export type Paper = (typeof papers)[number]

/** Short and long side, millimetres (ISO 216, ANSI). */
const sizes: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4],
  A3: [297, 420],
}

/** CSS pixels in a millimetre: 96 to the inch. */
export const pxPerMm = 96 / 25.4
const marginMm = 10
const overlapMm = 8
/** Below this a name is under 5 pt and nobody reads it. */
export const tiledScaleDefault = 0.6

export interface PrintPage {
  /** The part of the sheet on this page, world pixels. */
  readonly part: Rect
  /** Row letter and column number: 'B2'. Empty for a single page. */
  readonly label: string
}

export interface PrintPlan {
  readonly widthMm: number
  readonly heightMm: number
  readonly marginMm: number
  /** Printed pixels (96 to the inch) per world pixel. */
  readonly scale: number
  readonly columns: number
  readonly rows: number
  readonly pages: readonly PrintPage[]
}

/** The whole sheet on one page, turned the way it fills more of it; never larger than life. */
export function planOnePage(sheet: Rect, paper: Paper): PrintPlan {
  const width = sheet.right - sheet.left
  const height = sheet.bottom - sheet.top
  const plans = [false, true].map((isLandscape) => {
    const area = printArea(paper, isLandscape)
    return { area, scale: Math.min(1, area.width / width, area.height / height) }
  })
  const [upright, across] = plans as [(typeof plans)[0], (typeof plans)[0]]
  const { area, scale } =
    across.scale > upright.scale || (across.scale === upright.scale && width > height)
      ? across
      : upright
  return { ...area, marginMm, scale, columns: 1, rows: 1, pages: [{ part: sheet, label: '' }] }
}

/** The sheet at a scale on as many pages as it needs, turned the way that needs fewer. */
export function planTiles(sheet: Rect, paper: Paper, scale: number): PrintPlan {
  const plans = [true, false].map((isLandscape) => tile(sheet, paper, isLandscape, scale))
  const [across, upright] = plans as [PrintPlan, PrintPlan]
  return upright.pages.length < across.pages.length ? upright : across
}

function tile(sheet: Rect, paper: Paper, isLandscape: boolean, scale: number): PrintPlan {
  const area = printArea(paper, isLandscape)
  const overlap = (overlapMm * pxPerMm) / scale
  const pageWidth = area.width / scale
  const pageHeight = area.height / scale
  const columns = count(sheet.right - sheet.left, pageWidth, overlap)
  const rows = count(sheet.bottom - sheet.top, pageHeight, overlap)
  const pages: PrintPage[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const left = sheet.left + column * (pageWidth - overlap)
      const top = sheet.top + row * (pageHeight - overlap)
      const part = { left, top, right: left + pageWidth, bottom: top + pageHeight }
      pages.push({ part, label: columns * rows === 1 ? '' : `${rowName(row)}${column + 1}` })
    }
  const { widthMm, heightMm } = area
  return { widthMm, heightMm, marginMm, scale, columns, rows, pages }
}

/** Pages of a length that overlap by a little; at least one. */
function count(length: number, page: number, overlap: number): number {
  return Math.max(1, Math.ceil((length - overlap) / (page - overlap)))
}

/** The paper, and what can be printed on, pixels at 96 to the inch; a foot line is left free. */
function printArea(paper: Paper, isLandscape: boolean) {
  const [short, long] = sizes[paper]
  const widthMm = isLandscape ? long : short
  const heightMm = isLandscape ? short : long
  const width = (widthMm - 2 * marginMm) * pxPerMm
  const height = (heightMm - 2 * marginMm - footMm) * pxPerMm
  return { widthMm, heightMm, width, height }
}

const footMm = 6

function rowName(row: number): string {
  return row < 26
    ? String.fromCharCode(65 + row)
    : rowName(Math.floor(row / 26) - 1) + rowName(row % 26)
}
