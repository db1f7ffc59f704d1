// Runs one bundled benchmark and writes what it measured; started by bench.mjs in Node or, as the
// main process, in Electron. (No top-level await of `ready` there: it would never come.)
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'

const [bundle, resultFile] = process.argv.slice(-2)

if (process.versions.electron) {
  const { app } = await import('electron')
  void app.whenReady().then(() => measure((code) => app.exit(code)))
} else {
  await measure((code) => process.exit(code))
}

async function measure(leave) {
  try {
    const benchmark = await import(pathToFileURL(bundle).href)
    fs.writeFileSync(resultFile, JSON.stringify(await benchmark.run()))
    leave(0)
  } catch (error) {
    console.error(error)
    leave(1)
  }
}
