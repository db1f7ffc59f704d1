import { contactHeat, daysSince, initialsOf, isFaded, seatState } from '../facts'
import { card, nameSeat, roleLetters, type MapPerson, type MapSeat, type Point } from '../model'
import { stancePaths } from '../stance-mark'
import type { PictureColours } from './colours'
import type { Picture } from './picture'
import { rectAt, round, textAt } from './svg-parts'
import { fitText, wrapText } from './text-width'
import type { PictureWords } from './words'

const textLeft = 54
const textRight = 10

/** One card, in world pixels. */
export function cardSvg(
  seat: MapSeat,
  at: Point,
  picture: Picture,
  colours: PictureColours,
  words: PictureWords,
): string {
  const { isSafe, nowMs, folded, below } = picture
  const state = seatState(seat)
  const { person } = seat
  const count = below.get(seat.id) ?? 0
  const isFolded = folded.has(seat.id) && count > 0
  return [
    `<g transform="translate(${round(at.x)} ${round(at.y)})"${state === 'unknown' && !isSafe ? ' opacity="0.8"' : ''}>`,
    boxSvg(seat, state === 'vacant' && !isSafe, colours),
    `<circle cx="27" cy="32" r="17" fill="${colours.mark}"/>`,
    textAt(27, 36.3, person ? initialsOf(person.name) : '?', {
      size: 12,
      weight: 600,
      anchor: 'middle',
      fill: colours.muted,
    }),
    person && !isSafe ? stanceSvg(person, nowMs, colours) : '',
    linesSvg(seat, isSafe, nowMs, colours, words),
    isFolded ? foldSvg(count, colours) : '',
    '</g>',
  ].join('')
}

function boxSvg(seat: MapSeat, isVacant: boolean, colours: PictureColours): string {
  const size = [0.5, 0.5, card.width - 1, card.height - 1] as const
  if (isVacant)
    return rectAt(
      ...size,
      `rx="8" fill="none" stroke="${colours.muted}" stroke-opacity="0.6" stroke-width="1.5" stroke-dasharray="5 4"`,
    )
  const look = `rx="8" fill="${colours.card}" stroke="${colours.cardLine}"`
  const behind = seat.headcount > 1 ? rectAt(3.5, 3.5, card.width - 1, card.height - 1, look) : ''
  return behind + rectAt(...size, look)
}

function stanceSvg(person: MapPerson, nowMs: number, colours: PictureColours): string {
  const opacity = isFaded(person, nowMs) ? ' opacity="0.6"' : ''
  return [
    `<circle cx="40" cy="45" r="9.5" fill="${colours.card}"/>`,
    `<g transform="translate(32.5 37.5) scale(0.9375)"${opacity}>`,
    stanceShape(person.stance, colours),
    '</g>',
  ].join('')
}

/** The sign of a stance in a box of 16 units; the same shapes as on screen. */
export function stanceShape(stance: MapPerson['stance'], { stances }: PictureColours): string {
  const colour = stances[stance]
  const path = (d: string, look: string) => `<path d="${d}" ${look}/>`
  switch (stance) {
    case 'neutral':
      return path(stancePaths.neutral, `fill="none" stroke="${colour}" stroke-width="2"`)
    case 'unknown':
      return path(
        stancePaths.unknown,
        `fill="none" stroke="${colour}" stroke-width="1.8" stroke-dasharray="2 2"`,
      )
    case 'non_supporter':
      return (
        path(stancePaths.non_supporter, `fill="${colour}"`) +
        path(stancePaths.supporter, `fill="none" stroke="${colour}" stroke-width="1.5"`)
      )
    default:
      return path(stancePaths[stance], `fill="${colour}"`)
  }
}

