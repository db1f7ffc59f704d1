// `node build/sync-schema.mjs`: writes server/schema.json, the synced tables as plain data for the
// server, from the entities in db/. A test fails when the file is older than the entities.
import fs from 'node:fs'
import { build } from 'esbuild'
import { inProject } from './paths.mjs'
import { isMainModule, runScript } from './processes.mjs'

/** Writes the file and gives its path. */
export async function writeSyncSchema() {
  const { outputFiles } = await build({
    stdin: {
      contents: [
        "import { tableShapes } from './db/schema'",
        "import { makeSyncSchema } from './db/sync-schema'",
        'export const schema = makeSyncSchema(tableShapes)',
      ].join('\n'),
      resolveDir: inProject(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
    packages: 'external',
  })
  const entry = inProject('node_modules', '.cache-sync-schema.mjs')
  try {
    fs.writeFileSync(entry, outputFiles[0].contents)
    const { schema } = await import(entry)
    const file = inProject('server', 'schema.json')
    fs.writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`)
    return file
  } finally {
    fs.rmSync(entry, { force: true })
  }
}

if (isMainModule(import.meta.url)) {
  await runScript(async () => {
    console.log(`Written: ${await writeSyncSchema()}`)
  })
}
