import { generateKeyPairSync, randomBytes } from 'node:crypto'

import { v7 as newId } from 'uuid'

import type { Database, Queryable } from './database'
import { currentWsFunction, databaseSteps } from './tables'

/** Any number; nodes that start together wait for each other at it. */
const startLock = 7_430_115

/** Brings the tables up to date and makes the server's own secrets once. Safe on every start. */
export async function prepareDatabase(database: Database): Promise<void> {
  await database.transaction('write', async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [startLock])
    await tx.query('CREATE TABLE IF NOT EXISTS database_step (n int PRIMARY KEY)')
    const [last] = await tx.query<{ n: number | null }>('SELECT max(n) AS n FROM database_step')
    const done = last?.n ?? 0
    if (done > databaseSteps.length)
      throw new Error('The database was made by a newer server. Update this one.')
    await tx.query(currentWsFunction)
    for (let n = done + 1; n <= databaseSteps.length; n++) {
      for (const statement of splitStatements(databaseSteps[n - 1]!)) await tx.query(statement)
      await tx.query('INSERT INTO database_step VALUES ($1)', [n])
    }
    await makeSecrets(tx)
  })
}

/** What every node needs of the server's identity. */
export interface ServerIdentity {
  readonly epoch: string
  readonly previousEpoch: string | null
  readonly tokenSecret: string
  /** Ed25519, PEM. Signs what a device must not believe of anyone else: a wipe. */
  readonly signPrivate: string
  readonly signPublic: string
}

export async function readIdentity(database: Queryable): Promise<ServerIdentity> {
  const [meta] = await database.query<{
    epoch: string
    previous_epoch: string | null
    token_secret: string
    sign_private: string
    sign_public: string
  }>('SELECT * FROM meta')
  return {
    epoch: meta!.epoch,
    previousEpoch: meta!.previous_epoch,
    tokenSecret: meta!.token_secret,
    signPrivate: meta!.sign_private,
    signPublic: meta!.sign_public,
  }
}

/**
 * Begins a new epoch: to be done once after a restore from a backup. Devices then send again what
 * the restored data lacks (SPEC E1 to E3).
 */
export async function beginEpoch(database: Database): Promise<string> {
  const epoch = newId()
  await database.transaction('write', async (tx) => {
    await tx.query('UPDATE meta SET previous_epoch = epoch, epoch = $1', [epoch])
    await tx.query('UPDATE bucket SET floor = head')
  })
  return epoch
}

async function makeSecrets(tx: Queryable): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await tx.query(
    `INSERT INTO meta (epoch, token_secret, sign_private, sign_public)
     VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [
      newId(),
      randomBytes(32).toString('base64'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      publicKey.export({ type: 'spki', format: 'pem' }),
    ],
  )
}

/** Statements of a step: a semicolon at the end of a line, outside `DO $$ ... $$`. */
function splitStatements(step: string): readonly string[] {
  const parts = step.split('$$')
  const marked = parts.map((part, i) => (i % 2 === 0 ? part.replaceAll(/;\s*(\n|$)/g, cut) : part))
  return marked
    .join('$$')
    .split(cut)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

const cut = '\u0001'
