// `npm run test:fuzz`: the sync histories at length: 10,000 short ones on stores in memory, then 100
// on real store files. `-- N` chooses another number of short ones.
import { prepareNodeModules } from './node-modules.mjs'
import { isMainModule, PlainError, runScript } from './processes.mjs'
import { runVitest } from './test-runners.mjs'

const shortHistories = 10_000
const fileHistories = 100
const limitMs = 60 * 60_000

async function main(args) {
  const runs = args[0] === undefined ? shortHistories : Number(args[0])
  if (!Number.isInteger(runs) || runs < 1) throw new PlainError('Give a number of histories.')
  await prepareNodeModules((sentence) => console.error(sentence))
  process.env.FUZZ_RUNS = String(runs)
  process.env.STORE_FUZZ_RUNS = String(Math.min(runs, fileHistories))
  const suites = ['test/sync/convergence.test.ts', 'test/sync/store-convergence.test.ts']
  const options = [...suites, '--testTimeout', String(limitMs)]
  const { passed, failed, skipped } = await runVitest({ args: options, timeoutMs: limitMs })
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
}

if (isMainModule(import.meta.url)) await runScript(() => main(process.argv.slice(2)))
