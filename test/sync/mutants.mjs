// `npm run test:mutants`: plants each bug into a copy of the sources and shows that the histories of
// the property test turn red. A bug that survives is a hole in the test and fails the run.
//   --runs N    histories per bug (2,000)        --seed N    first seed (1)
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { build } from 'esbuild'

import { plantedBugs } from './mutants/planted-bugs.mjs'

const project = path.resolve(import.meta.dirname, '../..')
const runs = Number(readOption('--runs') ?? 2_000)
const seed = Number(readOption('--seed') ?? 1)
const runLimitMs = 240_000

const clean = await judge({ name: 'no bug at all', edits: [] }, Math.min(runs, 300))
report('none planted', clean, clean.verdict === 'green')
let survivors = clean.verdict === 'green' ? 0 : 1
const only = readOption('--only')
for (const bug of plantedBugs.filter(({ name }) => only === undefined || name.includes(only))) {
  const result = await judge(bug, runs)
  report(bug.name, result, result.verdict === 'red')
  if (result.verdict !== 'red') survivors++
}
console.log(`${plantedBugs.length - survivors} of ${plantedBugs.length} planted bugs were caught`)
process.exitCode = survivors === 0 ? 0 : 1

async function judge(bug, count) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jetway-mutant-'))
  try {
    await cp(path.join(project, 'sync'), path.join(folder, 'sync'), { recursive: true })
    await cp(path.join(project, 'test/sync'), path.join(folder, 'test/sync'), { recursive: true })
    for (const edit of bug.edits) await plant(folder, edit)
    const outfile = path.join(folder, 'mutant.mjs')
    await build({
      stdin: {
        contents: makeEntry(count),
        resolveDir: path.join(folder, 'test/sync'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      nodePaths: [path.join(project, 'node_modules')],
      logLevel: 'error',
    })
    return await run(outfile)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function plant(folder, { file, find, put }) {
  const target = path.join(folder, file)
  const source = await readFile(target, 'utf8')
  const places = source.split(find).length - 1
  if (places !== 1) throw new Error(`${file} holds ${places} times what is to be replaced: ${find}`)
  await writeFile(
    target,
    source.replace(find, () => put),
  )
}

function makeEntry(count) {
  return `import { countSeeds, runHistories } from './run-histories'
const report = await runHistories(countSeeds(${seed}, ${count}), 60)
console.log(JSON.stringify({ runs: report.runs, failure: report.failure }))`
}

function run(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), runLimitMs)
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => (out += data))
    child.stderr.on('data', (data) => (err += data))
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code !== 0)
        return resolve({ verdict: 'broken', detail: err.split('\n').slice(0, 5).join(' ') })
      const { runs: done, failure } = JSON.parse(out)
      if (failure === null) return resolve({ verdict: 'green', detail: `${done} histories` })
      const oracle = failure.message
        .split('\n')[0]
        .replace(/^Error: /, '')
        .slice(0, 60)
      return resolve({ verdict: 'red', detail: `history ${done}: ${oracle}` })
    })
  })
}

function report(name, { verdict, detail }, isFine) {
  console.log(`${isFine ? 'ok  ' : 'FAIL'} ${verdict.padEnd(6)} ${name} (${detail})`)
}

function readOption(name) {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
