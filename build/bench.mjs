// `npm run bench [-- NAME...] [--json FILE]`: runs test/bench/<name>.bench.ts one after another and
// prints what they measured. A benchmark named <name>.electron.bench.ts runs in Electron's main
// process, any other in Node; each in a process of its own, on a display for tests.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { displayForTests } from './display.mjs'
import { launchInfo } from './launch-info.mjs'
import { inProject } from './paths.mjs'
import { prepare } from './prepare.mjs'
import { isMainModule, PlainError, run, runScript } from './processes.mjs'

/**
 * One line of the table. A benchmark exports `run(): Promise<Measure[]>`.
 * @typedef {object} Measure
 * @property {string} name what was measured, such as 'search, 95th percentile'
 * @property {number} value in `unit`
 * @property {string} unit such as 'ms'
 * @property {number} [peer] what it is compared with, measured in the same run, in `unit`
 * @property {number} [ratio] value / peer
 * @property {number} [limit] the most that is accepted: of the ratio where there is one, else of
 *   the value
 * @property {string} [note] one sentence on how it was measured
 */

const benchFolder = inProject('test', 'bench')
/** Below the project, so that the bundles find its node_modules. */
const bundleFolder = inProject('node_modules', '.jetway-bench')
const limitMs = 20 * 60_000

async function main(args) {
  const { names, jsonFile } = readOptions(args)
  const files = chooseBenchmarks(names)
  const say = (sentence) => console.error(sentence)
  const runtime = await prepare(say)
  await launchInfo({ say })
  const display = await displayForTests()
  const results = []
  for (const file of files) {
    say(`Measuring ${file}.`)
    results.push(await runBenchmark(file, runtime, display.env))
  }
  display.stop()
  const measures = results.flatMap((result) => result.measures)
  console.log(formatTable(measures))
  if (jsonFile) fs.writeFileSync(jsonFile, JSON.stringify(describeRun(runtime, results), null, 2))
  const broken = results.filter((result) => result.failure)
  for (const { file, failure } of broken) console.error(`${file} could not be run:\n${failure}`)
  return broken.length === 0 ? 0 : 1
}

function readOptions(args) {
  const at = args.indexOf('--json')
  if (at === -1) return { names: args, jsonFile: undefined }
  const file = args[at + 1]
  if (file === undefined || file.startsWith('-')) {
    throw new PlainError('--json needs the name of a file.')
  }
  return { names: [...args.slice(0, at), ...args.slice(at + 2)], jsonFile: path.resolve(file) }
}

function chooseBenchmarks(names) {
  const present = fs.existsSync(benchFolder) ? fs.readdirSync(benchFolder) : []
  const all = present.filter((file) => /\.bench\.(ts|mjs)$/.test(file)).sort()
  const nameOf = (file) => file.slice(0, file.indexOf('.'))
  const unknown = names.find((name) => !all.some((file) => nameOf(file) === name))
  if (unknown !== undefined || all.length === 0) {
    const known = all.map(nameOf).join(', ') || 'none yet'
    throw new PlainError(`There is no benchmark "${unknown ?? ''}"; there are: ${known}.`)
  }
  return names.length === 0 ? all : all.filter((file) => names.includes(nameOf(file)))
}

async function runBenchmark(file, runtime, displayEnv) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jetway-bench-'))
  const resultFile = path.join(folder, 'result.json')
  try {
    const bundle = await bundleBenchmark(file)
    const runner = inProject('build', 'bench-runner.mjs')
    const isElectron = file.includes('.electron.')
    const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const electronArgs = [runner, ...noSandbox, `--user-data-dir=${path.join(folder, 'profile')}`]
    const { code, output, timedOut } = await run(
      isElectron ? runtime.executable : process.execPath,
      [...(isElectron ? electronArgs : ['--expose-gc', runner]), bundle, resultFile],
      { env: { ...displayEnv, NODE_ENV: 'production' }, output: 'collect', timeoutMs: limitMs },
    )
    if (fs.existsSync(resultFile)) {
      return { file, measures: JSON.parse(fs.readFileSync(resultFile, 'utf8')), failure: undefined }
    }
    const reason = timedOut ? `no end after ${limitMs / 60_000} minutes` : `status ${code}`
    return { file, measures: [], failure: `${reason}\n${output.trim()}` }
  } catch (error) {
    return { file, measures: [], failure: String(error) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Bundled as the app is, so that the code measured is the code that ships. */
async function bundleBenchmark(file) {
  const { build } = await import('vite')
  const name = path.basename(file).replace(/\.(ts|mjs)$/, '.mjs')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(benchFolder, file),
      outDir: bundleFolder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        external: [/^electron$/, /[\\/]build[\\/][^\\/]+\.mjs$/],
        output: { entryFileNames: name },
      },
    },
  })
  return path.join(bundleFolder, name)
}

/**
 * @param {readonly Measure[]} measures
 * @returns {string} a table for a terminal; one that is over its limit is marked
 */
export function formatTable(measures) {
  const rows = measures.map((measure) => [
    measure.name,
    `${formatNumber(measure.value)} ${measure.unit}`,
    measure.peer === undefined ? '' : `${formatNumber(measure.peer)} ${measure.unit}`,
    measure.ratio === undefined ? '' : `${formatNumber(measure.ratio)}x`,
    formatLimit(measure),
    isOverLimit(measure) ? 'OVER' : '',
    measure.note ?? '',
  ])
  const table = [['measured', 'value', 'peer', 'ratio', 'limit', '', ''], ...rows]
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  const format = (row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ')
  const over = measures.filter(isOverLimit).length
  const limited = measures.filter(({ limit }) => limit !== undefined).length
  const verdict = `${limited - over} of ${limited} within their limit`
  return [...table.map((row) => format(row).trimEnd()), '', verdict].join('\n')
}

/** @param {Measure} measure */
function isOverLimit({ value, ratio, limit }) {
  return limit !== undefined && (ratio ?? value) > limit
}

/** @param {Measure} measure */
function formatLimit({ limit, ratio, unit }) {
  if (limit === undefined) return ''
  return ratio === undefined ? `${limit} ${unit}` : `${limit}x`
}

function formatNumber(value) {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3
  return value.toFixed(digits)
}

function describeRun(runtime, results) {
  return {
    machine: {
      cpu: os.cpus()[0]?.model ?? 'unknown',
      cpus: os.cpus().length,
      memoryBytes: os.totalmem(),
      loadAverage: os.loadavg(),
      platform: `${process.platform} ${process.arch}`,
      node: process.versions.node,
      electron: runtime.version,
    },
    measures: results.flatMap(({ file, measures }) => measures.map((m) => ({ file, ...m }))),
  }
}

if (isMainModule(import.meta.url)) await runScript(() => main(process.argv.slice(2)))
