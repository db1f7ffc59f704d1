import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  currencySchema,
  dateSchema,
  idColumn,
  idSchema,
  lineSchema,
  minorUnitsSchema,
  noteSchema,
  flagColumn,
  flagSchema,
  wordsColumn,
} from '../columns'
import {
  allRows,
  changed,
  command,
  defineEntity,
  findRow,
  insert,
  remove,
  rowById,
  update,
} from '../entity'
import { StoreError } from '../errors'
import { accountStatuses, contractTerms, origins, segments } from '../terms'

export const accountTable = sqliteTable(
  'account',
  {
    id: idColumn(),
    name: text().notNull(),
    status: text({ enum: accountStatuses }).notNull().default('prospect'),
    segment: text({ enum: segments }).notNull().default('unknown'),
    origin: text({ enum: origins }).notNull().default('unknown'),
    industry: wordsColumn(),
    region: wordsColumn(),
    country: wordsColumn(),
    city: wordsColumn(),
    website: wordsColumn(),
    phone: wordsColumn(),
    ownerMemberId: text(),
    parentAccountId: text(),
    /** Yearly value today and possible, minor units of `currency` (methods 0.9, 2.18). */
    valueNowMinor: integer(),
    potentialValueMinor: integer(),
    currency: text().notNull().default('EUR'),
    employees: integer(),
    seatsActual: integer(),
    seatsPotential: integer(),
    customerSince: text(),
    contractTerm: text({ enum: contractTerms }).notNull().default('unknown'),
    contractStart: text(),
    renewalDate: text(),
    noticeDate: text(),
    programmeName: wordsColumn(),
    programmeBudgetMinor: integer(),
    /** Net revenue retention as a ratio, 1.1 = 110 % (standards.md 6). */
    netRetention: real(),
    isReference: flagColumn(),
    about: wordsColumn(),
    /** The key of this account in the file or system it was imported from. */
    externalId: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [index('account_name').on(table.name), index('account_external').on(table.externalId)],
)
export type Account = typeof accountTable.$inferSelect

const fieldsSchema = z
  .object({
    name: lineSchema.min(1),
    status: z.enum(accountStatuses),
    segment: z.enum(segments),
    origin: z.enum(origins),
    industry: lineSchema,
    region: lineSchema,
    country: lineSchema,
    city: lineSchema,
    website: lineSchema,
    phone: lineSchema,
    ownerMemberId: idSchema.nullable(),
    parentAccountId: idSchema.nullable(),
    valueNowMinor: minorUnitsSchema.nullable(),
    potentialValueMinor: minorUnitsSchema.nullable(),
    currency: currencySchema,
    employees: z.int().min(0).nullable(),
    seatsActual: z.int().min(0).nullable(),
    seatsPotential: z.int().min(0).nullable(),
    customerSince: dateSchema.nullable(),
    contractTerm: z.enum(contractTerms),
    contractStart: dateSchema.nullable(),
    renewalDate: dateSchema.nullable(),
    noticeDate: dateSchema.nullable(),
    programmeName: lineSchema,
    programmeBudgetMinor: minorUnitsSchema.nullable(),
    netRetention: z.number().min(0).max(5).nullable(),
    isReference: flagSchema,
    about: noteSchema,
    externalId: lineSchema,
  })
  .partial()

export const account = defineEntity({
  table: accountTable,
  bucket: 'account',
  groups: {
    value: ['valueNowMinor', 'potentialValueMinor', 'currency'],
    contract: ['contractTerm', 'contractStart', 'renewalDate', 'noticeDate'],
    place: ['city', 'region', 'country'],
  },
  text: ['about'],
  search: ['name', 'industry', 'city', 'country', 'about'],
  references: { ownerMemberId: 'member', parentAccountId: 'account' },
  operations: {
    create: command(
      fieldsSchema.extend({ name: lineSchema.min(1) }),
      (_db, args, { newId, nowMs, memberId }) => {
        const id = newId()
        const values = { ownerMemberId: memberId, ...args, id, createdAtMs: nowMs }
        return { changes: [insert(accountTable, values)], value: id }
      },
    ),
    set: command(z.object({ id: idSchema, fields: fieldsSchema }), (db, { id, fields }) => {
      if (!findRow(db, accountTable, id)) throw new StoreError('not_found')
      return changed(update(accountTable, id, fields))
    }),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(accountTable, id))),
    all: allRows(accountTable),
    byId: rowById(accountTable),
  },
})
