import type { SqlConnection, SqlValue, WritableDb } from './handles'
import { tableShapes } from './schema'
import type { Row, TableShape, TableShapes } from './schema'
import type { Announcement } from './write'

/** One hit of the full-text search. `snippet` marks the words found with \u0001 and \u0002. */
export interface SearchHit {
  readonly table: string
  readonly id: string
  readonly accountId: string | null
  /** The row's first searchable text: its name or title. */
  readonly title: string
  readonly accountName: string
  readonly snippet: string
}

export interface SearchIndex {
  /** Takes changed rows; they are indexed on the next idle moment or before the next search. */
  note(announcement: Announcement): void
  /** Indexes what was noted. */
  flush(): void
  find(text: string, options?: { limit?: number; tables?: readonly string[] }): SearchHit[]
  /** Throws the index away and makes it again from the rows. */
  rebuild(): void
}

const createSql = `CREATE VIRTUAL TABLE IF NOT EXISTS _search USING fts5(
  words, plain, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`

/** Goes up when the index is built in another way; an index of another shape is made again. */
const indexShape = '2'

/**
 * Full-text search over every column an entity names in `search`. The index is derived data outside
 * the save path: it is rebuilt when it is missing or behind, and never a reason to fail.
 */
export function createSearchIndex(db: WritableDb, shapes: TableShapes = tableShapes): SearchIndex {
  const { sql } = db
  const pending = new Map<string, Map<string, Row | null>>()
  prepareTable(sql)
  const findDoc = sql.prepare(`SELECT docId FROM _search_row WHERE tbl = ? AND rowId = ?`)
  const addDoc = sql.prepare(`INSERT INTO _search_row (tbl, rowId, accountId) VALUES (?, ?, ?)`)
  const dropDoc = sql.prepare(`DELETE FROM _search_row WHERE docId = ?`)
  const dropWords = sql.prepare(`DELETE FROM _search WHERE rowid = ?`)
  const addWords = sql.prepare(`INSERT INTO _search (rowid, words, plain) VALUES (?, ?, ?)`)
  const match = sql.prepare(
    `SELECT r.tbl AS "table", r.rowId AS id, r.accountId,
       snippet(_search, 0, char(1), char(2), '…', 12) AS snippet
     FROM _search JOIN _search_row r ON r.docId = _search.rowid
     WHERE _search MATCH ? ORDER BY _search.rank LIMIT ?`,
  )
  const mark = sql.prepare(
    `INSERT INTO _local (name, value) VALUES ('search.indexedN', ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  const lastN = sql.prepare(`SELECT coalesce(max(n), 0) AS n FROM _change`)

  function put(shape: TableShape, id: string, row: Row | null, isNew = false): void {
    const known = isNew ? undefined : (findDoc.get(shape.name, id) as { docId: number } | undefined)
    const words = row === null ? '' : wordsOf(shape, row)
    if (known) dropWords.run(known.docId)
    if (words === '') {
      if (known) dropDoc.run(known.docId)
      return
    }
    const accountId = row ? accountOf(shape, row) : null
    const docId = known?.docId ?? addDoc.run(shape.name, id, accountId).lastInsertRowid
    addWords.run(docId, words, plainWords(words))
  }

  function flush(): void {
    if (pending.size === 0) return
    const batch = [...pending]
    pending.clear()
    sql
      .transaction(() => {
        for (const [table, rowsById] of batch) {
          const shape = shapes.get(table)!
          for (const [id, row] of rowsById) put(shape, id, row)
        }
        mark.run(String((lastN.get() as { n: number }).n))
      })
      .immediate()
  }

  function rebuild(): void {
    sql
      .transaction(() => {
        sql.exec(`DROP TABLE _search; DELETE FROM _search_row; ${createSql};`)
        for (const shape of shapes.values()) {
          if (shape.search.length === 0) continue
          for (const row of sql.prepare(`SELECT * FROM "${shape.name}"`).all() as Row[])
            put(shape, String(row.id), row, true)
        }
        mark.run(String((lastN.get() as { n: number }).n))
      })
      .immediate()
  }

  catchUp(sql, rebuild, (table, id, row) => put(shapes.get(table)!, id, row))
  return {
    note(announcement) {
      for (const [table, { rows, removed }] of Object.entries(announcement)) {
        if (shapes.get(table)?.search.length === 0) continue
        let rowsById = pending.get(table)
        if (!rowsById) pending.set(table, (rowsById = new Map()))
        for (const row of rows) rowsById.set(String(row.id), row)
        for (const id of removed) rowsById.set(id, null)
      }
    },
    flush,
    find(text, { limit = 20, tables } = {}) {
      flush()
      const expression = matchExpression(text)
      if (expression === null) return []
      const found = match.all(expression, tables ? limit * 4 : limit) as FoundDoc[]
      const wanted = tables ? found.filter((doc) => tables.includes(doc.table)) : found
      return wanted.slice(0, limit).map((doc) => ({ ...doc, ...namesOf(sql, doc) }))
    },
    rebuild,
  }
}

type FoundDoc = Omit<SearchHit, 'title' | 'accountName'>

function namesOf(sql: SqlConnection, doc: FoundDoc): { title: string; accountName: string } {
  const column = tableShapes.get(doc.table)?.search[0] ?? 'id'
  const row = sql.prepare(`SELECT "${column}" AS title FROM "${doc.table}" WHERE id = ?`)
  const account = sql.prepare(`SELECT name FROM account WHERE id = ?`).get(doc.accountId)
  return {
    title: ((row.get(doc.id) as { title: string } | undefined)?.title ?? '').split('\n')[0]!,
    accountName: (account as { name: string } | undefined)?.name ?? '',
  }
}

/** The FTS5 expression for words as typed: every word must occur, each as a prefix. Null = no word. */
export function matchExpression(text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu)
  return words ? words.map((word) => `"${word}"*`).join(' ') : null
}

/** Makes the table; a lost one, or one of another shape, is built again by `catchUp`. */
function prepareTable(sql: SqlConnection): void {
  const found = sql.prepare(`SELECT value FROM _local WHERE name = 'search.shape'`).get() as
    { value: string } | undefined
  const table = sql.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_search'`).get()
  if (found?.value !== indexShape || !table) {
    sql.exec(`DROP TABLE IF EXISTS _search; DELETE FROM _local WHERE name = 'search.indexedN'`)
    sql
      .prepare(
        `INSERT INTO _local (name, value) VALUES ('search.shape', ?)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      )
      .run(indexShape)
  }
  sql.exec(createSql)
}

/** Letters that are no base letter with a mark, as people type them on a keyboard without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
}

/**
 * The words of a text that can be typed in another way, typed that way: 'Łódź Müller Ελένη' ->
 * 'lodz mueller ελενη'. Marks on Latin letters are left to FTS5, which knows no others.
 */
function plainWords(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words
    .map((word) => ({ word, plain: withoutMarks(withPlainLetters(word)) }))
    .filter(({ word, plain }) => plain !== (isLatin(word) ? withoutMarks(word) : word))
    .map(({ plain }) => plain)
    .join(' ')
}

function withPlainLetters(word: string): string {
  return word.replace(/[łđðøßæœıþäöü]/g, (letter) => plainLetters[letter]!)
}

function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

function isLatin(word: string): boolean {
  return /^[\p{Script=Latin}\p{M}\p{N}]+$/u.test(word)
}

/** Indexes the rows changed since the index was last written; rebuilds it when that is unknown. */
function catchUp(
  sql: SqlConnection,
  rebuild: () => void,
  put: (table: string, id: string, row: Row | null) => void,
): void {
  const marked = sql.prepare(`SELECT value FROM _local WHERE name = 'search.indexedN'`).get() as
    { value: string } | undefined
  const { n } = sql.prepare(`SELECT coalesce(max(n), 0) AS n FROM _change`).get() as { n: number }
  const indexedN = marked ? Number(marked.value) : 0
  if (indexedN === n) return
  if (!marked || n < indexedN || n - indexedN > 50_000) return rebuild()
  const behind = sql
    .prepare(`SELECT DISTINCT tbl, rowId FROM _change WHERE n > ?`)
    .all(indexedN) as { tbl: string; rowId: string }[]
  sql
    .transaction(() => {
      for (const { tbl, rowId } of behind) {
        const row = sql.prepare(`SELECT * FROM "${tbl}" WHERE id = ?`).get(rowId)
        put(tbl, rowId, (row as Row | undefined) ?? null)
      }
      sql.prepare(`UPDATE _local SET value = ? WHERE name = 'search.indexedN'`).run(String(n))
    })
    .immediate()
}

function wordsOf(shape: TableShape, row: Row): string {
  return shape.search
    .map((column) => row[column])
    .filter((value): value is Exclude<SqlValue, null> => value !== null && value !== '')
    .join('\n')
}

function accountOf(shape: TableShape, row: Row): string | null {
  const id = shape.name === 'account' ? row.id : row.accountId
  return typeof id === 'string' ? id : null
}
