import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { emptyCoverage, runHistory } from './history'
import type { History } from './commands'
import type { KeptHistory } from './run-histories'
import { countSeeds, findSmallest, modelWorld, runHistories } from './run-histories'

const maxCommands = 60
const runs = Number(process.env['FUZZ_RUNS'] ?? 400)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
const keptFile = join(import.meta.dirname, 'kept-histories.json')
const kept = JSON.parse(readFileSync(keptFile, 'utf8')) as readonly KeptHistory[]
const chunk = 200
const timeLimitMs = 300_000

describe('devices and authority in memory, whatever happens on the way', () => {
  test.each(kept)('agree again where once: $found', ({ history }) =>
    runHistory(modelWorld, history, emptyCoverage()),
  )

  for (let done = 0; done < runs; done += chunk) {
    const count = Math.min(chunk, runs - done)
    const seed = firstSeed + done
    test(
      `agree and lose nothing in ${count} histories from seed ${seed} [I1 to I6]`,
      async () => {
        const report = await runHistories(countSeeds(seed, count), maxCommands)
        if (report.failure) {
          const { message, seed: failed } = report.failure
          const smallest = await findSmallest(failed, maxCommands)
          if (smallest.history) keep(`seed ${failed}`, smallest.history)
          throw new Error(`Seed ${failed}: ${message}\n${smallest.report}`)
        }
        // A run that meets nothing proves nothing.
        if (count === chunk)
          expect(Object.entries(report.coverage).filter(([, times]) => times === 0)).toEqual([])
      },
      timeLimitMs,
    )
  }
})

/** What failed is replayed first from now on; commit the file with the repair. */
function keep(found: string, history: History): void {
  writeFileSync(keptFile, `${JSON.stringify([...kept, { found, history }], null, 2)}\n`)
}
