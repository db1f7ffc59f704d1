import { DateTime } from 'luxon'
import { createContext } from 'react'

/** Height of a minute in the day column, px; the shortest item still holds its line. */
export const PixelsPerMinuteContext = createContext(1.6)

const lineHeight = 22
const least = 1.6
const most = 3.2

/** The scale at which the shortest of the lengths is a line high, within reason. */
export function choosePixelsPerMinute(minutes: readonly number[]): number {
  const shortest = Math.min(60, ...minutes.filter((each) => each > 0))
  return Math.min(most, Math.max(least, lineHeight / shortest))
}

/** Full hours from the one before the start to the one after the end, in the zone of the site. */
export function listHours(startAtMs: number, endAtMs: number, zone: string): number[] {
  const first = DateTime.fromMillis(startAtMs, { zone }).startOf('hour')
  const hours: number[] = []
  for (let at = first; hours.length < 24 * 31; at = at.plus({ hours: 1 })) {
    hours.push(at.toMillis())
    if (at.toMillis() >= endAtMs) break
  }
  return hours
}
