import os from 'node:os'
import path from 'node:path'

/** The root of the project: the folder that holds package.json. */
export const projectRoot = path.resolve(import.meta.dirname, '..')

/** Absolute path of something inside the project. */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts)
}

/**
 * The user's cache folder of Jetway's development tools (the Electron runtime, the built SQLite
 * binding). It outlives node_modules; deleting it costs one slower start.
 */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return path.join(process.env.XDG_CACHE_HOME, 'jetway')
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'jetway')
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) {
    return path.join(process.env.LOCALAPPDATA, 'jetway', 'cache')
  }
  return path.join(os.homedir(), '.cache', 'jetway')
}
