import { describe, expect, test } from 'vitest'
import { countSeeds, runHistories, shrinkHistory } from './run-histories'
import { makeStoreWorld } from './store-replica'

const maxCommands = 60
const runs = Number(process.env['STORE_FUZZ_RUNS'] ?? 20)
const firstSeed = Number(process.env['STORE_FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
const timeLimitMs = 600_000

/** Seeds whose histories once failed on the real store. */
const keptSeeds: readonly number[] = [5152, 7081, 9097]

describe('real stores on files and the authority in memory', () => {
  test(
    `agree and lose nothing in ${runs} histories from seed ${firstSeed} [I1 to I6]`,
    async () => {
      const seeds = [...keptSeeds, ...countSeeds(firstSeed, runs)]
      const makeWorld = (clock: { nowMs: number }) => makeStoreWorld(() => clock.nowMs)
      const report = await runHistories(seeds, maxCommands, makeWorld)
      if (report.failure) {
        const smallest = await shrinkHistory(report.failure.seed, maxCommands, makeWorld)
        throw new Error(`Seed ${report.failure.seed}: ${report.failure.message}\n${smallest}`)
      }
      expect(report.runs).toBe(seeds.length)
    },
    timeLimitMs,
  )
})
