import { StoreError } from './errors'
import type { SqlConnection } from './handles'

/** One numbered migration; `version` is the `user_version` it leads to. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** What a migration may do: add. Devices of different versions share one feed (`design.md` 4). */
const allowed = /^\s*(CREATE\s+(TABLE|INDEX|UNIQUE\s+INDEX)|ALTER\s+TABLE\s+\S+\s+ADD)\b/i

/** Says which statement of a migration does something else than add; null = none. */
export function findForbiddenStatement(migration: Migration): string | null {
  return statementsOf(migration.sql).find((statement) => !allowed.test(statement)) ?? null
}

/**
 * Brings a store up to the newest version: every pending migration in one transaction, with
 * `user_version` inside it, so that a crash leaves the old version or the new one and nothing between.
 * @throws StoreError `store_newer` when the file was written by a newer app.
 */
export function migrate(sql: SqlConnection, migrations: readonly Migration[]): void {
  const current = versionOf(sql)
  const newest = migrations.at(-1)?.version ?? 0
  if (current > newest) throw new StoreError('store_newer', { version: current })
  const pending = migrations.filter((migration) => migration.version > current)
  if (pending.length === 0) return
  sql
    .transaction(() => {
      for (const migration of pending) {
        const forbidden = findForbiddenStatement(migration)
        if (forbidden !== null) throw new StoreError('internal', { detail: migration.name })
        for (const statement of statementsOf(migration.sql)) sql.exec(statement)
      }
      sql.exec(`PRAGMA user_version = ${newest}`)
    })
    .immediate()
}

/** The `user_version` of a store; 0 = a new, empty file. */
export function versionOf(sql: SqlConnection): number {
  return (sql.prepare('PRAGMA user_version').get() as { user_version: number }).user_version
}

function statementsOf(text: string): string[] {
  return text
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
