import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema, lineSchema, noteSchema, wordsColumn } from '../columns'
import { allRows, changed, command, defineEntity, insert, remove, update } from '../entity'

/** A competitor, known to the whole workspace. */
export const competitorTable = sqliteTable('competitor', {
  id: idColumn(),
  name: text().notNull(),
  website: wordsColumn(),
  about: wordsColumn(),
  createdAtMs: atMsColumn(),
})
export type Competitor = typeof competitorTable.$inferSelect

const fieldsSchema = z
  .object({ name: lineSchema.min(1), website: lineSchema, about: noteSchema })
  .partial()

export const competitor = defineEntity({
  table: competitorTable,
  bucket: 'workspace',
  groups: {},
  isOpenToReviewers: true,
  search: ['name', 'about'],
  references: {},
  operations: {
    create: command(
      fieldsSchema.extend({ name: lineSchema.min(1) }),
      (_db, args, { newId, nowMs }) => {
        const id = newId()
        return {
          changes: [insert(competitorTable, { ...args, id, createdAtMs: nowMs })],
          value: id,
        }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(competitorTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(competitorTable, id)),
    ),
    all: allRows(competitorTable),
  },
})
