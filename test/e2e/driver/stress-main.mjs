// The main process of the stress test: forks the store's stand-in and leaves with its result.
import { app, utilityProcess } from 'electron'
import { join } from 'node:path'

const [folder, rounds] = process.argv.slice(-2)

void app.whenReady().then(() => {
  const store = utilityProcess.fork(join(import.meta.dirname, 'stress-store.mjs'), [folder, rounds])
  let report
  store.on('message', (message) => {
    report = message
    store.kill()
  })
  store.on('exit', (code) => {
    console.log(JSON.stringify(report ?? { diedWithCode: code }))
    app.exit(report ? 0 : 1)
  })
})
