import type { SqlConnection } from '../handles'
import type { Rescue } from './access'

/** Where the unaccepted changes of an account that went away were kept. */
export interface RescueNote {
  readonly name: string
  readonly file: string
  readonly atMs: number
  readonly changes: number
}

export interface RescueNotes {
  add(rescue: Rescue, file: string): void
  all(): readonly RescueNote[]
  forget(atMs: number): void
}

const localName = 'sync.rescues'

/** Remembers the rescue files until the user has seen them. */
export function createRescueNotes(sql: SqlConnection): RescueNotes {
  const find = sql.prepare(`SELECT value FROM _local WHERE name = '${localName}'`)
  const put = sql.prepare(
    `INSERT INTO _local (name, value) VALUES ('${localName}', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  const all = (): readonly RescueNote[] => {
    const row = find.get() as { value: string } | undefined
    return row ? (JSON.parse(row.value) as RescueNote[]) : []
  }
  return {
    all,
    add({ name, atMs, changes }, file) {
      put.run(JSON.stringify([{ name, file, atMs, changes: changes.length }, ...all()]))
    },
    forget(atMs) {
      put.run(JSON.stringify(all().filter((note) => note.atMs !== atMs)))
    },
  }
}
