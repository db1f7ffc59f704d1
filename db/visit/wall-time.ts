import { DateTime, IANAZone } from 'luxon'

const hourMs = 3_600_000

export interface ResolvedTime {
  readonly atMs: number
  /** `skipped`: the clock jumps over this time, the hour after is meant; `twice`: the first pass is meant. */
  readonly note: 'exact' | 'skipped' | 'twice'
}

/** The instant of a wall time 'YYYY-MM-DDTHH:mm' in a zone, or null when either is not readable. */
export function toInstant(local: string, zone: string): ResolvedTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null
  const asUtc = DateTime.fromISO(local, { zone: 'utc' })
  if (!asUtc.isValid || !IANAZone.isValidZone(zone)) return null
  const at = new IANAZone(zone)
  const wallMs = asUtc.toMillis()
  const offsets = [at.offset(wallMs - 26 * hourMs), at.offset(wallMs + 26 * hourMs)]
  const hits = [...new Set(offsets.map((offset) => wallMs - offset * 60_000))].filter(
    (ms) => ms + at.offset(ms) * 60_000 === wallMs,
  )
  if (hits.length === 0) return { atMs: wallMs - offsets[0]! * 60_000, note: 'skipped' }
  return { atMs: Math.min(...hits), note: hits.length > 1 ? 'twice' : 'exact' }
}

/** The wall time 'YYYY-MM-DDTHH:mm' of an instant in a zone. */
export function toLocal(atMs: number, zone: string): string {
  return DateTime.fromMillis(atMs, { zone }).toFormat("yyyy-LL-dd'T'HH:mm")
}

/** The calendar date 'YYYY-MM-DD' of an instant in a zone. */
export function toLocalDate(atMs: number, zone: string): string {
  return toLocal(atMs, zone).slice(0, 10)
}

/** Every calendar date that a span touches in a zone, in order; an end at midnight does not count. */
export function listDates(startAtMs: number, endAtMs: number, zone: string): string[] {
  const last = toLocalDate(Math.max(startAtMs, endAtMs - 1), zone)
  const dates: string[] = []
  let day = DateTime.fromISO(toLocalDate(startAtMs, zone), { zone: 'utc' })
  while (day.toISODate()! <= last && dates.length < 366) {
    dates.push(day.toISODate()!)
    day = day.plus({ days: 1 })
  }
  return dates
}
