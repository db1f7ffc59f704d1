// Keeps node_modules in step with package-lock.json. Uses nothing but Node itself.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { inProject } from './paths.mjs'
import { isMainModule, npmCommand, PlainError, run, runScript } from './processes.mjs'

const lockFile = inProject('package-lock.json')
const installedLockFile = inProject('node_modules', '.package-lock.json')
const stampFile = inProject('node_modules', '.jetway-lock-hash')

/**
 * Runs `npm ci` when node_modules is missing or differs from the lock. A stamp with the lock's
 * hash makes the usual case cheap.
 */
export async function prepareNodeModules(say) {
  const hash = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex')
  if (readOrEmpty(stampFile) === hash) return
  if (!isInstalledAsLocked()) {
    say('Installing the node modules (one to two minutes).')
    await installFromLock()
  }
  fs.writeFileSync(stampFile, hash)
}

/**
 * After a plain `npm install` there is no stamp of ours, but npm's own record of what it put into
 * node_modules tells. Packages for other platforms are in the lock only.
 */
function isInstalledAsLocked() {
  if (!fs.existsSync(installedLockFile)) return false
  const wanted = JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages
  const present = JSON.parse(fs.readFileSync(installedLockFile, 'utf8')).packages
  const isRight = ([place, { version, optional }]) =>
    place === '' || present[place]?.version === version || (optional && !present[place])
  return (
    Object.entries(wanted).every(isRight) && Object.keys(present).every((place) => wanted[place])
  )
}

async function installFromLock() {
  const [npm, ...args] = npmCommand()
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']
  const result = await run(npm, [...args, ...options], { output: 'collect' })
  if (result.code === 0) return
  throw new PlainError(`"npm ci" failed; is there a network?\n${result.output.trim()}`)
}

function readOrEmpty(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}

// `npm run server` needs the packages and nothing else.
if (isMainModule(import.meta.url)) {
  await runScript(() => prepareNodeModules((sentence) => console.error(sentence)))
}
