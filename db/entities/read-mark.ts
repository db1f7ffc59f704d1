import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { idColumn, idSchema } from '../columns'
import { allRows, changed, command, defineEntity, findRow, insert, remove, update } from '../entity'

/** When a user last looked at something; it follows them to every device. */
export const readMarkTable = sqliteTable('read_mark', {
  id: idColumn(),
  memberId: text().notNull(),
  subjectId: text().notNull(),
  atMs: integer().notNull(),
})
export type ReadMark = typeof readMarkTable.$inferSelect

export const readMark = defineEntity({
  table: readMarkTable,
  bucket: 'user',
  groups: {},
  search: [],
  references: { memberId: 'member' },
  operations: {
    set: command(
      z.object({ subjectId: idSchema, isRead: z.boolean() }),
      (db, { subjectId, isRead }, { memberId, stableId, nowMs }) => {
        const id = stableId(subjectId, `read_mark:${memberId}`)
        const exists = findRow(db, readMarkTable, id) !== null
        if (!isRead) return exists ? changed(remove(readMarkTable, id)) : changed()
        return exists
          ? changed(update(readMarkTable, id, { atMs: nowMs }))
          : changed(insert(readMarkTable, { id, memberId, subjectId, atMs: nowMs }))
      },
    ),
    all: allRows(readMarkTable),
  },
})
