import { expect, test } from 'vitest'

import type { WorldClock } from './history'
import type { World } from './model/contract'
import { makeModelReplica } from './model/world'
import { countSeeds, runHistories } from './run-histories'
import { ServerAuthority } from './server/authority'
import type { TestServer } from './server/harness'
import { onEveryDatabase } from './server/harness'

const runs = Number(process.env['FUZZ_SERVER_RUNS'] ?? 8)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000)
const maxCommands = 60
const timeLimitMs = 600_000

onEveryDatabase('the server', (server) => {
  test(
    `agrees with its devices in ${runs} histories from seed ${firstSeed} [I1 to I6]`,
    async () => {
      const makeWorld = (clock: WorldClock): World => ({
        makeAuthority: () => followClock(server(), clock),
        makeReplica: makeModelReplica,
      })
      const report = await runHistories(countSeeds(firstSeed, runs), maxCommands, makeWorld)
      expect(report.failure).toBe(null)
    },
    timeLimitMs,
  )
})

/** The server tells the time of the history. */
async function followClock(server: TestServer, clock: WorldClock): Promise<ServerAuthority> {
  Object.defineProperty(server.clock, 'nowMs', { get: () => clock.nowMs, configurable: true })
  return ServerAuthority.make(server)
}
