import type { Point } from './model'

/**
 * What the hand is doing on the map, as a value. `step` takes the gesture and one event and gives
 * the next gesture with what follows from it; it reads no clock and touches no element.
 *
 * 1. A press becomes a pan, a marquee or a drag only after it moved more than `slop` pixels.
 * 2. With a finger a card is dragged only after a long press; a quick finger always pans.
 * 3. Esc gives up every gesture without any effect on the data.
 * 4. A second finger turns whatever the first one does into a pinch.
 */
export type Gesture =
  | { readonly name: 'idle' }
  | {
      readonly name: 'pressing'
      readonly at: Point
      readonly hitId: string | null
      readonly pointer: Pointer
      readonly wasSelected: boolean
      readonly keys: Keys
    }
  | { readonly name: 'panning'; readonly at: Point }
  | {
      readonly name: 'marqueeing'
      readonly from: Point
      readonly at: Point
      readonly adds: boolean
    }
  | {
      readonly name: 'dragging'
      readonly at: Point
      readonly grabbedId: string
      readonly keys: Keys
    }
  | { readonly name: 'pinching'; readonly a: Point; readonly b: Point }

export type Pointer = 'mouse' | 'pen' | 'touch'

export interface Keys {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean
}

/** Points are screen pixels relative to the canvas. */
export type GestureEvent =
  | {
      readonly type: 'down'
      readonly at: Point
      readonly hitId: string | null
      readonly isSelected: boolean
      readonly pointer: Pointer
      /** 0 main, 1 middle, 2 right. */
      readonly button: number
      readonly keys: Keys
    }
  | { readonly type: 'move'; readonly at: Point; readonly keys: Keys }
  | { readonly type: 'up'; readonly at: Point; readonly keys: Keys }
  | { readonly type: 'longPress' }
  | { readonly type: 'secondDown'; readonly at: Point }
  | { readonly type: 'pinch'; readonly a: Point; readonly b: Point }
  | { readonly type: 'cancel' }

export type GestureEffect =
  | { readonly type: 'select'; readonly id: string; readonly how: 'only' | 'toggle' }
  | { readonly type: 'selectNone' }
  | { readonly type: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly type: 'zoom'; readonly factor: number; readonly at: Point }
  | { readonly type: 'marquee'; readonly from: Point; readonly to: Point; readonly adds: boolean }
  | { readonly type: 'marqueeEnd' }
  | {
      readonly type: 'preview'
      readonly at: Point
      readonly grabbedId: string
      readonly keys: Keys
    }
  | { readonly type: 'previewEnd' }
  | { readonly type: 'drop'; readonly at: Point; readonly grabbedId: string; readonly keys: Keys }

export interface Step {
  readonly gesture: Gesture
  readonly effects: readonly GestureEffect[]
}

export const idle: Gesture = { name: 'idle' }
const slop = { mouse: 4, pen: 6, touch: 10 } as const
const noKeys: Keys = { shift: false, alt: false, mod: false }

export function step(gesture: Gesture, event: GestureEvent): Step {
  if (event.type === 'cancel') return give(idle, ...endings(gesture))
  if (event.type === 'secondDown') return startPinch(gesture, event.at)
  switch (gesture.name) {
    case 'idle':
      return event.type === 'down' ? press(event) : give(gesture)
    case 'pressing':
      return whilePressing(gesture, event)
    case 'panning':
      if (event.type === 'move') {
        const pan = panFrom(gesture.at, event.at)
        return give({ name: 'panning', at: event.at }, pan)
      }
      return event.type === 'up' ? give(idle) : give(gesture)
    case 'marqueeing':
      return whileMarqueeing(gesture, event)
    case 'dragging':
      return whileDragging(gesture, event)
    case 'pinching':
      return whilePinching(gesture, event)
  }
}

type Of<N extends Gesture['name']> = Extract<Gesture, { name: N }>

function press(event: Extract<GestureEvent, { type: 'down' }>): Step {
  const { at, hitId, pointer, keys, isSelected, button } = event
  if (button === 1) return give({ name: 'panning', at })
  if (button !== 0) {
    return hitId !== null && !isSelected
      ? give(idle, { type: 'select', id: hitId, how: 'only' })
      : give(idle)
  }
  const next: Gesture = { name: 'pressing', at, hitId, pointer, keys, wasSelected: isSelected }
  const toggles = keys.shift || keys.mod
  if (hitId !== null && !isSelected && !toggles && pointer !== 'touch') {
    return give(next, { type: 'select', id: hitId, how: 'only' })
  }
  return give(next)
}

