import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  currencySchema,
  dateSchema,
  idColumn,
  idSchema,
  lineSchema,
  minorUnitsSchema,
  wordsColumn,
} from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'
import { opportunityKinds, opportunityStages } from '../terms'

export const opportunityTable = sqliteTable(
  'opportunity',
  {
    id: idColumn(),
    accountId: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: opportunityKinds }).notNull().default('new'),
    stage: text({ enum: opportunityStages }).notNull().default('open'),
    valueMinor: integer(),
    currency: text().notNull().default('EUR'),
    closeDate: text(),
    nextStep: wordsColumn(),
    outcomeReason: wordsColumn(),
    ownerMemberId: text(),
    externalId: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('opportunity_account').on(table.accountId)],
)
export type Opportunity = typeof opportunityTable.$inferSelect

const fieldsSchema = z
  .object({
    name: lineSchema.min(1),
    kind: z.enum(opportunityKinds),
    stage: z.enum(opportunityStages),
    valueMinor: minorUnitsSchema.nullable(),
    currency: currencySchema,
    closeDate: dateSchema.nullable(),
    nextStep: lineSchema,
    outcomeReason: lineSchema,
    ownerMemberId: idSchema.nullable(),
    externalId: lineSchema,
  })
  .partial()

export const opportunity = defineEntity({
  table: opportunityTable,
  bucket: 'account',
  groups: { value: ['valueMinor', 'currency'] },
  search: ['name', 'nextStep', 'outcomeReason'],
  references: { accountId: 'account', ownerMemberId: 'member' },
  operations: {
    create: command(
      fieldsSchema.extend({ accountId: idSchema, name: lineSchema.min(1) }),
      (_db, args, { newId, nowMs, memberId }) => {
        const id = newId()
        const values = { ownerMemberId: memberId, ...args, id, createdAtMs: nowMs }
        return { changes: [insert(opportunityTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (_db, { id, fields }) =>
      changed(update(opportunityTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(opportunityTable, id)),
    ),
    byAccount: rowsBy(opportunityTable, 'accountId'),
  },
})
