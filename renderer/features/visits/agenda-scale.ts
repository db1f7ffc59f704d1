import { DateTime } from 'luxon'

/** Height of a minute in the day column. */
export const pixelsPerMinute = 1.5

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
