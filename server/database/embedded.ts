import { mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { PGlite } from '@electric-sql/pglite'

import type { Database, Queryable, Row, TransactionMode } from './database'

const begins: Readonly<Record<TransactionMode, string>> = {
  write: 'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
  snapshot: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY',
}

/**
 * The database inside the server's own process, in `folder`, or in memory when there is none. One
 * process per folder: PGlite itself does not refuse a second one, so a lock file does.
 */
export async function openEmbedded(folder: string | null): Promise<Database> {
  const release = folder === null ? () => {} : lockFolder(folder)
  const lite = await PGlite.create(folder === null ? {} : { dataDir: join(folder, 'pgdata') })
  return {
    query: async (sql, values) => run(lite, sql, values),
    transaction: (mode, work) =>
      lite.transaction(async (tx) => {
        await tx.exec(begins[mode])
        return work({ query: async (sql, values) => run(tx, sql, values) } satisfies Queryable)
      }),
    async listen(channel, hear) {
      await lite.listen(channel, hear)
    },
    async close() {
      await lite.close()
      release()
    },
  }
}

async function run<T extends Row>(
  lite: { query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }> },
  sql: string,
  values?: readonly unknown[],
): Promise<readonly T[]> {
  const result = await lite.query(sql, values && [...values])
  return result.rows as T[]
}

function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'server.lock')
  try {
    closeSync(openSync(file, 'wx'))
  } catch {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid > 0 && isAlive(pid))
      throw new Error(`The data folder ${folder} is in use by process ${pid}. Stop it first.`)
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}
