import type { Heat } from '../../ui/heat-dot'

const dayMs = 86_400_000
/** Contact younger than this is fresh, older than the second is stale; days (methods 0.13). */
export const heatDays = { fresh: 30, stale: 90 } as const

/** How warm a contact is; null = never. */
export function heatOf(lastContactAtMs: number | null, nowMs: number): Heat {
  if (lastContactAtMs === null) return 'never'
  const days = (nowMs - lastContactAtMs) / dayMs
  if (days <= heatDays.fresh) return 'fresh'
  return days <= heatDays.stale ? 'fading' : 'stale'
}

/** Five dots for the top five: the warmest first, then seats that nobody was named for. */
export function topFiveHeats(contacts: readonly (number | null)[], nowMs: number): Heat[] {
  const named = [...contacts]
    .sort((left, right) => (right ?? 0) - (left ?? 0))
    .slice(0, 5)
    .map((atMs) => heatOf(atMs, nowMs))
  return [...named, ...Array.from({ length: 5 - named.length }, () => 'open' as const)]
}
