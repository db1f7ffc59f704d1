import { stances } from '../../../../db/terms'
import { roleLetters, type LineKind, type MapPerson } from '../model'
import { stancePaths } from '../stance-mark'
import type { PictureColours } from './colours'
import { heightOf, mapBounds, widthOf, type Picture } from './picture'
import { stanceShape } from './svg-card'
import { lineLook } from './svg-lines'
import { rectAt, round, textAt } from './svg-parts'
import { measureText } from './text-width'
import type { PictureWords } from './words'

interface Entry {
  /** Drawn in a box 24 wide and 16 high. */
  readonly sign: string
  readonly words: string
}

const rowHeight = 22
const size = 11.5

export interface Legend {
  readonly svg: string
  readonly height: number
}

/** What the signs of this picture mean, only those it uses; nothing in the safe variant. */
export function legendSvg(
  picture: Picture,
  width: number,
  colours: PictureColours,
  words: PictureWords,
): Legend {
  const entries = picture.isSafe ? [] : listEntries(picture, colours, words)
  const parts: string[] = []
  let x = 0
  let y = 0
  for (const { sign, words: text } of entries) {
    const wide = 30 + measureText(text, size) + 22
    if (x > 0 && x + wide > width) {
      x = 0
      y += rowHeight
    }
    parts.push(`<g transform="translate(${round(x)} ${y})">${sign}</g>`)
    parts.push(textAt(x + 30, y + 12, text, { size, fill: colours.muted }))
    x += wide
  }
  if (!picture.isSafe) {
    y += entries.length > 0 ? rowHeight + 6 : 0
    parts.push(textAt(0, y + 12, words.internal, { size, weight: 600, fill: colours.text }))
  }
  return { svg: parts.join(''), height: parts.length === 0 ? 0 : y + rowHeight }
}

/** The width a legend needs to stand in few rows under a small map. */
export function legendWidth(picture: Picture): number {
  return Math.max(widthOf(mapBounds(picture)), picture.isSafe ? 0 : 560)
}

export function isWide(picture: Picture): boolean {
  const bounds = mapBounds(picture)
  return widthOf(bounds) >= heightOf(bounds)
}

function listEntries(picture: Picture, colours: PictureColours, words: PictureWords): Entry[] {
  const people = [...picture.layout.positions.keys()].flatMap(
    (id) => picture.forest.seatsById.get(id)?.person ?? [],
  )
  const has = (test: (person: MapPerson) => boolean) => people.some(test)
  const entries: Entry[] = stances
    .filter((stance) => has((person) => person.stance === stance))
    .map((stance) => ({
      sign: `<g transform="translate(6 0)">${stanceShape(stance, colours)}</g>`,
      words: words.stance[stance],
    }))
  if (has(({ isTopFive }) => isTopFive))
    entries.push({
      sign: `<path d="${stancePaths.champion}" fill="${colours.accent}" transform="translate(8 2) scale(0.75)"/>`,
      words: words.topFive,
    })
  if (has(({ influence }) => influence !== 'unknown')) entries.push(influenceEntry(colours, words))
  for (const role of Object.keys(roleLetters) as (keyof typeof roleLetters)[])
    if (has(({ roles }) => roles.includes(role))) entries.push(roleEntry(role, colours, words))
  if (has(({ hasNeeds }) => hasNeeds))
    entries.push({
      sign: `<rect x="-3.5" y="-3.5" width="7" height="7" rx="1.5" fill="${colours.accent}" transform="translate(14 8) rotate(45)"/>`,
      words: words.needs,
    })
  if (has(({ lastContactAtMs }) => lastContactAtMs !== null))
    entries.push({
      sign: `<circle cx="14" cy="8" r="2.9" fill="none" stroke="${colours.muted}" stroke-width="1.4"/>`,
      words: words.lastContact,
    })
  const kinds = new Set(picture.lines.map(({ line }) => line.kind))
  for (const kind of ['influences', 'dotted', 'conflicts', 'peer'] as const)
    if (kinds.has(kind)) entries.push(lineEntry(kind, colours, words))
  if ([...picture.folded].some((id) => (picture.below.get(id) ?? 0) > 0))
    entries.push({
      sign: `<path d="M11 6l3 3.5 3-3.5" fill="none" stroke="${colours.text}" stroke-width="1.4"/>`,
      words: words.folded,
    })
  return entries
}

function influenceEntry(colours: PictureColours, words: PictureWords): Entry {
  const bar = (at: number) =>
    rectAt(8 + at * 4, 9 - at * 3, 3, 4 + at * 3, `rx="1" fill="${colours.text}"`)
  return { sign: [0, 1, 2].map(bar).join(''), words: words.influence }
}

function roleEntry(
  role: keyof typeof roleLetters,
  colours: PictureColours,
  words: PictureWords,
): Entry {
  const look = { size: 10, weight: 600, anchor: 'middle', fill: colours.text } as const
  const sign =
    rectAt(7.5, 1.8, 13, 12.5, `rx="3" fill="${colours.chip}"`) +
    textAt(14, 11.6, roleLetters[role], look)
  return { sign, words: words.role(role) }
}

function lineEntry(kind: LineKind, colours: PictureColours, words: PictureWords): Entry {
  const d = kind === 'conflicts' ? 'M0 8L4 5L8 11L12 5L16 11L20 5L24 8' : 'M0 8H24'
  return {
    sign: `<path d="${d}" fill="none" ${lineLook(kind, colours)}/>`,
    words: words.line[kind],
  }
}
