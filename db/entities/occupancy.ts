import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { atMsColumn, dateSchema, idColumn, idSchema } from '../columns'
import { changed, command, defineEntity, insert, remove, rowsBy, update } from '../entity'

/** A person in a seat, from a day to a day; without `toDate` it is the present holder. */
export const occupancyTable = sqliteTable(
  'occupancy',
  {
    id: idColumn(),
    accountId: text().notNull(),
    seatId: text().notNull(),
    personId: text().notNull(),
    /** 'YYYY-MM-DD'; null = unknown. */
    fromDate: text(),
    toDate: text(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('occupancy_account').on(table.accountId),
    index('occupancy_seat').on(table.seatId),
    index('occupancy_person').on(table.personId),
  ],
)
export type Occupancy = typeof occupancyTable.$inferSelect

const datesSchema = z
  .object({ fromDate: dateSchema.nullable(), toDate: dateSchema.nullable() })
  .partial()

export const occupancy = defineEntity({
  table: occupancyTable,
  bucket: 'account',
  groups: { term: ['fromDate', 'toDate'] },
  search: [],
  references: { accountId: 'account', seatId: 'seat', personId: 'person' },
  operations: {
    create: command(
      datesSchema.extend({ accountId: idSchema, seatId: idSchema, personId: idSchema }),
      (_db, args, { newId, nowMs }) => {
        const id = newId()
        return { changes: [insert(occupancyTable, { ...args, id, createdAtMs: nowMs })], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: datesSchema }), (_db, { id, fields }) =>
      changed(update(occupancyTable, id, fields)),
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) =>
      changed(remove(occupancyTable, id)),
    ),
    byAccount: rowsBy(occupancyTable, 'accountId'),
  },
})
