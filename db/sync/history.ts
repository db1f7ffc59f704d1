import { parseStamp } from '../../sync/clock'
import type { StoreServices } from '../action'
import type { ServerChange } from './control'
import { flattenGroups, readWritten } from './written'

/** One change of a row in words of its columns, newest first in a list. */
export interface RowChange {
  readonly atMs: number
  /** Null = unknown. */
  readonly memberId: string | null
  readonly kind: 'I' | 'U' | 'D' | 'T'
  /** Columns before the change, as far as known. */
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  /** True while the server has not got it. */
  readonly isPending: boolean
}

/**
 * The history of a row: the server's where it can be asked, with what waits here on top; else what
 * this device did itself.
 */
export async function readRowHistory(
  services: StoreServices,
  tbl: string,
  id: string,
): Promise<readonly RowChange[]> {
  const { lastAckedN } = services.sync.door.device()
  const own = readOwn(services, tbl, id, services.sync.door.link() ? lastAckedN : Infinity)
  const theirs = await services.sync.control()?.history(tbl, id)
  if (!theirs) return own
  return [...own.filter((change) => change.isPending), ...theirs.map(fromServer)]
}

function readOwn(
  { db, sync }: StoreServices,
  tbl: string,
  id: string,
  lastAckedN: number,
): readonly RowChange[] {
  const { memberId } = sync.door.device()
  const rows = db.sql
    .prepare(
      `SELECT n, kind, body, prev, hlc FROM _change WHERE tbl = ? AND rowId = ?
       ORDER BY n DESC LIMIT 500`,
    )
    .all(tbl, id) as {
    n: number
    kind: RowChange['kind']
    body: string
    prev: string | null
    hlc: string
  }[]
  return rows.map(({ n, kind, body, prev, hlc }) => ({
    atMs: parseStamp(hlc)?.ms ?? 0,
    memberId,
    kind,
    before: readWritten(prev ?? '{}'),
    after: readWritten(body),
    isPending: n > lastAckedN,
  }))
}

function fromServer({ atMs, member, kind, body, prev }: ServerChange): RowChange {
  const before = flattenGroups(prev)
  const after = kind === 'I' || kind === 'U' ? flattenGroups(body) : {}
  return {
    atMs,
    memberId: member,
    kind: kind as RowChange['kind'],
    before,
    after,
    isPending: false,
  }
}
