import type { Entity } from '../../db/entity'
import * as registry from '../../db/registry'
import { getTableName } from 'drizzle-orm'
import type { TestStore } from './store'

/** Rows that name a row which is not there, as 'table.column -> table: how many'. */
export function findViolations(test: TestStore): string[] {
  const { sql } = test.opened.services.db
  return (Object.values(registry) as unknown as readonly Entity[]).flatMap((entity) => {
    const table = getTableName(entity.table)
    return Object.entries(entity.references).flatMap(([column, target]) => {
      const query = `SELECT count(*) AS n FROM "${table}" WHERE "${column}" IS NOT NULL
        AND "${column}" NOT IN (SELECT id FROM "${target}")`
      const { n } = sql.prepare(query).get() as { n: number }
      return n === 0 ? [] : [`${table}.${column} -> ${target}: ${n}`]
    })
  })
}
