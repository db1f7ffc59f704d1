import { useStore } from 'zustand'
import { rectBetween } from './hit'
import type { MapScreenStore } from './map-store'

/** The rectangle that Shift and the mouse draw to select many. */
export function Marquee({ screen }: { readonly screen: MapScreenStore }) {
  const marquee = useStore(screen, (s) => s.marquee)
  if (!marquee) return null
  const { left, top, right, bottom } = rectBetween(marquee.from, marquee.to)
  return (
    <div className="map-marquee" style={{ left, top, width: right - left, height: bottom - top }} />
  )
}
