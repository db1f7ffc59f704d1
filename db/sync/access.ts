import type { Access } from '../../sync/wire'
import type { SqlConnection } from '../handles'
import type { TableShapes } from '../schema'
import type { Outbox } from './outbox'
import type { Changed } from './take'
import { readWritten } from './written'

/** State of a bucket that is no longer ours and waits until its own changes were handed in. */
export const revokedState = 'revoked'

/** What was not accepted before an account went: what the user typed, readable without the app. */
export interface Rescue {
  readonly bucket: string
  /** Name of the account, '' when unknown. */
  readonly name: string
  readonly atMs: number
  readonly changes: readonly {
    readonly table: string
    readonly id: string
    /** What the row is called, where it has a name or title. */
    readonly about: string
    readonly kind: 'I' | 'U' | 'D' | 'T'
    /** What was written, by column; of a long text the whole of it. */
    readonly values: Readonly<Record<string, unknown>>
  }[]
}

interface RefusedRow {
  readonly tbl: string
  readonly rowId: string
  readonly kind: 'I' | 'U' | 'D' | 'T'
  readonly body: string
}

export interface AccessKeeper {
  /** Notes what the member may use now (SPEC of access: sync.md 3.8). */
  take(access: Access): void
  /** Buckets to be taken off this device now: revoked, with nothing of them waiting. */
  due(): readonly string[]
  /** What of a bucket the server never took. */
  collectRescue(bucket: string): Rescue
  /** Takes every trace of a bucket off this device; the caller holds the transaction. */
  purge(bucket: string, changed: Changed): void
}

export function createAccessKeeper(
  sql: SqlConnection,
  shapes: TableShapes,
  outbox: Outbox,
  nowMs: () => number,
): AccessKeeper {
  const known = sql.prepare(`SELECT bucket FROM _cursor WHERE role IS NOT NULL`)
  const put = sql.prepare(
    `INSERT INTO _cursor (bucket, cursor, role) VALUES (?, 0, ?)
     ON CONFLICT (bucket) DO UPDATE SET role = excluded.role,
       state = CASE WHEN state = '${revokedState}' THEN NULL ELSE state END`,
  )
  const revoke = sql.prepare(`UPDATE _cursor SET state = '${revokedState}' WHERE bucket = ?`)
  const revoked = sql.prepare(`SELECT bucket FROM _cursor WHERE state = '${revokedState}'`)
  const setVersion = sql.prepare(`UPDATE _device SET accessVersion = ? WHERE id = 1`)
  const refused = sql.prepare(
    `SELECT s.tbl, s.rowId, c.kind, c.body FROM _set_aside s JOIN _change c ON c.n = s.n
     WHERE s.bucket = ? AND s.resolvedAtMs IS NULL ORDER BY s.n`,
  )
  const steps = sql.prepare(
    `UPDATE _step SET state = 'dropped' WHERE tx IN (SELECT tx FROM _change WHERE bucket = ?)`,
  )
  const rowsOf = sql.prepare(`SELECT tbl, rowId FROM _row WHERE bucket = ?`)
  const ownRows = sql.prepare(`SELECT DISTINCT tbl, rowId FROM _change WHERE bucket = ?`)
  const dropText = sql.prepare(`DELETE FROM _text WHERE tbl = ? AND rowId = ?`)
  const dropCopy = sql.prepare(`DELETE FROM _copy WHERE tbl = ? AND rowId = ?`)
  const dropDraft = sql.prepare(`DELETE FROM _draft WHERE instr(key, ?) > 0`)
  const wholeBucket = ['_row', '_trash', '_unknown', '_dead', '_news', '_set_aside', '_cursor'].map(
    (table) => sql.prepare(`DELETE FROM ${table} WHERE bucket = ?`),
  )
  const blank = sql.prepare(`UPDATE _change SET body = '{}', prev = NULL WHERE bucket = ?`)

  function nameOf(tbl: string, id: string): string {
    const shape = shapes.get(tbl)
    const column = ['name', 'title'].find((candidate) => shape?.columns.includes(candidate))
    if (!column) return ''
    const row = sql.prepare(`SELECT "${column}" AS name FROM "${tbl}" WHERE id = ?`).get(id)
    return (row as { name: string } | undefined)?.name ?? ''
  }

  return {
    take(access) {
      const granted = new Set(access.buckets.map(({ id }) => id))
      for (const { id, role } of access.buckets) put.run(id, role)
      for (const { bucket } of known.all() as { bucket: string }[])
        if (!granted.has(bucket)) revoke.run(bucket)
      setVersion.run(access.version)
    },
    due: () =>
      (revoked.all() as { bucket: string }[])
        .map(({ bucket }) => bucket)
        .filter((bucket) => !outbox.hasBucket(bucket)),
    collectRescue(bucket) {
      const rows = refused.all(bucket) as RefusedRow[]
      return {
        bucket,
        name: bucket.startsWith('a:') ? nameOf('account', bucket.slice(2)) : '',
        atMs: nowMs(),
        changes: rows.map(({ tbl, rowId, kind, body }) => ({
          table: tbl,
          id: rowId,
          about: nameOf(tbl, rowId),
          kind,
          values: readWritten(body),
        })),
      }
    },
    purge(bucket, changed) {
      const rows = [...rowsOf.all(bucket), ...ownRows.all(bucket)] as {
        tbl: string
        rowId: string
      }[]
      for (const { tbl, rowId } of rows) {
        if (shapes.has(tbl)) {
          sql.prepare(`DELETE FROM "${tbl}" WHERE id = ?`).run(rowId)
          let seen = changed.get(tbl)
          if (!seen) changed.set(tbl, (seen = new Map()))
          seen.set(rowId, null)
        }
        dropText.run(tbl, rowId)
        dropCopy.run(tbl, rowId)
        dropDraft.run(rowId)
      }
      steps.run(bucket)
      blank.run(bucket)
      for (const statement of wholeBucket) statement.run(bucket)
    },
  }
}
