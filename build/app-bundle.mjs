// Builds the app into out/ when its sources have changed since the last time.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { findElectronRuntime, runtimeEnvironment } from './electron-runtime.mjs'
import { inProject, projectRoot } from './paths.mjs'
import { PlainError, run } from './processes.mjs'

/** Everything whose change makes out/ stale. */
const sources = [
  'db',
  'electron',
  'renderer',
  'sync',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stampFile = inProject('out', '.built-from')
const lockFolder = inProject('node_modules', '.jetway-building')
const lockLimitMs = 5 * 60_000

/**
 * Builds when the sources differ from those that out/ was built from. Two builds at once would
 * empty the folder under each other, so the second waits and then mostly has nothing to do.
 * @param {(sentence: string) => void} say told when it builds
 * @throws {PlainError} with the builder's output when the sources do not build
 */
export async function buildWhenStale(say) {
  if (isFresh()) return
  await takeLock()
  try {
    if (isFresh()) return
    say('Building the app.')
    await buildApp()
  } finally {
    fs.rmSync(lockFolder, { recursive: true, force: true })
  }
}

/** Command and arguments of electron-vite, with the environment it needs to find our Electron. */
export function electronViteCommand(command) {
  const cli = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const runtime = findElectronRuntime()
  return {
    command: process.execPath,
    args: [cli, command],
    env: runtime ? runtimeEnvironment(runtime) : {},
  }
}

function isFresh() {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === fingerprintSources()
}

async function buildApp() {
  const before = fingerprintSources()
  const { command, args, env } = electronViteCommand('build')
  const result = await run(command, args, {
    env: { ...env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
    output: 'collect',
    timeoutMs: lockLimitMs,
  })
  if (result.code !== 0) {
    throw new PlainError(`The app could not be built:\n${result.output.trim()}`)
  }
  fs.writeFileSync(stampFile, before)
}

/** Names, sizes and times of all source files: a changed, added or removed file changes it. */
function fingerprintSources() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of listFiles(inProject(source))) {
      const { size, mtimeMs } = fs.statSync(file)
      hash.update(`${path.relative(projectRoot, file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function listFiles(place) {
  if (!fs.existsSync(place)) return []
  if (fs.statSync(place).isFile()) return [place]
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

async function takeLock() {
  const giveUpAtMs = Date.now() + lockLimitMs
  while (Date.now() < giveUpAtMs) {
    try {
      fs.mkdirSync(lockFolder)
      fs.writeFileSync(path.join(lockFolder, 'pid'), String(process.pid))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) fs.rmSync(lockFolder, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  throw new PlainError(`Another build does not end; if there is none, delete ${lockFolder}.`)
}

/** A build that was killed leaves its lock behind; its process is gone. */
function isAbandoned() {
  try {
    const pid = Number(fs.readFileSync(path.join(lockFolder, 'pid'), 'utf8'))
    if (pid > 0) process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
