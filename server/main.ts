import { join } from 'node:path'

import { runAdmin } from './admin'
import { makeApp } from './app'
import { loadSchema, openDatabase, readConfig } from './config'
import { prepareDatabase } from './database/prepare'
import { ensureWorkspace } from './workspace'

const stopLimitMs = 15_000

async function main(): Promise<void> {
  const config = readConfig(process.env, join(import.meta.dirname, 'schema.json'))
  const [command, ...words] = process.argv.slice(2)
  const database = await openDatabase(config)
  await prepareDatabase(database)
  if (command === 'admin') {
    const lines = await runAdmin({ database, config, now: () => Date.now() }, words)
    for (const line of lines) console.log(line)
    await database.close()
    return
  }
  const app = await makeApp({
    database,
    schema: loadSchema(config.schemaFile),
    minSchema: config.minSchema,
    now: () => Date.now(),
    log: process.stdout,
    requestsPerMinute: config.requestsPerMinute,
  })
  const address = await app.listen({ host: config.host, port: config.port })
  const firstCode = await ensureWorkspace(database, Date.now())
  console.log(`Jetway server on ${address}`)
  if (firstCode !== null)
    console.log(`First invitation (administrator, 7 days): ${config.publicUrl}/join#${firstCode}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      setTimeout(() => process.exit(1), stopLimitMs).unref()
      app
        .close()
        .then(() => database.close())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        )
    })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
