// Stands in for the default_app.asar of an Electron download: makes
// `electron [-r module] <folder or file> [arguments of the app]` work with the fallback runtime.
//
// It is an ES module with top-level await on purpose: Electron holds `ready` back until it has
// settled, and an app whose main process is an ES module needs that (it registers its protocol
// before `ready`).
import { app } from 'electron'
import fs from 'node:fs'
import { Module } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const { preloads, entry } = readArguments(process.argv.slice(1))
if (preloads.length > 0) Module._preloadModules(preloads)
if (entry === undefined) leave('electron: name the folder or the file of the app to run')
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
try {
  await startApp(path.resolve(entry))
} catch (error) {
  leave('The app could not be started.\n' + (error?.stack ?? error))
}

function readArguments(args) {
  const modules = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') modules.push(args[++i])
    else if (arg === '-v' || arg === '--version') print('v' + process.versions.electron)
    else if (arg === '-a' || arg === '--abi') print(process.versions.modules)
    else if (!arg.startsWith('-')) return { preloads: modules, entry: arg }
  }
  return { preloads: modules, entry: undefined }
}

async function startApp(folderOrFile) {
  const manifest = path.join(folderOrFile, 'package.json')
  const main = Module._resolveFilename(folderOrFile, null, true)
  app.setAppPath(path.dirname(main))
  if (fs.existsSync(manifest)) {
    const { name, productName, version, desktopName } = JSON.parse(
      fs.readFileSync(manifest, 'utf8'),
    )
    app.setAppPath(folderOrFile)
    app.name = productName ?? name ?? app.name
    if (version) app.setVersion(version)
    if (desktopName) app.setDesktopName(desktopName)
  }
  await import(pathToFileURL(main).href)
}

function print(text) {
  console.log(text)
  process.exit(0)
}

function leave(text) {
  console.error(text)
  process.exit(1)
}
