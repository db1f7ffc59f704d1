import type { SqlConnection, SqlStatement, SqlValue } from './handles'
import type { Row, TableShape } from './schema'

/** Reads and writes single rows of synced tables with prepared statements. */
export interface RowWriter {
  find(shape: TableShape, id: string): Row | null
  insert(shape: TableShape, row: Row): void
  /** Inserts a whole row or puts it in the place of the one with its id. */
  put(shape: TableShape, row: Row): void
  update(shape: TableShape, id: string, values: Row): void
  remove(shape: TableShape, id: string): void
}

/** Statements are prepared once per table and set of columns. */
export function createRowWriter(sql: SqlConnection): RowWriter {
  const cache = new Map<string, SqlStatement>()
  const prepare = (text: string): SqlStatement => {
    let statement = cache.get(text)
    if (!statement) cache.set(text, (statement = sql.prepare(text)))
    return statement
  }
  return {
    find: (shape, id) =>
      (prepare(`SELECT * FROM "${shape.name}" WHERE id = ?`).get(id) as Row | undefined) ?? null,
    insert: (shape, row) => {
      const names = shape.columns.map((column) => `"${column}"`).join(', ')
      const marks = shape.columns.map(() => '?').join(', ')
      const values: SqlValue[] = shape.columns.map((column) => row[column] ?? null)
      prepare(`INSERT INTO "${shape.name}" (${names}) VALUES (${marks})`).run(...values)
    },
    put: (shape, row) => {
      const names = shape.columns.map((column) => `"${column}"`)
      const marks = names.map(() => '?').join(', ')
      const sets = names.map((name) => `${name} = excluded.${name}`).join(', ')
      const values: SqlValue[] = shape.columns.map((column) => row[column] ?? null)
      prepare(
        `INSERT INTO "${shape.name}" (${names.join(', ')}) VALUES (${marks})
         ON CONFLICT (id) DO UPDATE SET ${sets}`,
      ).run(...values)
    },
    update: (shape, id, values) => {
      const columns = Object.keys(values).filter((column) => shape.columns.includes(column))
      if (columns.length === 0) return
      const sets = columns.map((column) => `"${column}" = ?`).join(', ')
      prepare(`UPDATE "${shape.name}" SET ${sets} WHERE id = ?`).run(
        ...columns.map((column) => values[column] ?? null),
        id,
      )
    },
    remove: (shape, id) => {
      prepare(`DELETE FROM "${shape.name}" WHERE id = ?`).run(id)
    },
  }
}
