import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, flagSchema, idColumn, idSchema, lineSchema, wordsColumn } from '../columns'
import { allRows, changed, command, defineEntity, insert, rowById, update } from '../entity'
import { languages, teamRoles } from '../terms'
import { integer } from 'drizzle-orm/sqlite-core'

/** Our own people. */
export const memberTable = sqliteTable('member', {
  id: idColumn(),
  name: text().notNull(),
  email: wordsColumn(),
  phone: wordsColumn(),
  title: wordsColumn(),
  teamRole: text({ enum: teamRoles }).notNull().default('ae'),
  managerMemberId: text(),
  language: text({ enum: languages }).notNull().default('en'),
  isActive: integer().notNull().default(1),
  createdAtMs: atMsColumn(),
})
export type Member = typeof memberTable.$inferSelect

const fieldsSchema = z
  .object({
    name: lineSchema.min(1),
    email: lineSchema,
    phone: lineSchema,
    title: lineSchema,
    teamRole: z.enum(teamRoles),
    managerMemberId: idSchema.nullable(),
    language: z.enum(languages),
    isActive: flagSchema,
  })
  .partial()

export const member = defineEntity({
  table: memberTable,
  bucket: 'workspace',
  groups: {},
  isOpenToReviewers: true,
  search: ['name', 'title'],
  references: { managerMemberId: 'member' },
  operations: {
    create: command(
      fieldsSchema.extend({ name: lineSchema.min(1) }),
      (_db, args, { newId, nowMs }) => {
        const id = newId()
        return { changes: [insert(memberTable, { ...args, id, createdAtMs: nowMs })], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(memberTable, id, fields)),
    ),
    all: allRows(memberTable),
    byId: rowById(memberTable),
  },
})
