import type { FeedRow } from '../../sync/row'
import type { SqlConnection } from '../handles'
import type { TableShapes } from '../schema'

/** A feed that removes more than this share and more than this number of an account's rows pauses. */
const brakeShare = 0.3
const brakeRows = 50

/** State of a bucket while the user has not said whether so many rows may go. */
export const brakedState = 'braked'
/** State after the user said yes; it lasts until the pull is through. */
export const releasedState = 'released'

/**
 * The brake against a server that empties an account by mistake or malice (`design.md` 5): the
 * bucket is neither taken in nor read on until the user says yes.
 */
export interface Brake {
  /** Looks at a page before it is taken in. */
  judge(rows: readonly FeedRow[]): void
  holds(bucket: string): boolean
  /** True when the bucket had been read before this page. */
  isRead(bucket: string): boolean
  /** A pull is through: counting begins anew. */
  settle(): void
  release(bucket: string): void
}

export function createBrake(sql: SqlConnection, shapes: TableShapes): Brake {
  const find = sql.prepare(`SELECT cursor, state FROM _cursor WHERE bucket = ?`)
  const setState = sql.prepare(`UPDATE _cursor SET state = ? WHERE bucket = ?`)
  const settle = sql.prepare(`UPDATE _cursor SET state = NULL WHERE state = ?`)
  const listed = sql.prepare(`SELECT count(*) AS count FROM _row WHERE bucket = ?`)
  const findTrash = sql.prepare(`SELECT count(*) AS count FROM _trash WHERE bucket = ?`)
  /** Rows that went since the pull began, by bucket. */
  const gone = new Map<string, number>()

  const one = (bucket: string) =>
    find.get(bucket) as { cursor: number; state: string | null } | undefined
  const countOf = (statement: typeof listed, bucket: string) =>
    (statement.get(bucket) as { count: number }).count

  function isAlive({ tbl, id }: FeedRow): boolean {
    const shape = shapes.get(tbl)
    return (
      shape !== undefined &&
      sql.prepare(`SELECT 1 FROM "${tbl}" WHERE id = ?`).get(id) !== undefined
    )
  }

  return {
    judge(rows) {
      const removed = new Map<string, number>()
      for (const row of rows)
        if (row.isDeleted && isAlive(row)) removed.set(row.b, (removed.get(row.b) ?? 0) + 1)
      for (const [bucket, count] of removed) {
        if (one(bucket)?.state === releasedState) continue
        const total = (gone.get(bucket) ?? 0) + count
        const before =
          Math.max(0, countOf(listed, bucket) - countOf(findTrash, bucket)) + total - count
        if (total > brakeRows && total > brakeShare * before) setState.run(brakedState, bucket)
        else gone.set(bucket, total)
      }
    },
    holds: (bucket) => one(bucket)?.state === brakedState,
    isRead: (bucket) => (one(bucket)?.cursor ?? 0) > 0,
    settle() {
      gone.clear()
      settle.run(releasedState)
    },
    release(bucket) {
      setState.run(releasedState, bucket)
    },
  }
}
