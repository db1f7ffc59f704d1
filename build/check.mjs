// `npm run check`: format, lint with the import zones, types in every environment, and the unit
// tests with the structure test among them.
//   --static     everything that does not run our code
//   --fast       the static stages and the structure test
import os from 'node:os'
import { inProject } from './paths.mjs'
import { prepareNodeModules } from './node-modules.mjs'
import { isMainModule, PlainError, run, runScript } from './processes.mjs'
import { addCounts } from './test-results.mjs'
import { colourless, runVitest } from './test-runners.mjs'

/** One type check per environment: the folder says what its code may see. */
const environments = {
  sync: 'sync',
  db: 'db',
  'db/node': 'db/node',
  electron: 'electron',
  preload: 'electron/tsconfig.preload.json',
  renderer: 'renderer',
  server: 'server',
  test: 'test',
  build: 'build',
}

const shownLines = 60

/** Each a program of node_modules or a script of ours, with its arguments. */
const staticStages = [
  {
    name: 'format',
    command: ['prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'],
  },
  { name: 'lint', command: ['oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'migrations', command: ['../build/migration.mjs', '--check'] },
  ...Object.entries(environments).map(([name, project]) => ({
    name: `types of ${name}`,
    command: ['typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', project],
  })),
]

/**
 * Runs the static stages side by side; each counts as one test. Prints the output of those that
 * fail.
 * @returns {Promise<import('./test-results.mjs').Counts>}
 */
export async function runStaticChecks() {
  const waiting = [...staticStages]
  const results = []
  const work = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      results.push(await runStage(stage))
    }
  }
  await Promise.all(Array.from({ length: os.availableParallelism() }, work))
  return { ...addCounts(results), remarks: [] }
}

/** @param {{ name: string, command: string[] }} stage path under node_modules, then arguments */
async function runStage({ name, command }) {
  const [script, ...args] = command
  const startedAtMs = Date.now()
  const file = inProject('node_modules', script)
  const { code, output } = await run(process.execPath, [file, ...args], {
    env: colourless(),
    output: 'collect',
  })
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1)
  console.log(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(firstLines(output))
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** The first errors are enough to start with; a broken type can be told hundreds of times. */
function firstLines(output) {
  const lines = output.trimEnd().split('\n')
  const hidden = lines.length - shownLines
  return hidden > 0 ? [...lines.slice(0, shownLines), `… ${hidden} more lines`].join('\n') : output
}

async function check(args) {
  const [mode] = args
  if (args.length > 1 || (mode && mode !== '--static' && mode !== '--fast')) {
    throw new PlainError('npm run check understands --static or --fast.')
  }
  await prepareNodeModules((sentence) => console.error(sentence))
  const counts = [await runStaticChecks()]
  if (mode === '--fast') counts.push(await runVitest({ args: ['test/unit/structure.test.ts'] }))
  if (mode === undefined) counts.push(await runVitest())
  const { passed, failed, skipped } = addCounts(counts)
  console.log(`check: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0 ? 0 : 1
}

if (isMainModule(import.meta.url)) await runScript(() => check(process.argv.slice(2)))
