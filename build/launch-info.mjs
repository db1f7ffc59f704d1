// The door for an outside driver: tells how to start the built app.
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
  return { executable: runtime.executable, args: appArguments(), env: chosenByUser() }
}

/** Chromium's sandbox refuses to run as root; Electron below 38 takes Wayland only when told. */
function appArguments() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const isWaylandOnly = Boolean(process.env.WAYLAND_DISPLAY) && !process.env.DISPLAY
  return [
    projectRoot,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(isWaylandOnly ? ['--ozone-platform-hint=auto'] : []),
  ]
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
