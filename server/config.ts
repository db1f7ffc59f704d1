import { readFileSync } from 'node:fs'

import type { SyncSchema } from '../sync/schema'
import { checkSchema } from '../sync/schema'
import type { Database } from './database/database'
import { openEmbedded } from './database/embedded'
import { openPostgres } from './database/postgres'

/** What the operator decides, from the environment. */
export interface Config {
  readonly databaseUrl: string | null
  /** Folder of the embedded database, when there is no PostgreSQL. */
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** Address people reach the server by; stands in invitation links. */
  readonly publicUrl: string
  readonly schemaFile: string
  readonly minSchema: number
  readonly requestsPerMinute: number
}

export function readConfig(env: NodeJS.ProcessEnv, defaultSchemaFile: string): Config {
  const host = env['HOST'] ?? '127.0.0.1'
  const port = readNumber(env, 'PORT', 8_484)
  return {
    databaseUrl: env['DATABASE_URL'] ?? null,
    dataFolder: env['JETWAY_SERVER_DIR'] ?? 'server-data',
    host,
    port,
    publicUrl: env['PUBLIC_URL'] ?? `http://${host}:${port}`,
    schemaFile: env['JETWAY_SCHEMA'] ?? defaultSchemaFile,
    minSchema: readNumber(env, 'MIN_SCHEMA', 1),
    requestsPerMinute: readNumber(env, 'REQUESTS_PER_MINUTE', 300),
  }
}

/** PostgreSQL by `DATABASE_URL`, else the embedded database in the data folder. */
export async function openDatabase(config: Config): Promise<Database> {
  return config.databaseUrl === null
    ? openEmbedded(config.dataFolder)
    : openPostgres(config.databaseUrl)
}

/** Loads the tables of the app as data and refuses what could not be synced. */
export function loadSchema(file: string): SyncSchema {
  let schema: SyncSchema
  try {
    schema = JSON.parse(readFileSync(file, 'utf8')) as SyncSchema
  } catch {
    throw new Error(`The tables of the app could not be read from ${file}.`)
  }
  const faults = checkSchema(schema)
  if (faults.length > 0) throw new Error(`The tables in ${file} are unsound: ${faults.join(' ')}`)
  return schema
}

function readNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name]
  if (text === undefined) return otherwise
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`${name} is ${text}, but must be a whole number.`)
  return value
}
