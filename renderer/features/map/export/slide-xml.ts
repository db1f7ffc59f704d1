import { seatState } from '../facts'
import { card, nameSeat, roleLetters, type MapSeat, type Rect, type Stance } from '../model'
import { paperColours as colours } from './colours'
import { heightOf, mapBounds, widthOf, type Picture } from './picture'
import { connectorXml, glueXml, type Place } from './slide-connectors'
import { escapeXml } from './svg-parts'
import type { PictureWords } from './words'

const emuPerInch = 914_400
const headHeight = 64
const footHeight = 40

/** Map, title and legend: what the slide shows, world pixels. */
export function slideSheet(picture: Picture): Rect {
  const { left, top, right, bottom } = mapBounds(picture)
  return { left, top: top - headHeight, right, bottom: bottom + (picture.isSafe ? 0 : footHeight) }
}

/** The shapes of the slide, lines first so that cards lie over them. */
export function slideTree(
  picture: Picture,
  size: { readonly width: number; readonly height: number },
  words: PictureWords,
): string {
  const sheet = slideSheet(picture)
  const scale = Math.min(1 / 96, size.width / widthOf(sheet), size.height / heightOf(sheet))
  const left = (size.width - widthOf(sheet) * scale) / 2 - sheet.left * scale
  const top = (size.height - heightOf(sheet) * scale) / 2 - sheet.top * scale
  const place: Place = {
    x: (x) => Math.round((left + x * scale) * emuPerInch),
    y: (y) => Math.round((top + y * scale) * emuPerInch),
    length: (length) => Math.round(length * scale * emuPerInch),
    points: (px) => Math.max(100, Math.round(px * scale * 72 * 100)),
  }
  const ids = new Map([...picture.layout.positions.keys()].map((id, at) => [id, 10 + at * 4]))
  return [
    titleXml(picture, place, sheet),
    ...picture.layout.edges.map((edge, at) =>
      glueXml(edge, picture.layout, ids, 1_000_000 + at, place),
    ),
    ...[...picture.layout.positions].map(([id, at]) =>
      cardXml(picture.forest.seatsById.get(id)!, at.x, at.y, ids.get(id)!, picture, place, words),
    ),
    ...picture.lines.map(({ line }, at) =>
      connectorXml(line, picture.layout, ids, 2_000_000 + at, place),
    ),
    picture.isSafe ? '' : legendXml(picture, place, sheet, words),
  ].join('')
}

function cardXml(
  seat: MapSeat,
  x: number,
  y: number,
  id: number,
  picture: Picture,
  place: Place,
  words: PictureWords,
): string {
  const box = `<a:off x="${place.x(x)}" y="${place.y(y)}"/><a:ext cx="${place.length(card.width)}" cy="${place.length(card.height)}"/>`
  const stance = seat.person && !picture.isSafe ? seat.person.stance : null
  const dash = seatState(seat) === 'vacant' && !picture.isSafe ? '<a:prstDash val="dash"/>' : ''
  const child = box.replace('<a:off', '<a:chOff').replace('<a:ext', '<a:chExt')
  return [
    `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${id}" name="${escapeXml(nameSeat(seat))}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>`,
    `<p:grpSpPr><a:xfrm>${box}${child}</a:xfrm></p:grpSpPr>`,
    `<p:sp><p:nvSpPr><p:cNvPr id="${id + 1}" name="${escapeXml(nameSeat(seat))}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>`,
    `<p:spPr><a:xfrm>${box}</a:xfrm><a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 12500"/></a:avLst></a:prstGeom>`,
    `${solid(colours.card)}<a:ln w="9525">${solid(colours.edge)}${dash}</a:ln></p:spPr>`,
    cardTextXml(seat, picture, place, words, stance !== null),
    '</p:sp>',
    stance === null ? '' : stanceXml(stance, x, y, id + 2, place, words),
    '</p:grpSp>',
  ].join('')
}

function cardTextXml(
  seat: MapSeat,
  { isSafe }: Picture,
  place: Place,
  words: PictureWords,
  hasMark: boolean,
): string {
  const { person } = seat
  const star = person?.isTopFive && !isSafe ? '★ ' : ''
  const title = person || isSafe ? seat.title : words.openSeat(seatState(seat))
  const facts = person && !isSafe ? factsOf(person) : ''
  const inset = place.length(8)
  const left = hasMark ? place.length(32) : inset
  return [
    `<p:txBody><a:bodyPr wrap="square" lIns="${left}" tIns="${inset >> 1}" rIns="${inset}" bIns="${inset >> 1}" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/>`,
    lineXml(star + nameSeat(seat), place.points(13), colours.text, true),
    title === '' || title === nameSeat(seat) ? '' : lineXml(title, place.points(11), colours.muted),
    facts === '' ? '' : lineXml(facts, place.points(10), colours.muted),
    '</p:txBody>',
  ].join('')
}

