import { packRows } from '../sync/pages'
import type { SyncSchema } from '../sync/schema'
import type { Checksum } from '../sync/checksum'
import { addToChecksum, emptyChecksum } from '../sync/checksum'
import type { HeadSpan, HelloRequest, PullAnswer, PullRequest } from '../sync/wire'
import { limits } from '../sync/wire'
import { readAccess, readAccessVersion } from './access'
import type { Caller } from './caller'
import type { Queryable } from './database/database'
import type { StoredFeedRow } from './feed'
import { feedColumns, toFeedRows } from './feed'

export interface PullContext {
  readonly schema: SyncSchema
  readonly epoch: string
  readonly caller: Caller
  readonly serverNowMs: number
}

/**
 * One page of what changed after the device's cursors, read in one snapshot together with the
 * device's mark (invariant I6). Only buckets the member may use are looked at; row-level security
 * would hide the others anyway.
 */
export async function readPull(
  tx: Queryable,
  context: PullContext,
  pull: PullRequest,
): Promise<PullAnswer> {
  const { ws, member, device } = context.caller
  const mark = await readMark(tx, ws, device)
  const version = await readAccessVersion(tx, ws, member)
  const moved = await tx.query<{ id: string; head: number; cursor: number }>(
    `SELECT bucket.id, bucket.head, asked.cursor
     FROM unnest($3::text[], $4::bigint[]) AS asked(id, cursor)
     JOIN bucket ON bucket.ws = $1 AND bucket.id = asked.id AND bucket.head > asked.cursor
     JOIN bucket_access access ON access.ws = $1 AND access.member = $2 AND access.bucket = asked.id
     ORDER BY bucket.id`,
    [ws, member, Object.keys(pull.cursors), Object.values(pull.cursors)],
  )
  const maxRows = Math.max(1, Math.min(pull.limitRows, limits.pullRows))
  const maxBytes = Math.max(1, Math.min(pull.limitBytes, limits.pullBytes))
  const rows: StoredFeedRow[] = []
  const heads: Record<string, HeadSpan> = {}
  let bytes = 0
  let isFull = false
  for (const { id, head, cursor } of moved) {
    if (isFull) break
    const left = maxRows - rows.length
    const found = await tx.query<StoredFeedRow>(
      `SELECT ${feedColumns} FROM sync_row WHERE ws = $1 AND bucket = $2 AND seq > $3
       ORDER BY seq LIMIT $4`,
      [ws, id, cursor, left + 1],
    )
    let taken = 0
    while (taken < found.length && taken < left && (bytes < maxBytes || rows.length === 0)) {
      rows.push(found[taken]!)
      bytes += JSON.stringify(found[taken]!.data).length + 60
      taken++
    }
    isFull = taken < found.length
    heads[id] = [cursor, isFull ? (found[taken - 1]?.seq ?? cursor) : head]
  }
  return {
    epoch: context.epoch,
    nowMs: context.serverNowMs,
    mark,
    ...(version === pull.accessVersion ? {} : { access: await readAccess(tx, ws, member) }),
    page: packRows(await toFeedRows(tx, context.schema, ws, rows)),
    heads,
    more: isFull,
  }
}

/** What a device is told first; floors only if it comes from the epoch right before (SPEC E2). */
export async function readGreeting(
  tx: Queryable,
  caller: Caller,
  hello: HelloRequest,
  previousEpoch: string | null,
): Promise<{ mark: PullAnswer['mark']; access: Awaited<ReturnType<typeof readAccess>> }> {
  const hasFloors = hello.epoch !== null && hello.epoch === previousEpoch
  return {
    mark: await readMark(tx, caller.ws, caller.device),
    access: await readAccess(tx, caller.ws, caller.member, hasFloors),
  }
}

/** Count and sum of a bucket, for a device that wants to know whether it holds the same (SPEC E4). */
export async function readChecksum(
  tx: Queryable,
  ws: number,
  bucket: string,
): Promise<Checksum & { readonly head: number }> {
  const [found] = await tx.query<{ head: number }>(
    'SELECT head FROM bucket WHERE ws = $1 AND id = $2',
    [ws, bucket],
  )
  const rows = await tx.query<{ tbl: string; id: string; seq: number }>(
    'SELECT tbl, id, seq FROM sync_row WHERE ws = $1 AND bucket = $2',
    [ws, bucket],
  )
  return { ...rows.reduce(addToChecksum, emptyChecksum), head: found?.head ?? 0 }
}

async function readMark(tx: Queryable, ws: number, device: string): Promise<PullAnswer['mark']> {
  const [row] = await tx.query<{ last_n: number; last_hash: string }>(
    'SELECT last_n, last_hash FROM device WHERE ws = $1 AND id = $2',
    [ws, device],
  )
  return { lastN: row?.last_n ?? 0, lastHash: row?.last_hash ?? '' }
}
