const minuteMs = 60_000

/** An item as the agenda's arithmetic sees it, in its order. */
export interface AgendaPart {
  readonly id: string
  readonly kind: 'item' | 'break' | 'travel'
  readonly durationMinutes: number
  /** Free minutes before it starts. */
  readonly gapMinutes: number
  /** These minutes are the customer's, not our pitch (methods 4.14). */
  readonly isCustomerValue: boolean
}

export interface TimedPart extends AgendaPart {
  readonly startAtMs: number
  readonly endAtMs: number
}

/**
 * Start and end of every item: the visit's start, then item after item with the gaps between. Minutes
 * are real minutes, so an agenda over a clock change keeps its lengths and shows the new wall time.
 */
export function layOutAgenda(startAtMs: number, parts: readonly AgendaPart[]): TimedPart[] {
  let atMs = startAtMs
  return parts.map((part) => {
    const begin = atMs + part.gapMinutes * minuteMs
    atMs = begin + part.durationMinutes * minuteMs
    return { ...part, startAtMs: begin, endAtMs: atMs }
  })
}

/** The order with one item after another (null = first); times follow. */
export function reorderAgenda<P extends AgendaPart>(
  parts: readonly P[],
  id: string,
  afterId: string | null,
): P[] {
  const moved = parts.find((part) => part.id === id)
  if (!moved || afterId === id) return [...parts]
  const others = parts.filter((part) => part.id !== id)
  const index = afterId === null ? 0 : others.findIndex((part) => part.id === afterId) + 1
  return [...others.slice(0, index), moved, ...others.slice(index)]
}

/** Lengths and gaps snap to this, minutes. */
export const snapMinutes = 5
const longestMinutes = 24 * 60

/** The length after dragging an end or typing, snapped; at least one snap. */
export function stretchTo(minutes: number): number {
  const snapped = Math.round(minutes / snapMinutes) * snapMinutes
  return Math.min(longestMinutes, Math.max(snapMinutes, snapped))
}

/**
 * What dragging an item to another time means. Past the middle of another item it changes places with
 * it and all times close up; short of that it only starts later, and the one behind keeps its time as
 * long as there is room.
 */
export function dropAt(
  startAtMs: number,
  parts: readonly AgendaPart[],
  id: string,
  wantedAtMs: number,
): {
  readonly afterId: string | null
  readonly gaps: readonly { readonly id: string; readonly gapMinutes: number }[]
} {
  const timed = layOutAgenda(startAtMs, parts)
  const index = timed.findIndex((part) => part.id === id)
  const moved = timed[index]
  if (!moved) return { afterId: null, gaps: [] }
  const others = timed.filter((part) => part.id !== id)
  const before = others.findLast((part) => (part.startAtMs + part.endAtMs) / 2 <= wantedAtMs)
  const afterId = before?.id ?? null
  if (afterId !== (timed[index - 1]?.id ?? null)) return { afterId, gaps: [{ id, gapMinutes: 0 }] }
  const freeFromMs = before?.endAtMs ?? startAtMs
  const wantedGap = (wantedAtMs - freeFromMs) / minuteMs
  const gapMinutes = Math.max(0, Math.round(wantedGap / snapMinutes) * snapMinutes)
  const gaps = [{ id, gapMinutes }]
  const behind = timed[index + 1]
  if (behind) {
    const later = gapMinutes - moved.gapMinutes
    gaps.push({ id: behind.id, gapMinutes: Math.max(0, behind.gapMinutes - later) })
  }
  return { afterId, gaps }
}

export interface AgendaSpan {
  readonly startAtMs: number
  readonly endAtMs: number
}

/** The parts of the visit's time that no item fills, at least `minMinutes` long. */
export function findGaps(
  visit: AgendaSpan,
  timed: readonly TimedPart[],
  minMinutes: number = snapMinutes,
): AgendaSpan[] {
  const gaps: AgendaSpan[] = []
  let freeFrom = visit.startAtMs
  for (const { startAtMs, endAtMs } of [...timed].sort((a, b) => a.startAtMs - b.startAtMs)) {
    if (startAtMs > freeFrom)
      gaps.push({ startAtMs: freeFrom, endAtMs: Math.min(startAtMs, visit.endAtMs) })
    freeFrom = Math.max(freeFrom, endAtMs)
  }
  if (freeFrom < visit.endAtMs) gaps.push({ startAtMs: freeFrom, endAtMs: visit.endAtMs })
  return gaps.filter((gap) => gap.endAtMs - gap.startAtMs >= minMinutes * minuteMs)
}

/** Minutes of the customer, of our pitch, and the customer's share; null when neither has any. */
export function measureShare(parts: readonly AgendaPart[]): {
  readonly customerMinutes: number
  readonly pitchMinutes: number
  readonly share: number | null
} {
  const items = parts.filter(({ kind }) => kind === 'item')
  const sum = (isCustomerValue: boolean) =>
    items
      .filter((part) => part.isCustomerValue === isCustomerValue)
      .reduce((minutes, part) => minutes + part.durationMinutes, 0)
  const customerMinutes = sum(true)
  const pitchMinutes = sum(false)
  const total = customerMinutes + pitchMinutes
  return { customerMinutes, pitchMinutes, share: total === 0 ? null : customerMinutes / total }
}
