import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { countSeeds, runHistories, shrinkHistory } from './run-histories'

const maxCommands = 60
const runs = Number(process.env['FUZZ_RUNS'] ?? 1_000)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
const keptFile = join(import.meta.dirname, 'failed-seeds.json')
const keptSeeds = JSON.parse(readFileSync(keptFile, 'utf8')) as number[]
const chunk = 200
const timeLimitMs = 300_000

describe('devices and authority in memory, whatever happens on the way', () => {
  test(
    `agree again in the ${keptSeeds.length} histories that once failed`,
    async () => {
      const report = await runHistories(keptSeeds, maxCommands)
      expect(report.failure).toBe(null)
    },
    timeLimitMs,
  )

  for (let done = 0; done < runs; done += chunk) {
    const count = Math.min(chunk, runs - done)
    const seed = firstSeed + done
    test(
      `agree and lose nothing in ${count} histories from seed ${seed} [I1 to I6]`,
      async () => {
        const report = await runHistories(countSeeds(seed, count), maxCommands)
        if (report.failure) {
          keepSeed(report.failure.seed)
          const smallest = await shrinkHistory(report.failure.seed, maxCommands)
          throw new Error(`Seed ${report.failure.seed}: ${report.failure.message}\n${smallest}`)
        }
        // A run that meets nothing proves nothing.
        if (count === chunk)
          expect(Object.entries(report.coverage).filter(([, times]) => times === 0)).toEqual([])
      },
      timeLimitMs,
    )
  }
})

/** A seed that failed is replayed first from now on; commit the file with the repair. */
function keepSeed(seed: number): void {
  const seeds = [...new Set([...keptSeeds, seed])]
  writeFileSync(keptFile, `${JSON.stringify(seeds, null, 2)}\n`)
}
