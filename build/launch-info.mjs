// The door for an outside driver: tells how to start the built app.
import fs from 'node:fs'
import path from 'node:path'
import { buildWhenStale } from './app-bundle.mjs'
import { findElectronRuntime } from './electron-runtime.mjs'
import { projectRoot } from './paths.mjs'
import { prepare } from './prepare.mjs'
import { isMainModule, runScript } from './processes.mjs'

/**
 * What starts the built app: `spawn(executable, [...args, ...yourOwn], { env: { ...process.env,
 * ...env } })`. Prepares the machine and builds the app when needed.
 * @param {{ say?: (sentence: string) => void }} [options]
 * @returns {Promise<{ executable: string, args: string[], env: Record<string, string> }>}
 */
export async function launchInfo({ say = () => {} } = {}) {
  const runtime = findElectronRuntime() ?? (await prepare(say))
  await buildWhenStale(say)
  return { executable: runtime.executable, args: appArguments(runtime), env: chosenByUser() }
}

/** Electron below 38 takes Wayland only when told. */
function appArguments(runtime) {
  const isWaylandOnly = Boolean(process.env.WAYLAND_DISPLAY) && !process.env.DISPLAY
  return [
    projectRoot,
    ...(canSandbox(runtime) ? [] : ['--no-sandbox']),
    ...(isWaylandOnly ? ['--ozone-platform-hint=auto'] : []),
  ]
}

/**
 * Chromium's sandbox refuses root, and needs either user namespaces or a helper that belongs to
 * root. An unpacked Electron has no such helper, and some systems keep namespaces to themselves.
 * A package for users is always sandboxed.
 */
function canSandbox(runtime) {
  if (process.platform !== 'linux') return true
  if (process.getuid?.() === 0) return false
  const helper = fs.statSync(path.join(runtime.folder, 'chrome-sandbox'), { throwIfNoEntry: false })
  if (helper?.uid === 0 && (helper.mode & 0o4000) !== 0) return true
  return (
    readSetting('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    readSetting('kernel/unprivileged_userns_clone') !== '0' &&
    readSetting('user/max_user_namespaces') !== '0'
  )
}

/** A setting of the Linux kernel; undefined where it does not exist. */
function readSetting(name) {
  try {
    return fs.readFileSync(`/proc/sys/${name}`, 'utf8').trim()
  } catch {
    return undefined
  }
}

function chosenByUser() {
  const names = ['JETWAY_DATA_DIR', 'JETWAY_PASSPHRASE']
  const chosen = names.filter((name) => process.env[name])
  return Object.fromEntries(chosen.map((name) => [name, process.env[name] ?? '']))
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    await prepare()
    const info = await launchInfo({ say: (sentence) => console.error(sentence) })
    console.log(JSON.stringify(info))
  })
}
