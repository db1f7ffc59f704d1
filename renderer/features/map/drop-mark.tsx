import { useStore } from 'zustand'
import type { MapScreenStore } from './map-store'

/** The bar between two cards where the dragged one would stand. */
export function DropMark({ screen }: { readonly screen: MapScreenStore }) {
  const drop = useStore(screen, (s) => s.drag?.drop)
  if (drop?.kind !== 'order') return null
  const { left, top, right, bottom } = drop.mark
  return (
    <div
      className="map-drop-mark"
      style={{ left, top, width: right - left, height: bottom - top }}
    />
  )
}