function factsOf({ influence, roles }: NonNullable<MapSeat['person']>): string {
  const bars = { high: '▮▮▮', medium: '▮▮▯', low: '▮▯▯', unknown: '' }[influence]
  return [bars, roles.map((role) => roleLetters[role]).join(' ')].filter(Boolean).join('  ')
}

const marks: Readonly<Record<Stance, { readonly shape: string; readonly look: string }>> = {
  champion: { shape: 'star5', look: 'fill' },
  supporter: { shape: 'ellipse', look: 'fill' },
  neutral: { shape: 'ellipse', look: 'ring' },
  non_supporter: { shape: 'flowChartDelay', look: 'half' },
  opponent: { shape: 'rect', look: 'fill' },
  unknown: { shape: 'ellipse', look: 'dotted' },
}

function stanceXml(
  stance: Stance,
  x: number,
  y: number,
  id: number,
  place: Place,
  words: PictureWords,
): string {
  const { shape, look } = marks[stance]
  const colour = colours.stances[stance]
  const flip = look === 'half' ? ' flipH="1"' : ''
  const width = look === 'half' ? 8 : 16
  const dash = look === 'dotted' ? '<a:prstDash val="sysDot"/>' : ''
  const isFilled = look === 'fill' || look === 'half'
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(words.stance[stance])}" descr="${escapeXml(words.stance[stance])}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>`,
    `<a:xfrm${flip}><a:off x="${place.x(x + 9)}" y="${place.y(y + 24)}"/><a:ext cx="${place.length(width)}" cy="${place.length(16)}"/></a:xfrm>`,
    `<a:prstGeom prst="${shape}"><a:avLst/></a:prstGeom>`,
    isFilled ? solid(colour) : '<a:noFill/>',
    isFilled ? '<a:ln><a:noFill/></a:ln>' : `<a:ln w="19050">${solid(colour)}${dash}</a:ln>`,
    '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>',
  ].join('')
}

function titleXml({ title, subtitle }: Picture, place: Place, sheet: Rect): string {
  const lines = [
    lineXml(title, Math.max(1600, place.points(20)), colours.text, true),
    lineXml(subtitle, Math.max(1000, place.points(12)), colours.muted),
  ]
  return boxXml(
    2,
    title,
    sheet.left + 16,
    sheet.top + 4,
    widthOf(sheet) - 32,
    headHeight,
    lines,
    place,
  )
}

/** What the signs mean, in words, and that the slide is not for the customer. */
function legendXml(picture: Picture, place: Place, sheet: Rect, words: PictureWords): string {
  const people = [...picture.layout.positions.keys()].flatMap(
    (id) => picture.forest.seatsById.get(id)?.person ?? [],
  )
  const used = new Set(people.map(({ stance }) => stance))
  const signs = {
    champion: '★',
    supporter: '●',
    neutral: '○',
    non_supporter: '◖',
    opponent: '■',
    unknown: '◌',
  }
  const stances = (Object.keys(marks) as Stance[])
    .filter((stance) => used.has(stance))
    .map((stance) => `${signs[stance]} ${words.stance[stance]}`)
  const roles = [...new Set(people.flatMap((person) => person.roles))]
    .sort()
    .map((role) => `${roleLetters[role]} ${words.role(role)}`)
  const influence = people.some((person) => person.influence !== 'unknown')
    ? [`▮▮▯ ${words.influence}`]
    : []
  const size = Math.max(800, place.points(10))
  const lines = [
    lineXml([...stances, ...influence, ...roles].join('   '), size, colours.muted),
    lineXml(words.internal, size, colours.text, true),
  ]
  const y = sheet.bottom - footHeight
  return boxXml(3, 'Legend', sheet.left + 16, y, widthOf(sheet) - 32, footHeight, lines, place)
}

function boxXml(
  id: number,
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  lines: readonly string[],
  place: Place,
): string {
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>`,
    `<a:xfrm><a:off x="${place.x(x)}" y="${place.y(y)}"/><a:ext cx="${place.length(width)}" cy="${place.length(height)}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>',
    `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>${lines.join('')}</p:txBody></p:sp>`,
  ].join('')
}

/** One paragraph; `size` in hundredths of a point. */
function lineXml(text: string, size: number, colour: string, isBold = false): string {
  const look = `sz="${size}"${isBold ? ' b="1"' : ''} dirty="0"`
  if (text === '') return `<a:p><a:endParaRPr ${look}/></a:p>`
  return `<a:p><a:r><a:rPr ${look}>${solid(colour)}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p>`
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`
}