/** Name, title and facts, as many lines as there is something to say, centred on the card. */
function linesSvg(
  seat: MapSeat,
  isSafe: boolean,
  nowMs: number,
  colours: PictureColours,
  words: PictureWords,
): string {
  const { person } = seat
  const facts = person && !isSafe ? factsSvg(person, nowMs, colours, words) : ''
  const width = card.width - textLeft - textRight
  const isTopFive = person?.isTopFive === true && !isSafe
  const count = seat.headcount > 1 && !isSafe ? `×${Math.round(seat.headcount * 10) / 10}` : ''
  const nameWidth = width - (isTopFive ? 17 : 0) - (count === '' ? 0 : 30)
  const name = fitText(nameSeat(seat), nameWidth, 13, 600)
  const hint = isSafe ? '' : seat.title === '' ? '' : words.openSeat(seatState(seat))
  const title = person ? seat.title : hint
  const titleLines = title === '' ? [] : wrapText(title, width, 11.5, facts === '' ? 2 : 1)
  const rows = 17 + titleLines.length * 14 + (facts === '' ? 0 : 15)
  const top = (card.height - rows) / 2
  const parts = [textAt(textLeft, top + 13, name, { size: 13, weight: 600, fill: colours.text })]
  if (isTopFive) parts.push(starSvg(card.width - textRight - 13, top + 2, colours))
  if (count !== '')
    parts.push(
      textAt(card.width - textRight - (isTopFive ? 17 : 0), top + 13, count, {
        size: 11,
        weight: 600,
        anchor: 'end',
        fill: colours.muted,
      }),
    )
  for (const [at, line] of titleLines.entries())
    parts.push(textAt(textLeft, top + 28 + at * 14, line, { size: 11.5, fill: colours.muted }))
  if (facts !== '')
    parts.push(`<g transform="translate(${textLeft} ${round(top + rows - 13)})">${facts}</g>`)
  return parts.join('')
}

/** Influence bars, role letters, needs, last contact: a row 13 units high. */
function factsSvg(
  person: MapPerson,
  nowMs: number,
  colours: PictureColours,
  words: PictureWords,
): string {
  const parts: string[] = []
  let x = 0
  if (person.influence !== 'unknown') {
    parts.push(barsSvg(person.influence, colours))
    x += 17
  }
  for (const role of person.roles.slice(0, 5)) {
    parts.push(rectAt(x, 0.5, 13, 12.5, `rx="3" fill="${colours.chip}"`))
    const look = { size: 10, weight: 600, anchor: 'middle', fill: colours.text } as const
    parts.push(textAt(x + 6.5, 10.3, roleLetters[role], look))
    x += 16
  }
  if (person.hasNeeds) {
    const square = `<rect x="-3.5" y="-3.5" width="7" height="7" rx="1.5" fill="${colours.accent}" transform="translate(${x + 5} 6.8) rotate(45)"/>`
    parts.push(square)
  }
  const days = daysSince(person.lastContactAtMs, nowMs)
  if (days !== null) parts.push(contactSvg(person, days, nowMs, colours, words))
  return parts.join('')
}

function barsSvg(influence: MapPerson['influence'], colours: PictureColours): string {
  const on = { low: 1, medium: 2, high: 3, unknown: 0 }[influence]
  return [0, 1, 2]
    .map((bar) =>
      rectAt(
        bar * 4,
        7.5 - bar * 3,
        3,
        4 + bar * 3,
        `rx="1" fill="${bar < on ? colours.text : colours.mark}"`,
      ),
    )
    .join('')
}

function contactSvg(
  person: MapPerson,
  days: number,
  nowMs: number,
  colours: PictureColours,
  words: PictureWords,
): string {
  const heat = contactHeat(person.lastContactAtMs, nowMs)
  const { champion, non_supporter, opponent } = colours.stances
  const colour = heat === 'recent' ? champion : heat === 'due' ? non_supporter : opponent
  const right = card.width - textLeft - textRight
  const text = words.days(days)
  const dot = right - text.length * 6.1 - 7
  const ring = `<circle cx="${round(dot)}" cy="6.8" r="2.9" fill="${heat === 'recent' ? colour : 'none'}" stroke="${colour}" stroke-width="1.4"/>`
  const half =
    heat === 'due' ? `<path d="M${round(dot)} 3.9a2.9 2.9 0 0 0 0 5.8Z" fill="${colour}"/>` : ''
  const look = { size: 10.5, anchor: 'end', fill: colours.muted } as const
  return ring + half + textAt(right, 10.6, text, look)
}

function starSvg(x: number, y: number, { accent }: PictureColours): string {
  return `<path d="${stancePaths.champion}" fill="${accent}" transform="translate(${round(x)} ${round(y)}) scale(0.75)"/>`
}

function foldSvg(count: number, colours: PictureColours): string {
  const text = String(count)
  const width = 22 + text.length * 7
  const x = (card.width - width) / 2
  return [
    rectAt(
      x,
      card.height - 8,
      width,
      16,
      `rx="8" fill="${colours.mark}" stroke="${colours.cardLine}"`,
    ),
    `<path d="M${round(x + 7)} ${card.height - 2}l3 3.5 3-3.5" fill="none" stroke="${colours.text}" stroke-width="1.4"/>`,
    textAt(x + 15, card.height + 3.8, text, { size: 10.5, weight: 600, fill: colours.text }),
  ].join('')
}
