import { describe, expect, it } from 'vitest'
import { findForbiddenStatements } from '../../../build/migration-guard.mjs'

describe('the guard of migrations', () => {
  it.each([
    ['a new table', 'CREATE TABLE `gate` (`id` text PRIMARY KEY NOT NULL);'],
    ['an index', 'CREATE INDEX `gate_account` ON `gate` (`accountId`);'],
    ['a virtual table', 'CREATE VIRTUAL TABLE search USING fts5(body);'],
    ['a column that allows null', 'ALTER TABLE `gate` ADD `note` text;'],
    ['a column with a default', "ALTER TABLE gate ADD COLUMN note text DEFAULT '' NOT NULL;"],
    ['a unique index of its own table', 'CREATE TABLE a (b);\nCREATE UNIQUE INDEX c ON a (b);'],
    ['comments and breakpoints', '-- drop\nCREATE TABLE a (b);\n--> statement-breakpoint\n'],
  ])('lets %s pass', (_name, sql) => {
    expect(findForbiddenStatements(sql)).toEqual([])
  })

  it.each([
    ['dropping a table', 'DROP TABLE gate;'],
    ['dropping a column', 'ALTER TABLE gate DROP COLUMN note;'],
    ['renaming a table', 'ALTER TABLE gate RENAME TO door;'],
    ['renaming a column', 'ALTER TABLE gate RENAME COLUMN note TO remark;'],
    ['changing rows', "UPDATE gate SET note = '';"],
    ['a new column without a value for old rows', 'ALTER TABLE gate ADD note text NOT NULL;'],
    ['a unique index on rows that exist', 'CREATE UNIQUE INDEX c ON gate (note);'],
    ['replacing a table', 'CREATE TABLE a (b); INSERT INTO a SELECT * FROM c; DROP TABLE c'],
  ])('refuses %s', (_name, sql) => {
    expect(findForbiddenStatements(sql)).not.toEqual([])
  })
})
