/** The middle and the slow end of some times. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds that a body takes, for each of `count` turns. */
export function timeTurns(count: number, body: (turn: number) => void): number[] {
  return Array.from({ length: count }, (_, turn) => {
    const atMs = performance.now()
    body(turn)
    return performance.now() - atMs
  })
}

/** The same with a moment between the turns, so that work left to the side does not run into the next. */
export async function timeTurnsApart(count: number, body: () => unknown): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    times.push(...timeTurns(1, () => void body()))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return times
}
