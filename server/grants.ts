import { recomputeAccess } from './access'
import type { ServerContext } from './context'
import { inWorkspace } from './database/database'

/** Ends grants whose time is over; every node looks once a minute. */
export async function endGrants(context: Pick<ServerContext, 'database' | 'wake'>): Promise<void> {
  const due = await context.database.query<{ ws: number }>(
    'SELECT DISTINCT ws FROM account_grant WHERE until <= now()',
  )
  for (const { ws } of due) {
    const members = await inWorkspace(context.database, { ws }, 'write', async (tx) => {
      const ended = await tx.query<{ account: string }>(
        'DELETE FROM account_grant WHERE ws = $1 AND until <= now() RETURNING account',
        [ws],
      )
      const changed: string[] = []
      for (const account of new Set(ended.map((row) => row.account)))
        changed.push(...(await recomputeAccess(tx, ws, `a:${account}`)))
      return changed
    })
    context.wake.announce({ ws, members })
  }
}
