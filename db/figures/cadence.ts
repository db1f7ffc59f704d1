/** One rule of face time: who has to meet an account from a yearly value on, and how often. */
export interface CadenceRule {
  readonly fromValueMinor: number
  readonly who: 'ae' | 'executive' | 'ceo'
  readonly everyDays: number
  readonly isOnSite: boolean
}

const hundredThousand = 10_000_000

/** Defaults of methods 4.11, in minor units; settings may replace them. */
export const defaultCadence: readonly CadenceRule[] = [
  { fromValueMinor: hundredThousand, who: 'ae', everyDays: 91, isOnSite: true },
  { fromValueMinor: 5 * hundredThousand, who: 'executive', everyDays: 91, isOnSite: false },
  { fromValueMinor: 10 * hundredThousand, who: 'ceo', everyDays: 365, isOnSite: true },
]

/** green = in the interval, orange = due within 14 days, red = overdue (standards.md 5). */
export type Light = 'green' | 'orange' | 'red'

const dayMs = 86_400_000
const soonDays = 14

/** When the next contact is due and what light that gives; never met = due at once. */
export function dueOf(
  lastAtMs: number | null,
  everyDays: number,
  nowMs: number,
): { readonly dueAtMs: number; readonly light: Light; readonly overdueDays: number } {
  const dueAtMs = lastAtMs === null ? nowMs : lastAtMs + everyDays * dayMs
  const overdueDays = Math.floor((nowMs - dueAtMs) / dayMs)
  if (lastAtMs === null || overdueDays > 0)
    return { dueAtMs, light: 'red', overdueDays: Math.max(0, overdueDays) }
  const light = dueAtMs - nowMs <= soonDays * dayMs ? 'orange' : 'green'
  return { dueAtMs, light, overdueDays: 0 }
}

/** The rules an account of this value falls under. */
export function rulesFor(
  valueMinor: number | null,
  rules: readonly CadenceRule[] = defaultCadence,
): readonly CadenceRule[] {
  return rules.filter((rule) => (valueMinor ?? 0) >= rule.fromValueMinor)
}
