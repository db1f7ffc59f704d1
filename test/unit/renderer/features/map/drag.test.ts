import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  idle,
  step,
  type Gesture,
  type GestureEffect,
  type GestureEvent,
} from '../../../../../renderer/features/map/drag'

const keys = { shift: false, alt: false, mod: false }
const at = (x: number, y = 0) => ({ x, y })
const down = (rest: Partial<Extract<GestureEvent, { type: 'down' }>> = {}): GestureEvent => ({
  type: 'down',
  at: at(0),
  hitId: null,
  isSelected: false,
  pointer: 'mouse',
  button: 0,
  keys,
  ...rest,
})
const move = (x: number, over = keys): GestureEvent => ({ type: 'move', at: at(x), keys: over })
const up = (x: number, over = keys): GestureEvent => ({ type: 'up', at: at(x), keys: over })

function play(...events: readonly GestureEvent[]): { gesture: Gesture; effects: GestureEffect[] } {
  let gesture = idle
  const effects: GestureEffect[] = []
  for (const event of events) {
    const next = step(gesture, event)
    gesture = next.gesture
    effects.push(...next.effects)
  }
  return { gesture, effects }
}

describe('the hand on the map', () => {
  it('selects a card on a click, toggles it with Shift, clears on empty ground', () => {
    expect(play(down({ hitId: 'a' }), up(0)).effects).toEqual([
      { type: 'select', id: 'a', how: 'only' },
      { type: 'select', id: 'a', how: 'only' },
    ])
    const shift = { ...keys, shift: true }
    expect(play(down({ hitId: 'a', keys: shift }), up(0)).effects).toEqual([
      { type: 'select', id: 'a', how: 'toggle' },
    ])
    expect(play(down(), up(0)).effects).toEqual([{ type: 'selectNone' }])
  })

  it('pans on empty ground, with the middle button anywhere, and with one finger', () => {
    const pan = { type: 'pan', dx: 20, dy: 0 }
    expect(play(down(), move(20)).effects).toEqual([pan])
    expect(play(down({ button: 1, hitId: 'a' }), move(20)).effects).toEqual([pan])
    expect(play(down({ pointer: 'touch', hitId: 'a' }), move(20)).effects).toEqual([pan])
  })

  it('draws a marquee with Shift on empty ground', () => {
    const shift = { ...keys, shift: true }
    expect(play(down({ keys: shift }), move(30, shift), up(30, shift)).effects).toEqual([
      { type: 'marquee', from: at(0), to: at(30), adds: false },
      { type: 'marqueeEnd' },
    ])
  })

  it('drags a card after a few pixels and drops it with the keys held at the end', () => {
    const alt = { ...keys, alt: true }
    const { effects } = play(down({ hitId: 'a', isSelected: true }), move(2), move(30), up(40, alt))
    expect(effects).toEqual([
      { type: 'preview', at: at(30), grabbedId: 'a', keys },
      { type: 'drop', at: at(40), grabbedId: 'a', keys: alt },
      { type: 'previewEnd' },
    ])
  })

  it('drags by touch only after a long press', () => {
    const { gesture, effects } = play(down({ hitId: 'a', pointer: 'touch' }), {
      type: 'longPress',
    })
    expect(gesture.name).toBe('dragging')
    expect(effects.at(-1)).toEqual({ type: 'preview', at: at(0), grabbedId: 'a', keys })
  })

  it('turns into a pinch with a second finger, which zooms and pans', () => {
    const { effects } = play(
      down({ pointer: 'touch' }),
      { type: 'secondDown', at: at(100) },
      { type: 'pinch', a: at(-50), b: at(150) },
    )
    expect(effects).toEqual([
      { type: 'pan', dx: 0, dy: 0 },
      { type: 'zoom', factor: 2, at: at(50) },
    ])
  })

  it('gives a drag up on Esc without a drop', () => {
    const { gesture, effects } = play(down({ hitId: 'a' }), move(30), { type: 'cancel' })
    expect(gesture).toEqual(idle)
    expect(effects.some((effect) => effect.type === 'drop')).toBe(false)
    expect(effects.at(-1)).toEqual({ type: 'previewEnd' })
  })

  it('never drops after a cancel and is always idle after up (seed 20261121)', () => {
    const events = fc.constantFrom<GestureEvent>(
      down(),
      down({ hitId: 'a' }),
      down({ hitId: 'a', pointer: 'touch' }),
      move(3),
      move(60),
      { type: 'longPress' },
      { type: 'secondDown', at: at(9) },
      { type: 'pinch', a: at(1), b: at(7) },
      { type: 'cancel' },
      up(5),
    )
    fc.assert(
      fc.property(fc.array(events), (list) => {
        const { gesture } = play(...list, up(0))
        expect(gesture.name).toBe('idle')
        const cancelled = play(...list, { type: 'cancel' })
        expect(cancelled.gesture.name).toBe('idle')
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })
})
