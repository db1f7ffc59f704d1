// `npm run test:e2e`: drives the real app with Playwright, on a display of its own.
// `npm run test:crash` is `--crash 200`: kills the whole app that many times while it is used.
// Further arguments go to Playwright: npm run test:e2e -- import.spec.ts
import { launchInfo } from './launch-info.mjs'
import { prepare } from './prepare.mjs'
import { isMainModule, PlainError, runScript } from './processes.mjs'
import { runPlaywright } from './test-runners.mjs'

/**
 * Drives the app through every e2e test but the crash test.
 * @param {{ args?: readonly string[], timeoutMs?: number }} [options]
 */
export function runE2e({ args = [], timeoutMs } = {}) {
  return runPlaywright({ project: 'e2e', args, timeoutMs })
}

/**
 * Kills the app at `rounds` random moments; `test/e2e/crash` reads the number.
 * @param {{ rounds: number, args?: readonly string[], timeoutMs?: number }} options
 */
export function runCrashTest({ rounds, args = [], timeoutMs }) {
  const env = { JETWAY_CRASH_ROUNDS: String(rounds) }
  return runPlaywright({ project: 'crash', args, env, timeoutMs })
}

async function main(args) {
  const say = (sentence) => console.error(sentence)
  const { rounds, rest } = readRounds(args)
  await prepare(say)
  await launchInfo({ say })
  const counts = rounds ? await runCrashTest({ rounds, args: rest }) : await runE2e({ args: rest })
  for (const remark of counts.remarks) console.log(remark)
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed === 0 ? 0 : 1
}

function readRounds(args) {
  const at = args.indexOf('--crash')
  if (at === -1) return { rounds: undefined, rest: args }
  const rounds = Number(args[at + 1])
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new PlainError('--crash needs a number of rounds, such as --crash 200.')
  }
  return { rounds, rest: [...args.slice(0, at), ...args.slice(at + 2)] }
}

if (isMainModule(import.meta.url)) await runScript(() => main(process.argv.slice(2)))
