import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, flagSchema, idColumn, idSchema } from '../columns'
import { changed, command, defineEntity, findRow, insert, remove, rowsBy } from '../entity'
import { StoreError } from '../errors'
import { buyingRoles } from '../terms'
import { personTable } from './person'

/** One buying role of a person: a set is a row per element, so that two devices can both add. */
export const buyingRoleTable = sqliteTable(
  'buying_role',
  {
    id: idColumn(),
    accountId: text().notNull(),
    personId: text().notNull(),
    role: text({ enum: buyingRoles }).notNull(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('buying_role_account').on(table.accountId)],
)
export type BuyingRoleRow = typeof buyingRoleTable.$inferSelect

export const buyingRole = defineEntity({
  table: buyingRoleTable,
  bucket: 'account',
  groups: {},
  search: [],
  references: { accountId: 'account', personId: 'person' },
  operations: {
    set: command(
      z.object({ personId: idSchema, role: z.enum(buyingRoles), has: flagSchema }),
      (db, { personId, role, has }, { stableId, nowMs }) => {
        const person = findRow(db, personTable, personId)
        if (!person) throw new StoreError('not_found')
        const id = stableId(personId, `buying_role:${role}`)
        const exists = findRow(db, buyingRoleTable, id) !== null
        if (exists === (has === 1)) return changed()
        if (has === 0) return changed(remove(buyingRoleTable, id))
        const values = { id, accountId: person.accountId, personId, role, createdAtMs: nowMs }
        return changed(insert(buyingRoleTable, values))
      },
    ),
    byAccount: rowsBy(buyingRoleTable, 'accountId'),
  },
})
