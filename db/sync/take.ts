import { judgeMark } from '../../sync/admit'
import type { HistoryMark } from '../../sync/admit'
import type { Change } from '../../sync/change'
import { rowKey } from '../../sync/change'
import { unpackRows } from '../../sync/pages'
import { findSkippedMoves, rebaseRow } from '../../sync/rebase'
import type { FeedRow } from '../../sync/row'
import type { SyncSchema } from '../../sync/schema'
import type { HeadSpan, PushResult } from '../../sync/wire'
import type { WirePage } from '../../sync/pages'
import type { SqlConnection } from '../handles'
import type { Row, TableShapes } from '../schema'
import type { Announcement } from '../write'
import type { Brake } from './brake'
import type { Outbox } from './outbox'
import { UnfitRowError } from './shown-rows'
import type { ShownRows } from './shown-rows'

/** What a push and a pull are answered with alike. */
export interface RowsAnswer {
  readonly mark: HistoryMark
  readonly results?: readonly PushResult[]
  readonly page: WirePage
  readonly heads: Readonly<Record<string, HeadSpan>>
}

export interface TakeParts {
  readonly sql: SqlConnection
  readonly shapes: TableShapes
  readonly schema: SyncSchema
  readonly outbox: Outbox
  readonly shown: ShownRows
  readonly brake: Brake
  nowMs(): number
}

/** Rows shown anew, by table and id; null = not to be seen any more. */
export type Changed = Map<string, Map<string, Row | null>>

/** The server knows another history of this device: nothing may be dropped (sync/SPEC.md A5). */
export class ForkedError extends Error {}

/** Both are called inside a transaction of the caller. */
export interface Taker {
  /** Takes in the rows of an answer (sync/SPEC.md R2 to R6). */
  take(answer: RowsAnswer, changed: Changed): void
  /** Shows every row with pending operations again, after a restored server made some pending. */
  showAllPending(changed: Changed): void
}

