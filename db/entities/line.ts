import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, idColumn, idSchema, lineSchema, wordsColumn } from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'
import { StoreError } from '../errors'
import { lineKinds } from '../terms'

/** A line between two seats besides the reporting line, which is the seat's placement. */
export const lineTable = sqliteTable(
  'line',
  {
    id: idColumn(),
    accountId: text().notNull(),
    fromSeatId: text().notNull(),
    toSeatId: text().notNull(),
    kind: text({ enum: lineKinds }).notNull(),
    /** 1 weak, 2 normal, 3 strong. */
    strength: integer().notNull().default(2),
    remark: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('line_account').on(table.accountId)],
)
export type Line = typeof lineTable.$inferSelect

const fieldsSchema = z
  .object({
    kind: z.enum(lineKinds),
    strength: z.int().min(1).max(3),
    remark: lineSchema,
    fromSeatId: idSchema,
    toSeatId: idSchema,
  })
  .partial()

export const line = defineEntity({
  table: lineTable,
  bucket: 'account',
  groups: { ends: ['fromSeatId', 'toSeatId'] },
  search: ['remark'],
  references: { accountId: 'account', fromSeatId: 'seat', toSeatId: 'seat' },
  operations: {
    /** The same kind of line between the same two seats is one row on every device. */
    create: command(
      fieldsSchema.extend({
        accountId: idSchema,
        fromSeatId: idSchema,
        toSeatId: idSchema,
        kind: z.enum(lineKinds),
      }),
      (_db, args, { stableId, nowMs }) => {
        if (args.fromSeatId === args.toSeatId) throw new StoreError('bad_arguments')
        const id = stableId(args.fromSeatId, `line:${args.kind}:${args.toSeatId}`)
        return { changes: [insert(lineTable, { ...args, id, createdAtMs: nowMs })], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(lineTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(lineTable, id))),
    byAccount: rowsBy(lineTable, 'accountId'),
  },
})
