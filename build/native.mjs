// Puts a SQLite binding in place that loads in this Node and in the Electron that we run.
//
// The driver ships a binding for Node-API 10. Node below 22.14 and Electron below 35 have
// version 9, where the shipped one ends the process; there the binding is built from the
// driver's own sources with napi9-shim.hpp, once per version, and kept in the user's cache.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cacheFolder, inProject } from './paths.mjs'
import { findProgram, isMainModule, PlainError, readOutput, run, runScript } from './processes.mjs'

const require = createRequire(import.meta.url)

/** Raised whenever the way of building changes, so that older caches are left behind. */
const recipe = 1

/** What the build needs besides Node: program -> Debian package. */
export const buildPrograms = { 'g++': 'g++', make: 'make', python3: 'python3' }

/**
 * True when the shipped binding cannot load here.
 * @param {string} electronVersion the Electron that will load it too, such as '33.2.1'
 */
export function needsOwnBinding(electronVersion) {
  return Number(process.versions.napi) < 10 || Number(electronVersion.split('.')[0]) < 35
}

/** True when the binding still has to be compiled: not needed, or no copy in the cache. */
export function needsCompiler(electronVersion) {
  return needsOwnBinding(electronVersion) && !fs.existsSync(cachedBinding())
}

/**
 * Makes sure the binding that the driver will load is the right one. Costs a millisecond when
 * it is in place, a copy when it is cached, else one to two minutes of compiling.
 * @param {string} electronVersion
 * @param {(sentence: string) => void} say told about anything that takes time
 */
export async function prepareNativeBinding(electronVersion, say) {
  if (!needsOwnBinding(electronVersion)) return
  const cached = cachedBinding()
  if (!fs.existsSync(cached)) {
    say('Building the SQLite driver for this machine (one to two minutes, once per version).')
    await buildBinding(cached)
  }
  const wanted = bindingInUse()
  if (isSameFile(cached, wanted)) return
  fs.mkdirSync(path.dirname(wanted), { recursive: true })
  const draft = `${wanted}.${process.pid}.tmp`
  fs.copyFileSync(cached, draft)
  const { atime, mtime } = fs.statSync(cached)
  fs.utimesSync(draft, atime, mtime)
  fs.renameSync(draft, wanted)
  checkBinding(wanted)
  say('SQLite driver in place.')
}

function driverFolder() {
  return inProject('node_modules', 'better-sqlite3')
}

/** The driver looks among its shipped bindings before anywhere else. */
function bindingInUse() {
  return path.join(driverFolder(), 'prebuilds', `${platformName()}.node`)
}

function cachedBinding() {
  const { name, version } = require(path.join(driverFolder(), 'package.json'))
  return path.join(cacheFolder(), `${name}-${version}-napi9-${platformName()}-${recipe}.node`)
}

function platformName() {
  return `${isMusl() ? 'linuxmusl' : process.platform}-${process.arch}`
}

function glibcVersion() {
  const report = /** @type {any} */ (process.report.getReport())
  return report.header.glibcVersionRuntime
}

function isMusl() {
  return process.platform === 'linux' && !glibcVersion()
}

function isSameFile(cached, wanted) {
  if (!fs.existsSync(wanted)) return false
  const a = fs.statSync(cached)
  const b = fs.statSync(wanted)
  return a.size === b.size && Math.abs(a.mtimeMs - b.mtimeMs) < 1000
}

async function buildBinding(target) {
  const missing = Object.keys(buildPrograms).filter((program) => !findProgram(program))
  if (missing.length > 0 && process.platform !== 'win32') {
    throw new PlainError(
      `To build the SQLite driver for Node ${process.version}, ${missing.join(', ')} must be ` +
        'installed first. With Node 22.14 or later and the official Electron nothing is built.',
    )
  }
  fs.mkdirSync(cacheFolder(), { recursive: true })
  const workFolder = fs.mkdtempSync(path.join(cacheFolder(), 'building-sqlite-'))
  try {
    copySources(workFolder)
    await compile(workFolder)
    const built = path.join(workFolder, 'build', 'Release', 'better_sqlite3.node')
    checkBinding(built)
    fs.renameSync(built, target)
  } finally {
    fs.rmSync(workFolder, { recursive: true, force: true })
  }
}

function copySources(workFolder) {
  for (const part of ['binding.gyp', 'package.json', 'lib', 'src', 'deps']) {
    fs.cpSync(path.join(driverFolder(), part), path.join(workFolder, part), { recursive: true })
  }
  fs.mkdirSync(path.join(workFolder, 'node_modules'))
  const addonApi = path.dirname(require.resolve('node-addon-api/package.json'))
  const link = path.join(workFolder, 'node_modules', 'node-addon-api')
  fs.symlinkSync(addonApi, link, 'junction')
}

/** -O1 without link-time optimisation: a third of the time of -O3 and no slower in our measures. */
async function compile(workFolder) {
  const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js')
  const options = ['rebuild', '--release', '--force_build=1', '-j', 'max']
  const headers = installedNodeHeaders()
  if (headers) options.push(`--nodedir=${headers}`)
  const shim = inProject('build', 'napi9-shim.hpp')
  const result = await run(process.execPath, [nodeGyp, ...options], {
    cwd: workFolder,
    output: 'collect',
    timeoutMs: 20 * 60_000,
    env: {
      CFLAGS: '-O1 -fno-lto',
      LDFLAGS: '-fno-lto',
      CXXFLAGS: `-O1 -fno-lto -UNAPI_VERSION -DNAPI_VERSION=9 -include ${shim}`,
    },
  })
  if (result.code === 0) return
  const log = path.join(cacheFolder(), 'sqlite-build.log')
  fs.writeFileSync(log, result.output)
  const hint = headers
    ? ''
    : " Node's headers are not on this machine and may not have been reachable: install them " +
      '(on Debian: apt-get install libnode-dev) or use Node 22.14 or later.'
  throw new PlainError(`The SQLite driver could not be built; the output is in ${log}.${hint}`)
}

/** The folder above include/node, where Node was installed with its headers. */
function installedNodeHeaders() {
  const prefix = path.dirname(path.dirname(process.execPath))
  return fs.existsSync(path.join(prefix, 'include', 'node', 'node_api.h')) ? prefix : undefined
}

/** In a process of its own, because a binding that does not fit ends its process. */
function checkBinding(file) {
  const script =
    `const Database = require(${JSON.stringify(driverFolder())});` +
    `const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(file)} });` +
    `if (db.prepare('select 1').pluck().get() !== 1) process.exit(1)`
  try {
    readOutput(process.execPath, ['-e', script])
  } catch (error) {
    throw new PlainError(`The SQLite driver at ${file} does not load: ${error.message}`)
  }
}

if (isMainModule(import.meta.url)) {
  const { findElectronRuntime } = await import('./electron-runtime.mjs')
  await runScript(async () => {
    const runtime = findElectronRuntime()
    if (!runtime) throw new PlainError('No Electron yet: run "node build/prepare.mjs" first.')
    await prepareNativeBinding(runtime.version, (sentence) => console.error(sentence))
  })
}
