// `npm run test:fuzz`: 10,000 short histories in memory and 100 on PGlite and PostgreSQL, from a fresh
// seed that the names print. `FUZZ_RUNS`, `FUZZ_SERVER_RUNS` and `FUZZ_SEED` change it.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const project = path.resolve(import.meta.dirname, '../..')
const vitest = path.join(project, 'node_modules/vitest/vitest.mjs')
const env = { FUZZ_RUNS: '10000', FUZZ_SERVER_RUNS: '100', ...process.env }
const suites = ['test/sync/convergence.test.ts', 'test/sync/server-convergence.test.ts']
const { status } = spawnSync(process.execPath, [vitest, 'run', ...suites], {
  cwd: project,
  env,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
