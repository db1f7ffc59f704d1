import { eq, getTableColumns, getTableName } from 'drizzle-orm'
import type { AnySQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { action } from '../action'
import { idSchema } from '../columns'
import { findRow } from '../entity'
import type { Change } from '../entity'
import { accountTable } from '../entities/account'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import * as registry from '../registry'

/** Changes in one transaction; between two the store answers other calls. */
const chunkSize = 1000

/** Steps on whole accounts. */
export const portfolio = {
  /**
   * Moves an account with everything that belongs to it to the trash, as one step. Gives the number
   * of rows. Stopping it half-way takes everything back.
   */
  removeAccount: action(
    z.object({ accountId: idSchema }),
    async ({ db, door, breathe }, { accountId }, { signal, progress }) => {
      if (!findRow(db.read, accountTable, accountId)) throw new StoreError('not_found')
      const changes = rowsOfAccount(db.read, accountId)
      const tx = door.open('portfolio.removeAccount')
      try {
        for (let from = 0; from < changes.length; from += chunkSize) {
          if (signal.aborted) throw new StoreError('cancelled')
          door.append(tx, changes.slice(from, from + chunkSize))
          progress(Math.min(from + chunkSize, changes.length), changes.length)
          await breathe()
        }
      } catch (error) {
        door.abandon(tx)
        throw error
      }
      door.finish(tx)
      return changes.length
    },
  ),
}

/** Removals of every row that names the account, the account itself last. */
function rowsOfAccount(db: ReadableDb, accountId: string): Change[] {
  const changes: Change[] = []
  for (const { table } of Object.values(registry)) {
    const columns = getTableColumns(table as SQLiteTable) as Record<string, AnySQLiteColumn>
    const { id, accountId: owner } = columns
    if (!id || !owner) continue
    const rows = db.select({ id }).from(table).where(eq(owner, accountId)).all()
    for (const row of rows)
      changes.push({ kind: 'delete', table: getTableName(table), id: String(row.id) })
  }
  return [...changes, { kind: 'delete', table: getTableName(accountTable), id: accountId }]
}
