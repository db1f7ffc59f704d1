import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { idColumn } from '../columns'
import { allRows, changed, command, defineEntity, findRow, insert, update } from '../entity'

/** A setting of one user that follows them to every device: shortcuts, thresholds, columns. */
export const preferenceTable = sqliteTable('preference', {
  id: idColumn(),
  memberId: text().notNull(),
  name: text().notNull(),
  /** JSON text. */
  value: text().notNull(),
})
export type Preference = typeof preferenceTable.$inferSelect

export const preference = defineEntity({
  table: preferenceTable,
  bucket: 'user',
  groups: {},
  search: [],
  references: { memberId: 'member' },
  operations: {
    set: command(
      z.object({ name: z.string().min(1).max(80), value: z.string().max(100_000) }),
      (db, { name, value }, { memberId, stableId }) => {
        const id = stableId(memberId, `preference:${name}`)
        return findRow(db, preferenceTable, id)
          ? changed(update(preferenceTable, id, { value }))
          : changed(insert(preferenceTable, { id, memberId, name, value }))
      },
    ),
    all: allRows(preferenceTable),
  },
})
