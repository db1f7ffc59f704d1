import type { SqlConnection } from '../handles'
import type { WriteDoor } from '../write'
import type { NamedRow } from './epoch'

/** Rows that are to be logged again after a server was restored (sync/SPEC.md E3). */
export interface AgainList {
  /** Notes the rows in the transaction that lowers them, so that a crash forgets none. */
  save(rows: readonly NamedRow[]): void
  /** Logs what was noted, with the stamp of 1970: it loses against all that was meant in earnest. */
  log(): void
}

const localName = 'sync.again'
const chunkRows = 1_000

export function createAgainList(sql: SqlConnection, door: WriteDoor): AgainList {
  const find = sql.prepare(`SELECT value FROM _local WHERE name = '${localName}'`)
  const put = sql.prepare(
    `INSERT INTO _local (name, value) VALUES ('${localName}', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  const drop = sql.prepare(`DELETE FROM _local WHERE name = '${localName}'`)
  const read = () => {
    const row = find.get() as { value: string } | undefined
    return row ? (JSON.parse(row.value) as NamedRow[]) : []
  }
  return {
    save(rows) {
      const all = [...read(), ...rows]
      if (all.length > 0) put.run(JSON.stringify(all))
    },
    log() {
      const rows = read()
      if (rows.length === 0) return
      const tx = door.open('sync.again')
      for (let i = 0; i < rows.length; i += chunkRows)
        door.logAgain(tx, rows.slice(i, i + chunkRows), 'oldest')
      door.settle(tx)
      drop.run()
    },
  }
}
