import { and, eq, sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import {
  atMsColumn,
  flagColumn,
  flagSchema,
  idColumn,
  idSchema,
  lineSchema,
  noteSchema,
  wordsColumn,
} from '../columns'
import {
  changed,
  command,
  defineEntity,
  findRow,
  insert,
  remove,
  rowById,
  rowsBy,
  update,
} from '../entity'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import {
  buyIns,
  coverages,
  influences,
  personStatuses,
  relationshipLevels,
  responseModes,
  stances,
} from '../terms'

/** A human at one account. `personKey` links the same human across accounts. */
export const personTable = sqliteTable(
  'person',
  {
    id: idColumn(),
    accountId: text().notNull(),
    personKey: text().notNull(),
    name: text().notNull(),
    email: wordsColumn(),
    phone: wordsColumn(),
    mobile: wordsColumn(),
    /** Language for invitations; empty = the account's. BCP 47. */
    language: wordsColumn(),
    siteId: text(),
    status: text({ enum: personStatuses }).notNull().default('active'),
    /** 1 = asked not to be invited. */
    isOptedOut: flagColumn(),
    isTopFive: flagColumn(),
    isAdvocate: flagColumn(),
    isPartner: flagColumn(),
    /** 1 = a competitor met this person (methods 0.21). */
    isCompetitorMet: flagColumn(),
    stance: text({ enum: stances }).notNull().default('unknown'),
    stanceAtMs: atMsColumn(),
    stanceMemberId: text(),
    stanceMeetingId: text(),
    influence: text({ enum: influences }).notNull().default('unknown'),
    influenceAtMs: atMsColumn(),
    influenceMemberId: text(),
    responseMode: text({ enum: responseModes }).notNull().default('unknown'),
    coverage: text({ enum: coverages }).notNull().default('unknown'),
    relationshipLevel: text({ enum: relationshipLevels }).notNull().default('unknown'),
    relationshipTarget: text({ enum: relationshipLevels }).notNull().default('unknown'),
    buyIn: text({ enum: buyIns }).notNull().default('unknown'),
    buyInAtMs: atMsColumn(),
    buyInEvidence: wordsColumn(),
    ownerMemberId: text(),
    needs: wordsColumn(),
    about: wordsColumn(),
    externalId: wordsColumn(),
    createdAtMs: atMsColumn(),
  },
  (table) => [
    index('person_account').on(table.accountId),
    index('person_key').on(table.personKey),
    index('person_email').on(table.email),
    // Holds all that the lists of the top five need, and no one else.
    index('person_top_five')
      .on(table.status, table.accountId, table.id)
      .where(sql`"isTopFive" = 1`),
  ],
)
export type Person = typeof personTable.$inferSelect

export const personFieldsSchema = z
  .object({
    name: lineSchema.min(1),
    email: lineSchema,
    phone: lineSchema,
    mobile: lineSchema,
    language: z.string().max(20),
    siteId: idSchema.nullable(),
    status: z.enum(personStatuses),
    isOptedOut: flagSchema,
    isAdvocate: flagSchema,
    isPartner: flagSchema,
    isCompetitorMet: flagSchema,
    responseMode: z.enum(responseModes),
    coverage: z.enum(coverages),
    relationshipLevel: z.enum(relationshipLevels),
    relationshipTarget: z.enum(relationshipLevels),
    buyIn: z.enum(buyIns),
    buyInEvidence: lineSchema,
    ownerMemberId: idSchema.nullable(),
    needs: noteSchema,
    about: noteSchema,
    externalId: lineSchema,
  })
  .partial()

/** Most people that may be marked as the account's top five (methods 0.13). */
export const topFiveMax = 5

export const person = defineEntity({
  table: personTable,
  bucket: 'account',
  groups: {
    stance: ['stance', 'stanceAtMs', 'stanceMemberId', 'stanceMeetingId'],
    influence: ['influence', 'influenceAtMs', 'influenceMemberId'],
    buyIn: ['buyIn', 'buyInAtMs', 'buyInEvidence'],
  },
  text: ['about', 'needs'],
  search: ['name', 'email', 'needs', 'about', 'buyInEvidence'],
  references: { accountId: 'account', siteId: 'site', ownerMemberId: 'member' },
  operations: {
    create: command(
      personFieldsSchema.extend({ accountId: idSchema, name: lineSchema.min(1) }),
      (_db, args, { newId, nowMs }) => {
        const id = newId()
        const values = { ...args, id, personKey: id, createdAtMs: nowMs }
        return { changes: [insert(personTable, values)], value: id }
      },
    ),
    set: command(
      z.object({ id: idSchema, fields: personFieldsSchema }),
      (db, { id, fields }, { nowMs }) => {
        if (!findRow(db, personTable, id)) throw new StoreError('not_found')
        const dated = fields.buyIn === undefined ? fields : { ...fields, buyInAtMs: nowMs }
        return changed(update(personTable, id, dated))
      },
    ),
    setTopFive: command(
      z.object({ id: idSchema, isTopFive: flagSchema }),
      (db, { id, isTopFive }) => {
        const row = findRow(db, personTable, id)
        if (!row) throw new StoreError('not_found')
        const marked = topFiveOf(db, row.accountId).filter((other) => other.id !== id)
        if (isTopFive === 1 && marked.length >= topFiveMax) throw new StoreError('top_five_full')
        return changed(update(personTable, id, { isTopFive }))
      },
    ),
    remove: command(z.object({ id: idSchema }), (_db, { id }) => changed(remove(personTable, id))),
    byAccount: rowsBy(personTable, 'accountId'),
    byId: rowById(personTable),
  },
})

/** The people of an account that are marked as top five. */
export function topFiveOf(db: ReadableDb, accountId: string): Person[] {
  return db
    .select()
    .from(personTable)
    .where(and(eq(personTable.accountId, accountId), eq(personTable.isTopFive, 1)))
    .all()
}
