import { z } from 'zod'
import { action } from '../action'
import { idSchema, lineSchema } from '../columns'
import { StoreError } from '../errors'
import { readRowHistory } from './history'
import { readSyncStatus } from './status'
import { readWritten } from './written'

/** An operation that the server or this device set aside, for the list on the sync screen. */
export interface SetAsideItem {
  readonly n: number
  readonly tbl: string
  readonly rowId: string
  readonly bucket: string
  /** What was written, by column. */
  readonly values: Readonly<Record<string, unknown>>
  readonly reason: string
  readonly atMs: number
}

/** What the page can ask about the link to a server. Status itself is asked again on 'stale' `_sync`. */
export const sync = {
  status: action(z.object({}), readSyncStatus),
  /** Joins the workspace of an invitation link with everything this device has. */
  enrol: action(
    z.object({ invitation: z.string().min(1).max(2000), deviceName: z.string().max(100) }),
    async ({ sync: { control } }, { invitation, deviceName }) => {
      const driver = control()
      if (!driver) throw new StoreError('not_found')
      await driver.enrol(invitation, deviceName)
      return null
    },
  ),
  /** An invitation link for a colleague, good for one device and seven days. */
  invite: action(
    z.object({ name: lineSchema.min(1).max(200), role: z.enum(['rep', 'manager', 'admin']) }),
    async ({ sync: { control } }, { name, role }) => {
      const driver = control()
      if (!driver) throw new StoreError('not_found')
      return driver.invite(name, role)
    },
  ),
  leave: action(z.object({}), async ({ sync: { control } }) => {
    await control()?.leave()
    return null
  }),
  wake: action(z.object({}), ({ sync: { control } }) => {
    control()?.wake()
    return null
  }),
  /** The account on the screen: colleagues see who looks, and its news are read. */
  look: action(
    z.object({ accountId: idSchema.nullable() }),
    ({ db, sync: { control } }, { accountId }) => {
      control()?.look(accountId)
      if (accountId === null) return 0
      return db.sql.prepare(`DELETE FROM _news WHERE bucket = ?`).run(`a:${accountId}`).changes
    },
  ),
  setAside: action(z.object({}), ({ db }): readonly SetAsideItem[] => {
    const rows = db.sql
      .prepare(
        `SELECT s.n, s.tbl, s.rowId, s.bucket, c.body, s.reason, s.atMs FROM _set_aside s
         JOIN _change c ON c.n = s.n WHERE s.resolvedAtMs IS NULL ORDER BY s.n DESC LIMIT 200`,
      )
      .all() as (SetAsideItem & { body: string })[]
    return rows.map(({ body, ...item }) => ({ ...item, values: readWritten(body) }))
  }),
  /** The user has seen an operation that was set aside. */
  dismiss: action(z.object({ n: z.int() }), ({ db, nowMs }, { n }) => {
    db.sql.prepare(`UPDATE _set_aside SET resolvedAtMs = ? WHERE n = ?`).run(nowMs(), n)
    return null
  }),
  /** Lets the server remove what the brake held back. */
  release: action(z.object({ bucket: z.string().max(80) }), ({ sync: service }, { bucket }) => {
    service.door.release(bucket)
    service.control()?.wake()
    return null
  }),
  forgetRescue: action(z.object({ atMs: z.number() }), ({ sync: { door } }, { atMs }) => {
    door.forgetRescue(atMs)
    return null
  }),
  history: action(z.object({ table: z.string().max(64), id: idSchema }), (services, args) =>
    readRowHistory(services, args.table, args.id),
  ),
}
