import type { StoreServices } from '../action'
import type { LinkStatus } from './control'
import type { RescueNote } from './rescue-notes'

/** Everything the quiet line and the sync screen show. */
export interface SyncStatus {
  /** False in the demo, which is linked to nothing. */
  readonly canLink: boolean
  readonly link: {
    readonly server: string
    readonly workspaceName: string
    readonly userName: string
    readonly isJoining: boolean
    readonly joinedAtMs: number
    readonly doneAtMs: number | null
  } | null
  readonly talk: LinkStatus
  /** Changes that wait to be sent. */
  readonly pending: number
  /** Share of the first reading that is done, 0 to 1; null when nothing is being read. */
  readonly readShare: number | null
  readonly conflicts: number
  readonly setAside: number
  /** Accounts of which the server wants to remove so much that it was not done. */
  readonly braked: readonly { readonly bucket: string; readonly name: string }[]
  readonly news: readonly {
    readonly accountId: string
    readonly name: string
    readonly rows: number
  }[]
  readonly rescues: readonly RescueNote[]
}

const silent: LinkStatus = {
  isTalking: false,
  trouble: null,
  stopped: null,
  retryAtMs: null,
  clockOffMs: 0,
  present: [],
}

/** Reads the status: figures from the store, the conversation from its driver. */
export function readSyncStatus({ db, sync }: StoreServices): SyncStatus {
  const { door } = sync
  const control = sync.control()
  const link = door.link()
  const count = (sql: string) => (db.sql.prepare(sql).get() as { count: number }).count
  const nameOf = (bucket: string) =>
    (
      db.sql.prepare(`SELECT name FROM account WHERE id = ?`).get(bucket.slice(2)) as
        { name: string } | undefined
    )?.name ?? ''
  const news = db.sql
    .prepare(
      `SELECT substr(bucket, 3) AS accountId, count(*) AS rows FROM _news
       WHERE bucket LIKE 'a:%' GROUP BY bucket ORDER BY max(atMs) DESC LIMIT 100`,
    )
    .all() as { accountId: string; rows: number }[]
  return {
    canLink: control !== null,
    link: link && {
      server: link.server,
      workspaceName: link.workspaceName,
      userName: link.userName,
      isJoining: link.state === 'joining',
      joinedAtMs: link.joinedAtMs,
      doneAtMs: link.doneAtMs,
    },
    talk: control?.status() ?? silent,
    pending: link ? door.outbox.count() : 0,
    readShare: door.readShare(),
    conflicts: count(`SELECT count(*) AS count FROM conflict WHERE resolvedAtMs IS NULL`),
    setAside: count(`SELECT count(*) AS count FROM _set_aside WHERE resolvedAtMs IS NULL`),
    braked: door
      .buckets()
      .filter(({ state }) => state === 'braked')
      .map(({ bucket }) => ({ bucket, name: nameOf(bucket) })),
    news: news.map((one) => ({ ...one, name: nameOf(`a:${one.accountId}`) })),
    rescues: door.rescues(),
  }
}
