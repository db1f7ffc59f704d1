import { eq, isNull } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { conflictKinds } from '../../sync/schema'
import { idSchema } from '../columns'
import { changed, command, defineEntity, findRow, query, update } from '../entity'
import { StoreError } from '../errors'

/**
 * Two people changed the same thing without having seen each other. The server keeps the losing side
 * here (sync/SPEC.md M4, M8); `kept` and `lost` are JSON of the group's columns. We write only the
 * resolution.
 */
export const conflictTable = sqliteTable(
  'conflict',
  {
    id: text().primaryKey().notNull(),
    rowTable: text().notNull(),
    rowId: text().notNull(),
    field: text().notNull(),
    kind: text({ enum: conflictKinds }).notNull(),
    kept: text(),
    keptDevice: text(),
    keptUser: text(),
    keptAtMs: integer(),
    lost: text(),
    lostDevice: text(),
    lostUser: text(),
    lostAtMs: integer(),
    resolvedAtMs: integer(),
    resolvedBy: text(),
  },
  (table) => [index('conflict_row').on(table.rowTable, table.rowId)],
)
export type Conflict = typeof conflictTable.$inferSelect

export const conflict = defineEntity({
  table: conflictTable,
  bucket: 'any',
  groups: {
    conflict: [
      'rowTable',
      'rowId',
      'field',
      'kind',
      'kept',
      'keptDevice',
      'keptUser',
      'keptAtMs',
      'lost',
      'lostDevice',
      'lostUser',
      'lostAtMs',
    ],
    resolution: ['resolvedAtMs', 'resolvedBy'],
  },
  search: [],
  references: {},
  operations: {
    /** Conflicts nobody has decided, newest first. */
    open: query(z.object({}), [conflictTable], (db) =>
      db
        .select()
        .from(conflictTable)
        .where(isNull(conflictTable.resolvedAtMs))
        .all()
        .sort((left, right) => (right.lostAtMs ?? 0) - (left.lostAtMs ?? 0)),
    ),
    byRow: query(z.object({ rowId: idSchema }), [conflictTable], (db, { rowId }) =>
      db.select().from(conflictTable).where(eq(conflictTable.rowId, rowId)).all(),
    ),
    /** Leaves what stands and closes the conflict. */
    close: command(z.object({ id: idSchema }), (db, { id }, { nowMs, memberId }) => {
      if (!findRow(db, conflictTable, id)) throw new StoreError('not_found')
      return changed(update(conflictTable, id, { resolvedAtMs: nowMs, resolvedBy: memberId }))
    }),
  },
})