function whilePressing(gesture: Of<'pressing'>, event: GestureEvent): Step {
  const { hitId, at, pointer } = gesture
  if (event.type === 'longPress' && hitId !== null && pointer === 'touch') {
    const picked = pick(gesture)
    const drag: Gesture = { name: 'dragging', at, grabbedId: hitId, keys: noKeys }
    return give(drag, ...picked, { type: 'preview', at, grabbedId: hitId, keys: noKeys })
  }
  if (event.type === 'up') return give(idle, ...click(gesture))
  if (event.type !== 'move') return give(gesture)
  if (Math.hypot(event.at.x - at.x, event.at.y - at.y) < slop[pointer]) return give(gesture)
  if (hitId !== null && pointer !== 'touch') {
    const { keys } = event
    const drag: Gesture = { name: 'dragging', at: event.at, grabbedId: hitId, keys }
    const preview = { type: 'preview', at: event.at, grabbedId: hitId, keys } as const
    return give(drag, ...pick(gesture), preview)
  }
  if (gesture.keys.shift) {
    const adds = gesture.keys.mod
    return give(
      { name: 'marqueeing', from: at, at: event.at, adds },
      { type: 'marquee', from: at, to: event.at, adds },
    )
  }
  return give({ name: 'panning', at: event.at }, panFrom(at, event.at))
}

function whileMarqueeing(gesture: Of<'marqueeing'>, event: GestureEvent): Step {
  if (event.type === 'up') return give(idle, { type: 'marqueeEnd' })
  if (event.type !== 'move') return give(gesture)
  const { from, adds } = gesture
  return give({ ...gesture, at: event.at }, { type: 'marquee', from, to: event.at, adds })
}

function whileDragging(gesture: Of<'dragging'>, event: GestureEvent): Step {
  const { grabbedId } = gesture
  if (event.type === 'move') {
    const { at, keys } = event
    return give({ ...gesture, at, keys }, { type: 'preview', at, grabbedId, keys })
  }
  if (event.type !== 'up') return give(gesture)
  const { at, keys } = event
  return give(idle, { type: 'drop', at, grabbedId, keys }, { type: 'previewEnd' })
}

function startPinch(gesture: Gesture, at: Point): Step {
  if (gesture.name === 'idle' || gesture.name === 'pinching') return give(gesture)
  return give({ name: 'pinching', a: gesture.at, b: at }, ...endings(gesture))
}

function whilePinching(gesture: Of<'pinching'>, event: GestureEvent): Step {
  if (event.type === 'up') return give(idle)
  if (event.type !== 'pinch') return give(gesture)
  const before = Math.hypot(gesture.a.x - gesture.b.x, gesture.a.y - gesture.b.y)
  const now = Math.hypot(event.a.x - event.b.x, event.a.y - event.b.y)
  const pan = panFrom(middle(gesture.a, gesture.b), middle(event.a, event.b))
  const factor = before > 0 ? now / before : 1
  return give({ name: 'pinching', a: event.a, b: event.b }, pan, {
    type: 'zoom',
    factor,
    at: middle(event.a, event.b),
  })
}

/** A press and release without a move. */
function click(gesture: Of<'pressing'>): readonly GestureEffect[] {
  const { hitId, keys } = gesture
  if (hitId === null) return keys.shift || keys.mod ? [] : [{ type: 'selectNone' }]
  return [{ type: 'select', id: hitId, how: keys.shift || keys.mod ? 'toggle' : 'only' }]
}

/** Grabbing a card outside the selection selects it; inside, the whole selection is dragged. */
function pick(gesture: Of<'pressing'>): readonly GestureEffect[] {
  if (gesture.wasSelected || gesture.hitId === null) return []
  return [{ type: 'select', id: gesture.hitId, how: 'only' }]
}

function endings(gesture: Gesture): readonly GestureEffect[] {
  if (gesture.name === 'dragging') return [{ type: 'previewEnd' }]
  return gesture.name === 'marqueeing' ? [{ type: 'marqueeEnd' }] : []
}

function panFrom(from: Point, to: Point): GestureEffect {
  return { type: 'pan', dx: to.x - from.x, dy: to.y - from.y }
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function give(gesture: Gesture, ...effects: readonly GestureEffect[]): Step {
  return { gesture, effects }
}
