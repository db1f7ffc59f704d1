import { isFaded, seatState } from './facts'
import type { Forest } from './forest'
import { stances } from '../../../db/terms'
import { card, nameSeat, type Rect, type Stance } from './model'
import { stancePaths } from './stance-mark'
import { cardsIn, edgesIn, type SpatialIndex } from './visible'

export interface FarScene {
  readonly forest: Forest
  readonly index: SpatialIndex
  readonly rect: Rect
  /** Canvas pixels per world pixel. */
  readonly scale: number
  /** Screen pixels per world pixel. */
  readonly zoom: number
  readonly isSafe: boolean
  readonly colours: FarColours
}

export interface FarColours {
  readonly card: string
  readonly text: string
  readonly line: string
  readonly edge: string
  readonly font: string
  readonly stances: Readonly<Record<Stance, string>>
}

/** Reads the theme from an element's custom properties. */
export function readColours(element: Element): FarColours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    card: read('--surface-raised'),
    text: read('--text'),
    line: read('--line'),
    edge: read('--map-edge') || read('--line'),
    font: style.fontFamily || 'sans-serif',
    stances: Object.fromEntries(
      stances.map((stance) => [stance, read(`--stance-${stance.replace('_', '-')}`)]),
    ) as Record<Stance, string>,
  }
}

/** Paints lines, boxes and, where a box has room for letters, names. */
export function paintFar(context: CanvasRenderingContext2D, scene: FarScene): void {
  const { rect, scale, colours } = scene
  context.setTransform(scale, 0, 0, scale, -rect.left * scale, -rect.top * scale)
  context.strokeStyle = colours.edge
  context.lineWidth = Math.max(1.5, 1 / scale)
  context.beginPath()
  for (const { points } of edgesIn(scene.index, rect)) {
    context.moveTo(points[0] as number, points[1] as number)
    for (let i = 2; i < points.length; i += 2) {
      context.lineTo(points[i] as number, points[i + 1] as number)
    }
  }
  context.stroke()
  const ids = cardsIn(scene.index, rect)
  paintBoxes(context, scene, ids)
  if (card.width * scene.zoom >= 34) paintNames(context, scene, ids)
}

function paintBoxes(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  ids: readonly string[],
): void {
  const { index, colours, scale } = scene
  const places = index.placeById
  context.fillStyle = colours.card
  context.strokeStyle = colours.line
  context.lineWidth = 1 / scale
  context.beginPath()
  for (const id of ids) {
    const i = places.get(id) as number
    context.rect(index.cards[i] as number, index.cards[i + 1] as number, card.width, card.height)
  }
  context.fill()
  context.stroke()
  if (!scene.isSafe) paintStances(context, scene, ids, places)
}

/** A bar of the stance's colour at the left; its shape too where there is room. */
function paintStances(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  ids: readonly string[],
  places: ReadonlyMap<string, number>,
): void {
  const { forest, index, colours, zoom } = scene
  const size = 40
  const showsShape = size * zoom >= 6
  const nowMs = Date.now()
  for (const id of ids) {
    const person = forest.seatsById.get(id)?.person
    if (!person || person.stance === 'unknown') continue
    const i = places.get(id) as number
    const x = index.cards[i] as number
    const y = index.cards[i + 1] as number
    context.fillStyle = colours.stances[person.stance]
    context.globalAlpha = isFaded(person, nowMs) ? 0.5 : 1
    if (!showsShape) context.fillRect(x, y, 56, card.height)
    else {
      context.save()
      context.translate(x + 10, y + (card.height - size) / 2)
      context.scale(size / 16, size / 16)
      const path = new Path2D(stancePaths[person.stance])
      if (person.stance === 'neutral') {
        context.strokeStyle = colours.stances.neutral
        context.lineWidth = 2
        context.stroke(path)
      } else context.fill(path)
      context.restore()
    }
  }
  context.globalAlpha = 1
}

function paintNames(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  ids: readonly string[],
): void {
  const { forest, index, colours, zoom, isSafe } = scene
  const places = index.placeById
  const screenSize = Math.max(7, Math.min(11, card.height * zoom * 0.62))
  const size = screenSize / zoom
  const left = isSafe ? 12 : 58
  const letters = Math.floor(((card.width - left - 6) / size) * 1.85)
  if (letters < 3) return
  context.fillStyle = colours.text
  context.font = `500 ${size}px ${colours.font}`
  context.textBaseline = 'middle'
  for (const id of ids) {
    const seat = forest.seatsById.get(id)
    if (!seat) continue
    const i = places.get(id) as number
    const name = nameSeat(seat)
    context.globalAlpha = seatState(seat) === 'filled' ? 1 : 0.6
    context.fillText(
      name.length > letters ? `${name.slice(0, letters - 1)}…` : name,
      (index.cards[i] as number) + left,
      (index.cards[i + 1] as number) + card.height / 2,
      card.width - left,
    )
  }
  context.globalAlpha = 1
}
