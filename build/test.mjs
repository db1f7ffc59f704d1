// `npm test`: prepares the machine, builds the app, runs every suite whatever the others did, and
// ends with one line: N passed, N failed, N skipped.
import { runStaticChecks } from './check.mjs'
import { runCrashTest, runE2e } from './e2e.mjs'
import { launchInfo } from './launch-info.mjs'
import { prepare } from './prepare.mjs'
import { isMainModule, PlainError, runScript } from './processes.mjs'
import { installTestPackages } from './system-packages.mjs'
import { addCounts, judgeSuite } from './test-results.mjs'
import { runVitest } from './test-runners.mjs'

const minuteMs = 60_000

/** To add a suite, add a line: its run() gives the counts of test-results.mjs. */
const suites = [
  { name: 'check', needsApp: false, run: runStaticChecks },
  { name: 'unit', needsApp: false, run: () => runVitest({ timeoutMs: 20 * minuteMs }) },
  { name: 'e2e', needsApp: true, run: () => runE2e({ timeoutMs: 30 * minuteMs }) },
  {
    name: 'crash',
    needsApp: true,
    run: () => runCrashTest({ rounds: 5, timeoutMs: 15 * minuteMs }),
  },
]

async function main(names) {
  const chosen = chooseSuites(names)
  const say = (sentence) => console.log(sentence)
  await prepare(say)
  await installTestPackages(say)
  const buildFailure = await tryBuild(say)
  const results = []
  for (const suite of chosen) results.push(await runSuite(suite, buildFailure))
  console.log(results.map(({ line }) => line).join('\n'))
  const { passed, failed, skipped } = addCounts(results)
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
}

function chooseSuites(names) {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name))
  if (unknown !== undefined) {
    const known = suites.map(({ name }) => name).join(', ')
    throw new PlainError(`There is no suite "${unknown}"; there are: ${known}.`)
  }
  return names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name))
}

/** A build that fails must not hide what the other suites say. */
async function tryBuild(say) {
  try {
    await launchInfo({ say })
    return undefined
  } catch (error) {
    console.log(error instanceof PlainError ? error.message : error)
    return 'The app could not be built, see above.'
  }
}

async function runSuite(suite, buildFailure) {
  console.log(`\n== ${suite.name}`)
  const startedAtMs = Date.now()
  const counts = await countSuite(suite, buildFailure)
  const seconds = Math.round((Date.now() - startedAtMs) / 1000)
  for (const remark of counts.remarks) console.log(remark)
  const all = counts.passed + counts.failed
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} left out` : ''
  const line = `${suite.name}: ${counts.passed} of ${all} passed${skipped} in ${seconds} s`
  return { ...counts, line }
}

async function countSuite(suite, buildFailure) {
  if (suite.needsApp && buildFailure) {
    return { passed: 0, failed: 1, skipped: 0, remarks: [buildFailure] }
  }
  try {
    return judgeSuite(await suite.run(), 0)
  } catch (error) {
    const remark = error instanceof PlainError ? error.message : String(error)
    return { passed: 0, failed: 1, skipped: 0, remarks: [remark] }
  }
}

if (isMainModule(import.meta.url)) await runScript(() => main(process.argv.slice(2)))
