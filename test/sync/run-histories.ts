import fc from 'fast-check'

import type { History } from './commands'
import { historyArbitrary } from './commands'
import type { Coverage, WorldClock } from './history'
import { emptyCoverage, runHistory } from './history'
import type { World } from './model/contract'
import { makeModelWorld } from './model/world'

export interface RunReport {
  readonly runs: number
  readonly coverage: Coverage
  readonly failure: { readonly seed: number; readonly message: string } | null
}

/** Both sides in memory. */
export function modelWorld(clock: WorldClock): World {
  return makeModelWorld(() => clock.nowMs)
}

/** The history that belongs to a seed. */
export function historyOf(seed: number, maxCommands: number): History {
  return fc.sample(arbitraryOf(seed, maxCommands), { seed, numRuns: 1 })[0]!
}

/** A history that once broke a promise, kept as it is: a seed means another one when commands change. */
export interface KeptHistory {
  readonly found: string
  readonly history: History
}

/** Runs the histories of the seeds one after the other up to the first that breaks a promise. */
export async function runHistories(
  seeds: Iterable<number>,
  maxCommands: number,
  makeWorld: (clock: WorldClock) => World = modelWorld,
): Promise<RunReport> {
  const coverage = emptyCoverage()
  let runs = 0
  for (const seed of seeds) {
    runs++
    try {
      await runHistory(makeWorld, historyOf(seed, maxCommands), coverage)
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return { runs, coverage, failure: { seed, message } }
    }
  }
  return { runs, coverage, failure: null }
}

/** `count` seeds from `first` on. */
export function* countSeeds(first: number, count: number): Generator<number> {
  for (let i = 0; i < count; i++) yield first + i
}

/** The smallest history fast-check finds for a seed that failed, for the report. */
export async function shrinkHistory(
  seed: number,
  maxCommands: number,
  makeWorld: (clock: WorldClock) => World = modelWorld,
): Promise<string> {
  return (await findSmallest(seed, maxCommands, makeWorld)).report
}

/** The same as a value, to be kept. */
export async function findSmallest(
  seed: number,
  maxCommands: number,
  makeWorld: (clock: WorldClock) => World = modelWorld,
): Promise<{ readonly report: string; readonly history: History | null }> {
  const property = fc.asyncProperty(arbitraryOf(seed, maxCommands), (history) =>
    runHistory(makeWorld, history, emptyCoverage()),
  )
  const result = await fc.check(property, { seed, numRuns: 1, interruptAfterTimeLimit: 60_000 })
  return {
    report: fc.defaultReportMessage(result) ?? 'The seed alone did not fail again.',
    history: result.counterexample?.[0] ?? null,
  }
}

/** Every fourth history leans to small numbers and repeated values, the others are even. */
function arbitraryOf(seed: number, maxCommands: number): fc.Arbitrary<History> {
  const histories = historyArbitrary(maxCommands)
  return seed % 4 === 0 ? histories : fc.noBias(histories)
}
