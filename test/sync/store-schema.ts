import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StoreContent } from '../../db/content'
import { defineEntity } from '../../db/entity'
import { conflict } from '../../db/entities/conflict'
import { migrations } from '../../db/migrations'
import { shapesOf } from '../../db/schema'
import { makeSyncSchema } from '../../db/sync-schema'
import type { SyncSchema } from '../../sync/schema'

/** The tables of `toy-schema.ts` as entities of a real store; `accountId` says the bucket. */
const seat = defineEntity({
  table: sqliteTable('seat', {
    id: text().primaryKey().notNull(),
    accountId: text().notNull(),
    name: text(),
    stance: text({ enum: ['for', 'against', 'open'] }),
    influence: integer(),
    bossId: text(),
    rank: text(),
    story: text().notNull().default(''),
  }),
  bucket: 'account',
  groups: { stance: ['stance', 'influence'], placement: ['bossId', 'rank'] },
  text: ['story'],
  parentColumn: 'bossId',
  search: ['name', 'story'],
  references: {},
  operations: {},
})

const tag = defineEntity({
  table: sqliteTable('tag', {
    id: text().primaryKey().notNull(),
    accountId: text().notNull(),
    label: text(),
  }),
  bucket: 'account',
  groups: { tag: ['label'] },
  search: [],
  references: {},
  operations: {},
})

const createToyTables = `
CREATE TABLE seat (id text PRIMARY KEY NOT NULL, accountId text NOT NULL, name text, stance text,
  influence integer, bossId text, rank text, story text DEFAULT '' NOT NULL);
--> statement-breakpoint
CREATE TABLE tag (id text PRIMARY KEY NOT NULL, accountId text NOT NULL, label text);`

/** The store's own tables from its migrations, without the app's `seat`, and the toy tables. */
export const toyContent: StoreContent = {
  shapes: shapesOf([seat, tag, conflict]),
  migrations: [
    ...migrations.map((migration) => ({ ...migration, sql: withoutTable(migration.sql, 'seat') })),
    { version: migrations.at(-1)!.version + 1, name: 'toy', sql: createToyTables },
  ],
}

export const toyStoreSchema: SyncSchema = makeSyncSchema(toyContent.shapes)

function withoutTable(sql: string, table: string): string {
  const naming = new RegExp(`(TABLE|ON) \`${table}\``)
  return sql
    .split('--> statement-breakpoint')
    .filter((statement) => !naming.test(statement))
    .join('--> statement-breakpoint')
}
