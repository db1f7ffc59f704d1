import type { SqlConnection } from './handles'
import { fromBase64 } from '../sync/base64'
import { applyTextUpdate } from '../sync/text'
import { createRowWriter } from './rows'
import { tableShapes } from './schema'
import type { TableShapes } from './schema'
import { createShownRows } from './sync/shown-rows'
import type { ShownRows } from './sync/shown-rows'
import { flattenGroups } from './write'
import type { LoggedChange } from './write'

/**
 * Applies logged changes that a store does not have yet, under their own numbers: after a restore
 * from backup, from the mirror. Idempotent by number. Gives how many were applied.
 */
export function replayChanges(
  sql: SqlConnection,
  changes: readonly LoggedChange[],
  shapes: TableShapes = tableShapes,
): number {
  const rows = createRowWriter(sql)
  const shown = createShownRows(sql, shapes, () => 0)
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
        applyChange(rows, shown, shapes, change)
        const { n, tx, tbl, rowId, bucket, kind, body, prev, base, hlc } = change
        const before = prev === null ? null : JSON.stringify(prev)
        log.run(n, tx, tbl, rowId, bucket, kind, JSON.stringify(body), before, base, hlc)
        applied += 1
      }
    })
    .immediate()
  return applied
}

function applyChange(
  rows: ReturnType<typeof createRowWriter>,
  shown: ShownRows,
  shapes: TableShapes,
  change: LoggedChange,
): void {
  const shape = shapes.get(change.tbl)
  if (!shape) return
  const current = rows.find(shape, change.rowId)
  shown.keepCopy(change.tbl, change.rowId)
  if (change.kind === 'D') {
    if (current) rows.remove(shape, change.rowId)
  } else if (change.kind === 'T') {
    const [column = ''] = Object.keys(change.body)
    const { gen, u } = change.body[column] ?? {}
    const doc = shown.texts.find(change.tbl, change.rowId, column)
    const update = fromBase64(String(u))
    if (!current || update === null || gen !== doc.gen) return
    const merged = applyTextUpdate(doc, update)
    if ('fault' in merged) return
    shown.texts.put(change.tbl, change.rowId, column, merged.doc)
    rows.update(shape, change.rowId, { [column]: merged.text })
  } else if (current) rows.update(shape, change.rowId, flattenGroups(change.body))
  else {
    const values = flattenGroups(change.body)
    rows.insert(shape, { ...shape.defaults, ...values, id: change.rowId })
  }
}
