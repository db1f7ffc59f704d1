import type { Database } from './database/database'
import { inWorkspace } from './database/database'
import { invite } from './enrolment'

/** Makes the first workspace on an empty server and gives its administrator's invitation code. */
export async function ensureWorkspace(database: Database, nowMs: number): Promise<string | null> {
  const [known] = await database.query('SELECT ws FROM workspace LIMIT 1')
  return known === undefined ? (await makeWorkspace(database, 'Workspace', nowMs)).code : null
}

/** A workspace with its common bucket and one invitation for an administrator. */
export async function makeWorkspace(
  database: Database,
  name: string,
  nowMs: number,
): Promise<{ readonly ws: number; readonly code: string }> {
  const [made] = await database.query<{ ws: number }>(
    'INSERT INTO workspace (name) VALUES ($1) RETURNING ws',
    [name],
  )
  const { ws } = made!
  const code = await inWorkspace(database, { ws }, 'write', async (tx) => {
    await tx.query("INSERT INTO bucket (ws, id) VALUES ($1, 'w')", [ws])
    return invite(tx, ws, { role: 'admin', name: 'Administrator' }, nowMs)
  })
  return { ws, code }
}
