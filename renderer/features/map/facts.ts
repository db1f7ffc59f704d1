import type { MapPerson, MapSeat } from './model'

/** Opinions older than this are drawn faded until somebody confirms them (product default). */
export const fadeAfterDays = 180
const dayMs = 86_400_000

/** Up to two letters for the round mark: first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/gu, ' ')
    .split(/[\s.·]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const first = words[0]
  if (first === undefined) return '?'
  const last = words.length > 1 ? (words.at(-1) as string) : ''
  // Letters that join would make another word of two initials.
  const joins = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}]/u.test(first)
  return (firstLetter(first) + (joins ? '' : firstLetter(last))).toLocaleUpperCase()
}

/** A name for little room: 'Anna Berg' stays, 'Katarzyna Szczepańska' becomes 'K. Szczepańska'. */
export function shortenName(name: string): string {
  const words = name.trim().split(/\s+/u)
  if (words.length < 2 || name.length <= 11) return name
  return `${firstLetter(words[0] as string)}. ${words.slice(1).join(' ')}`
}

/** Whether the opinion of a person is old enough to be asked for again. */
export function isFaded(person: MapPerson, nowMs: number): boolean {
  if (person.stance === 'unknown' || person.stanceAtMs === null) return false
  return nowMs - person.stanceAtMs > fadeAfterDays * dayMs
}

export type ContactHeat = 'recent' | 'due' | 'stale' | 'never'

/** Last contact as heat: within 30 days, within 90 days, longer ago, never. */
export function contactHeat(lastContactAtMs: number | null, nowMs: number): ContactHeat {
  if (lastContactAtMs === null) return 'never'
  const days = (nowMs - lastContactAtMs) / dayMs
  return days <= 30 ? 'recent' : days <= 90 ? 'due' : 'stale'
}

/** Whole days since the last contact, 0 for today; null when there was none. */
export function daysSince(lastContactAtMs: number | null, nowMs: number): number | null {
  if (lastContactAtMs === null) return null
  return Math.max(0, Math.floor((nowMs - lastContactAtMs) / dayMs))
}

/** What a seat is drawn as. */
export function seatState(seat: MapSeat): 'filled' | 'vacant' | 'unknown' {
  return seat.person !== null ? 'filled' : seat.isVacant ? 'vacant' : 'unknown'
}

function firstLetter(word: string): string {
  const letter = [...word].find((char) => /[\p{L}\p{N}]/u.test(char))
  return letter ?? ''
}
