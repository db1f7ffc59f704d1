import pg from 'pg'

import type { Database, Row, TransactionMode } from './database'

const begins: Readonly<Record<TransactionMode, string>> = {
  write: 'BEGIN',
  snapshot: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
}

/** Numbers stay numbers: sequences and counts never pass 2^53. */
const bigintOid = 20

/** PostgreSQL 15 or later by connection string. */
export async function openPostgres(url: string, maxConnections = 10): Promise<Database> {
  const types = new pg.TypeOverrides()
  types.setTypeParser(bigintOid, Number)
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, types })
  pool.on('error', () => {})
  const listeners: pg.Client[] = []
  await pool.query('SELECT 1')
  return {
    query: async (sql, values) => run(pool, sql, values),
    async transaction(mode, work) {
      const client = await pool.connect()
      let isBroken = false
      try {
        await client.query(begins[mode])
        const result = await work({ query: async (sql, values) => run(client, sql, values) })
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          isBroken = true
        })
        throw error
      } finally {
        client.release(isBroken)
      }
    },
    async listen(channel, hear) {
      listeners.push(await keepListening(url, channel, hear))
    },
    async close() {
      for (const client of listeners) await client.end().catch(() => {})
      await pool.end()
    },
  }
}

async function run<T extends Row>(
  client: { query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }> },
  sql: string,
  values?: readonly unknown[],
): Promise<readonly T[]> {
  const result = await client.query(sql, values && [...values])
  return result.rows as T[]
}

/** Lost notices are harmless (devices poll), so a lost connection is only opened again. */
async function keepListening(
  url: string,
  channel: string,
  hear: (payload: string) => void,
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {
    setTimeout(() => {
      keepListening(url, channel, hear).catch(() => {})
    }, 1_000).unref()
  })
  client.on('notification', ({ payload }) => hear(payload ?? ''))
  await client.connect()
  await client.query(`LISTEN ${channel}`)
  return client
}
