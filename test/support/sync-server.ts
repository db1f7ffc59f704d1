import { join } from 'node:path'
import { makeApp } from '../../server/app'
import { loadSchema } from '../../server/config'
import type { Database } from '../../server/database/database'
import { inWorkspace } from '../../server/database/database'
import { openEmbedded } from '../../server/database/embedded'
import { prepareDatabase } from '../../server/database/prepare'
import { setTeam } from '../../server/access'
import { invite } from '../../server/enrolment'
import type { Invitation } from '../../server/enrolment'
import { makeWorkspace } from '../../server/workspace'
import { projectRoot } from './source-tree'

/** The real server with the app's own tables, on the embedded database in memory, on a real port. */
export interface RunningServer {
  readonly url: string
  readonly database: Database
  readonly ws: number
  /** An invitation link. */
  invite(invitation: Invitation): Promise<string>
  /** Puts a member on an account's team, or takes it off with null. */
  setTeam(account: string, member: string, role: 'editor' | 'viewer' | null): Promise<void>
  close(): Promise<void>
}

export async function startSyncServer(): Promise<RunningServer> {
  const database = await openEmbedded(null)
  await prepareDatabase(database)
  const app = await makeApp({
    database,
    schema: loadSchema(join(projectRoot, 'server/schema.json')),
    minSchema: 1,
    now: () => Date.now(),
    log: null,
    requestsPerMinute: 1_000_000,
  })
  const { ws } = await makeWorkspace(database, 'Acme', Date.now())
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    database,
    ws,
    async invite(invitation) {
      const code = await inWorkspace(database, { ws }, 'write', (tx) =>
        invite(tx, ws, invitation, Date.now()),
      )
      return `${url}/join#${code}`
    },
    async setTeam(account, member, role) {
      await inWorkspace(database, { ws }, 'write', (tx) => setTeam(tx, ws, account, member, role))
    },
    async close() {
      // Devices keep their connections open for the next request.
      app.server.closeAllConnections()
      await app.close()
      await database.close()
    },
  }
}
