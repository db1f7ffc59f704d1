import type { SqlConnection } from './handles'
import { createRowWriter } from './rows'
import { tableShapes } from './schema'
import type { Row } from './schema'
import type { GroupValues, LoggedChange } from './write'

/**
 * Applies logged changes that a store does not have yet, under their own numbers: after a restore
 * from backup, from the mirror. Idempotent by number. Gives how many were applied.
 */
export function replayChanges(sql: SqlConnection, changes: readonly LoggedChange[]): number {
  const rows = createRowWriter(sql)
  const known = sql.prepare(`SELECT 1 FROM _change WHERE n = ?`)
  const log = sql.prepare(
    `INSERT INTO _change (n, tx, tbl, rowId, bucket, kind, body, prev, base, hlc)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let applied = 0
  sql
    .transaction(() => {
      for (const change of [...changes].sort((left, right) => left.n - right.n)) {
        if (known.get(change.n)) continue
        applyChange(rows, change)
        const { n, tx, tbl, rowId, bucket, kind, body, prev, base, hlc } = change
        const before = prev === null ? null : JSON.stringify(prev)
        log.run(n, tx, tbl, rowId, bucket, kind, JSON.stringify(body), before, base, hlc)
        applied += 1
      }
    })
    .immediate()
  return applied
}

function applyChange(rows: ReturnType<typeof createRowWriter>, change: LoggedChange): void {
  const shape = tableShapes.get(change.tbl)
  if (!shape) return
  const current = rows.find(shape, change.rowId)
  const values = flatten(change.body)
  if (change.kind === 'D') {
    if (current) rows.remove(shape, change.rowId)
  } else if (current) {
    rows.update(shape, change.rowId, values)
  } else {
    rows.insert(shape, { ...shape.defaults, ...values, id: change.rowId })
  }
}

function flatten(groups: GroupValues): Row {
  return Object.assign({}, ...Object.values(groups)) as Row
}
