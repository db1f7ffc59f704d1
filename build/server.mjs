// `npm run server [-- admin ...]`: bundles server/ into out/server and runs it there. Signals and the
// exit code pass through. `--build` only bundles.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { build } from 'esbuild'
import { inProject } from './paths.mjs'
import { isMainModule, runScript } from './processes.mjs'

const outFolder = inProject('out', 'server')

/** Bundles the server beside the tables it serves and gives the file to run. */
export async function buildServer() {
  const schema = inProject('server', 'schema.json')
  if (!fs.existsSync(schema)) {
    const { writeSyncSchema } = await import('./sync-schema.mjs')
    await writeSyncSchema()
  }
  const outfile = inProject('out', 'server', 'main.mjs')
  await build({
    entryPoints: [inProject('server', 'main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // PGlite finds its WebAssembly beside its own files.
    packages: 'external',
    sourcemap: true,
    outfile,
    logLevel: 'error',
  })
  fs.copyFileSync(schema, inProject('out', 'server', 'schema.json'))
  return outfile
}

function runServer(file, words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', file, ...words], {
      stdio: 'inherit',
    })
    // The server ends by itself, gracefully; this process waits for it instead of ending first.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.removeAllListeners(signal)
      process.on(signal, () => child.kill(signal))
    }
    child.once('exit', (code, signal) => resolve(signal === null ? code : 1))
  })
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    const words = process.argv.slice(2)
    const file = await buildServer()
    if (words.includes('--build')) console.log(`Built: ${outFolder}`)
    else process.exitCode = await runServer(file, words)
  })
}