export function createTaker(parts: TakeParts): Taker {
  const { sql, shapes, schema, outbox, shown, brake } = parts
  const setAcked = sql.prepare(`UPDATE _device SET lastAckedN = ? WHERE id = 1`)
  const acked = sql.prepare(`SELECT lastAckedN AS n FROM _device WHERE id = 1`)
  const setAside = sql.prepare(
    `INSERT INTO _set_aside (n, tbl, rowId, bucket, change, reason, isLocal, atMs)
     VALUES (?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT (n) DO NOTHING`,
  )
  const putDead = sql.prepare(
    `INSERT INTO _dead (tbl, rowId, bucket, row, why) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE SET row = excluded.row, why = excluded.why`,
  )
  const dropDead = sql.prepare(`DELETE FROM _dead WHERE tbl = ? AND rowId = ?`)
  const wasChanged = sql.prepare(`SELECT 1 FROM _change WHERE tbl = ? AND rowId = ? LIMIT 1`)
  const findCursor = sql.prepare(`SELECT cursor FROM _cursor WHERE bucket = ?`)
  const putCursor = sql.prepare(
    `INSERT INTO _cursor (bucket, cursor) VALUES (?, ?)
     ON CONFLICT (bucket) DO UPDATE SET cursor = excluded.cursor`,
  )
  const putNews = sql.prepare(
    `INSERT INTO _news (tbl, rowId, bucket, atMs) VALUES (?, ?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE SET atMs = excluded.atMs`,
  )

  const cursorOf = (bucket: string) =>
    (findCursor.get(bucket) as { cursor: number } | undefined)?.cursor ?? 0

  /** Shows a row; one that does not fit is kept aside and the page goes on. */
  function show(row: FeedRow, changed: Changed, isNew = false): void {
    try {
      note(changed, row.tbl, row.id, shown.show(row, isNew))
      if (!isNew) dropDead.run(row.tbl, row.id)
    } catch (error) {
      if (!isUnfit(error)) throw error
      putDead.run(row.tbl, row.id, row.b, JSON.stringify(row), (error as Error).message)
    }
  }

  function showRebased(
    tbl: string,
    id: string,
    own: readonly Change[],
    changed: Changed,
    skipped?: ReadonlySet<number>,
  ): void {
    const row = rebaseRow(schema, shown.copy(tbl, id) ?? null, own, skipped)
    if (row) return show(row, changed)
    shown.forget(tbl, id)
    note(changed, tbl, id, null)
  }

  /** SPEC R2: what the server has leaves the outbox; what it refused leaves the screen too. */
  function dropAcknowledged(
    lastN: number,
    refused: ReadonlyMap<number, PushResult>,
    touched: Set<string>,
    changed: Changed,
  ): void {
    if (lastN <= (acked.get() as { n: number }).n) return
    const byRow = new Map<string, Change[]>()
    for (const op of outbox.upTo(lastN)) {
      const key = rowKey(op.tbl, op.id)
      byRow.set(key, [...(byRow.get(key) ?? []), op])
      const result = refused.get(op.n)
      if (result)
        setAside.run(
          op.n,
          op.tbl,
          op.id,
          op.b,
          JSON.stringify(op),
          result.reason ?? 'unknown',
          parts.nowMs(),
        )
    }
    setAcked.run(lastN)
    for (const [key, ops] of byRow) {
      const { tbl, id } = ops[0]!
      const good = ops.filter((op) => !refused.has(op.n))
      const isPending = outbox.hasRow(tbl, id)
      if (isPending) {
        const copy = rebaseRow(schema, shown.copy(tbl, id) ?? null, good)
        if (copy || shown.copy(tbl, id) !== undefined) shown.setCopy(tbl, id, copy)
        touched.add(key)
        continue
      }
      if (good.length < ops.length) showRebased(tbl, id, good, changed)
      shown.dropCopy(tbl, id)
    }
  }

  /** True for a row this device has made or changed itself. */
  function isOwn({ tbl, id }: FeedRow): boolean {
    return wasChanged.get(tbl, id) !== undefined
  }

  /** SPEC R3 and R4. Gives the keys of the rows with pending operations. */
  function takeRows(page: readonly FeedRow[], isPull: boolean, changed: Changed): Set<string> {
    const touched = new Set<string>()
    const hasPending = outbox.hasPending()
    const newsFrom = new Map<string, boolean>()
    const held = new Set([...new Set(page.map(({ b }) => b))].filter((b) => brake.holds(b)))
    for (const row of page) {
      if (held.has(row.b)) continue
      const known = shown.state(row.tbl, row.id)
      if (row.seq < (known?.seq ?? 0)) continue
      if (isPull && row.seq > (known?.seq ?? 0)) {
        // The first reading of an account is no news.
        if (!newsFrom.has(row.b)) newsFrom.set(row.b, brake.isRead(row.b))
        if (newsFrom.get(row.b)) putNews.run(row.tbl, row.id, row.b, parts.nowMs())
      }
      shown.setState(row)
      if (hasPending && outbox.hasRow(row.tbl, row.id)) {
        shown.setCopy(row.tbl, row.id, row)
        touched.add(rowKey(row.tbl, row.id))
      } else show(row, changed, known === null && !isOwn(row))
    }
    return touched
  }

  /** Shows again every row with pending operations that this answer may have changed (SPEC R5). */
  function showPending(touched: ReadonlySet<string>, changed: Changed): void {
    if (!outbox.hasPending()) return
    const keys = new Set(touched)
    const skipped = new Map<string, ReadonlySet<number>>()
    for (const shape of shapes.values()) {
      if (shape.parentColumn === null) continue
      const tbl = shape.name
      const buckets = bucketsOf(tbl, touched, changed)
      if (buckets.size === 0) continue
      const pending = outbox.ofTable(tbl, buckets)
      const group = shape.groupOf[shape.parentColumn]!
      const parentOf = (id: string) => serverParentOf(tbl, id, shape.parentColumn!)
      skipped.set(tbl, findSkippedMoves(schema, tbl, pending, parentOf))
      for (const op of pending) if ('set' in op && op.set[group]) keys.add(rowKey(tbl, op.id))
    }
    for (const key of keys) {
      const [tbl = '', id = ''] = splitKey(key)
      const own = outbox.ofRow(tbl, id)
      if (own.length > 0) showRebased(tbl, id, own, changed, skipped.get(tbl))
    }
  }

  function bucketsOf(tbl: string, touched: ReadonlySet<string>, changed: Changed): Set<string> {
    const ids = new Set(changed.get(tbl)?.keys())
    for (const key of touched) if (key.startsWith(`${tbl}/`)) ids.add(splitKey(key)[1]!)
    const buckets = new Set<string>()
    for (const id of ids) {
      const bucket = shown.state(tbl, id)?.bucket ?? shown.find(tbl, id)?.b
      if (bucket) buckets.add(bucket)
    }
    return buckets
  }

  /** Parent of a row as the server has it, deleted rows included; undefined when it has no such row. */
  function serverParentOf(tbl: string, id: string, column: string): string | null | undefined {
    const copy = shown.copy(tbl, id)
    if (copy === null) return undefined
    const row = copy ?? (isOwnAlone(tbl, id) ? null : shown.find(tbl, id))
    if (!row) return undefined
    const parent = row.data[column]
    return typeof parent === 'string' ? parent : null
  }

  /** A row that was made here and is not sent yet. */
  function isOwnAlone(tbl: string, id: string): boolean {
    return shown.state(tbl, id) === null && outbox.hasRow(tbl, id)
  }

  function moveCursors(heads: RowsAnswer['heads']): void {
    for (const [bucket, [from, to]] of Object.entries(heads)) {
      if (brake.holds(bucket)) continue
      const cursor = cursorOf(bucket)
      if (cursor >= from && to > cursor) putCursor.run(bucket, to)
    }
  }

  function take(answer: RowsAnswer, changed: Changed): void {
    if (judgeMark(answer.mark, (n) => outbox.hashAt(n)) === 'forked') throw new ForkedError()
    const refused = new Map(
      answer.results
        ?.filter(({ outcome }) => outcome === 'quarantined')
        .map((result) => [result.n, result]),
    )
    const touched = new Set<string>()
    dropAcknowledged(answer.mark.lastN, refused, touched, changed)
    const rows = unpackRows(answer.page)
    brake.judge(rows)
    for (const key of takeRows(rows, answer.results === undefined, changed)) touched.add(key)
    showPending(touched, changed)
    moveCursors(answer.heads)
  }

  return {
    take,
    showAllPending: (changed) =>
      showPending(new Set(outbox.rows().map(({ tbl, id }) => rowKey(tbl, id))), changed),
  }
}

function note(changed: Changed, tbl: string, id: string, row: Row | null): void {
  let rows = changed.get(tbl)
  if (!rows) changed.set(tbl, (rows = new Map()))
  rows.set(id, row)
}

/** The words in which windows and the search hear of it; tables nobody knows are left out. */
export function announcementOf(changed: Changed, shapes: TableShapes): Announcement {
  const announcement: Record<string, { rows: Row[]; removed: string[] }> = {}
  for (const [tbl, rows] of changed) {
    if (!shapes.has(tbl)) continue
    const entry = (announcement[tbl] = { rows: [] as Row[], removed: [] as string[] })
    for (const [id, row] of rows) {
      if (row) entry.rows.push(row)
      else entry.removed.push(id)
    }
  }
  return announcement
}

function splitKey(key: string): readonly string[] {
  const slash = key.indexOf('/')
  return [key.slice(0, slash), key.slice(slash + 1)]
}

/** The row is at fault, not the disk. */
function isUnfit(error: unknown): boolean {
  if (error instanceof UnfitRowError) return true
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(code)
}
