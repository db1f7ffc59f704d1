import { useEffect, useRef, useState } from 'react'
import type { PointerEvent as ReactPointerEvent } from 'react'
import { dropAt, stretchTo } from '../../../db/visit/agenda'
import { run } from '../../data/run'
import { store } from '../../data/store'
import type { TimedItem, VisitModel } from './visit-model'

/** What the hand holds, with what the card should show before it lets go. */
export type Moving =
  | { readonly kind: 'move'; readonly id: string; readonly pixels: number; readonly atMs: number }
  | { readonly kind: 'stretch'; readonly id: string; readonly minutes: number }

export interface AgendaDrag {
  readonly moving: Moving | null
  start(event: ReactPointerEvent, part: TimedItem, kind: Moving['kind']): void
}

/** A hand that shakes less than this does not drag, px. */
const slackPixels = 4

/** Dragging a card to another time, or its lower edge to another length. */
export function useAgendaDrag(model: VisitModel, pixelsPerMinute: number): AgendaDrag {
  const [moving, setMoving] = useState<Moving | null>(null)
  const latest = useRef(model)
  latest.current = model
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  function start(event: ReactPointerEvent, part: TimedItem, kind: Moving['kind']): void {
    if (event.button !== 0) return
    event.stopPropagation()
    const fromY = event.clientY
    let last: Moving | null = null
    function read(pixels: number): Moving {
      const minutes = pixels / pixelsPerMinute
      if (kind === 'stretch') {
        return { kind, id: part.id, minutes: stretchTo(part.durationMinutes + minutes) }
      }
      const snapped = Math.round(minutes / 5) * 5
      return { kind, id: part.id, pixels, atMs: part.startAtMs + snapped * 60_000 }
    }
    function move(at: PointerEvent): void {
      const pixels = at.clientY - fromY
      if (!last && Math.abs(pixels) < slackPixels) return
      last = read(pixels)
      setMoving(last)
    }
    function end(): void {
      finish()
      if (last) void save(latest.current, last)
    }
    function cancel(key: KeyboardEvent): void {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      finish()
    }
    function finish(): void {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', finish)
      window.removeEventListener('keydown', cancel, true)
      stop.current = null
      setMoving(null)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', finish)
    window.addEventListener('keydown', cancel, true)
    stop.current = finish
  }

  return { moving, start }
}

async function save(model: VisitModel, moving: Moving): Promise<void> {
  const { id } = moving
  if (moving.kind === 'stretch') {
    await run(store.agendaItem.set({ id, fields: { durationMinutes: moving.minutes } }))
    return
  }
  const { afterId, gaps } = dropAt(model.visit.startAtMs, model.timed, id, moving.atMs)
  const index = model.timed.findIndex((part) => part.id === id)
  const isSamePlace = afterId === (model.timed[index - 1]?.id ?? null)
  if (!isSamePlace) await run(store.agendaItem.move({ id, afterId }))
  for (const { id: itemId, gapMinutes } of gaps) {
    const known = model.timed.find((part) => part.id === itemId)
    if (known?.gapMinutes === gapMinutes) continue
    await run(store.agendaItem.set({ id: itemId, fields: { gapMinutes } }))
  }
}
