import { DateTime } from 'luxon'

/** '09:30' in a zone. */
export function writeTime(atMs: number, zone: string): string {
  return DateTime.fromMillis(atMs, { zone }).toFormat('HH:mm')
}

/** 'Thu, 12 March 2026' in a zone and the language of the page. */
export function writeDay(atMs: number, zone: string, language: string): string {
  return DateTime.fromMillis(atMs, { zone })
    .setLocale(language)
    .toLocaleString({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' })
}

/** '12 Mar' in a zone and the language of the page. */
export function writeShortDay(atMs: number, zone: string, language: string): string {
  return DateTime.fromMillis(atMs, { zone })
    .setLocale(language)
    .toLocaleString({ day: 'numeric', month: 'short' })
}

/** Minutes as '45 min' or '1 h 30'. */
export function writeMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest}`
}
