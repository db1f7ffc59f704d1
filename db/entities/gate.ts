import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  dateSchema,
  idColumn,
  idSchema,
  lineSchema,
  noteSchema,
  wordsColumn,
} from '../columns'
import { changed, command, defineEntity, findRow, insert, rowsBy, update } from '../entity'
import { gateKinds, gateStatuses } from '../terms'

/** A sign-off an account asks for before a deal is safe (methods 0.7). One row per kind. */
export const gateTable = sqliteTable(
  'gate',
  {
    id: idColumn(),
    accountId: text().notNull(),
    kind: text({ enum: gateKinds }).notNull(),
    status: text({ enum: gateStatuses }).notNull().default('unknown'),
    personId: text(),
    date: text(),
    evidence: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('gate_account').on(table.accountId)],
)
export type Gate = typeof gateTable.$inferSelect

const fieldsSchema = z
  .object({
    status: z.enum(gateStatuses),
    personId: idSchema.nullable(),
    date: dateSchema.nullable(),
    evidence: noteSchema.max(4000).or(lineSchema),
  })
  .partial()

export const gate = defineEntity({
  table: gateTable,
  bucket: 'account',
  groups: { sign_off: ['status', 'personId', 'date'] },
  search: ['evidence'],
  references: { accountId: 'account', personId: 'person' },
  operations: {
    set: command(
      z.object({ accountId: idSchema, kind: z.enum(gateKinds), fields: fieldsSchema }),
      (db, { accountId, kind, fields }, { stableId, nowMs }) => {
        const id = stableId(accountId, `gate:${kind}`)
        return findRow(db, gateTable, id)
          ? changed(update(gateTable, id, fields))
          : changed(insert(gateTable, { ...fields, id, accountId, kind, createdAtMs: nowMs }))
      },
    ),
    byAccount: rowsBy(gateTable, 'accountId'),
  },
})
