// Makes a machine ready to run, build and test Jetway: node modules, an Electron, a SQLite
// binding that loads, and what is missing of the operating system. Does only what is missing.
// Nothing but Node may be imported before node_modules is there.
import { findElectronRuntime, prepareElectronRuntime } from './electron-runtime.mjs'
import { buildPrograms, needsCompiler, prepareNativeBinding } from './native.mjs'
import { prepareNodeModules } from './node-modules.mjs'
import { isMainModule, PlainError, runScript } from './processes.mjs'
import { prepareSystemPackages } from './system-packages.mjs'

/**
 * @param {(sentence: string) => void} [say] told about each step that does something
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>} the Electron in place
 */
export async function prepare(say = (sentence) => console.error(sentence)) {
  checkNode()
  await prepareNodeModules(say)
  /** @type {Record<string, string>} */
  const unpackers = findElectronRuntime() ? {} : { tar: 'tar', unzip: 'unzip' }
  await prepareSystemPackages({ programs: unpackers }, say)
  const runtime = await prepareElectronRuntime(say)
  const programs = needsCompiler(runtime.version) ? buildPrograms : {}
  await prepareSystemPackages({ executable: runtime.executable, programs, display: true }, say)
  await prepareNativeBinding(runtime.version, say)
  return runtime
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new PlainError(`Jetway needs Node 20.19 or later; this is ${process.versions.node}.`)
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    await prepare()
  })
}
