/**
 * Value of an account over ten years: `ARR * sum of r^k for k = 0..9`, r = net revenue retention
 * (standards.md 6). Minor units in, minor units out.
 */
export function tenYearValueMinor(arrMinor: number, retention: number): number {
  const factor = retention === 1 ? 10 : (retention ** 10 - 1) / (retention - 1)
  return Math.round(arrMinor * factor)
}

/** Gross and net retention of a period; null = nothing to start from. */
export function retentionOf(flow: {
  readonly startMinor: number
  readonly expansionMinor: number
  readonly contractionMinor: number
  readonly churnMinor: number
}): { readonly gross: number | null; readonly net: number | null } {
  const { startMinor, expansionMinor, contractionMinor, churnMinor } = flow
  if (startMinor <= 0) return { gross: null, net: null }
  const kept = startMinor - contractionMinor - churnMinor
  return { gross: kept / startMinor, net: (kept + expansionMinor) / startMinor }
}
