import { fromBase64, toBase64 } from '../../sync/base64'
import type { TextState } from '../../sync/row'
import { editText, emptyTextDoc, maxTextUpdateBytes } from '../../sync/text'
import type { TextDoc } from '../../sync/text'
import type { SqlConnection } from '../handles'

/** The documents behind the long texts of the rows. */
export interface TextStore {
  find(tbl: string, rowId: string, column: string): TextDoc
  all(tbl: string, rowId: string): Readonly<Record<string, TextState>>
  put(tbl: string, rowId: string, column: string, doc: TextDoc): void
  /** Puts what the server or a rebase says in place of all documents of a row. */
  replace(tbl: string, rowId: string, texts: Readonly<Record<string, TextState>>): void
}

export function createTextStore(sql: SqlConnection): TextStore {
  const find = sql.prepare(
    `SELECT gen, state FROM _text WHERE tbl = ? AND rowId = ? AND "column" = ?`,
  )
  const all = sql.prepare(`SELECT "column", gen, state FROM _text WHERE tbl = ? AND rowId = ?`)
  const put = sql.prepare(
    `INSERT INTO _text (tbl, rowId, "column", gen, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tbl, rowId, "column") DO UPDATE SET gen = excluded.gen, state = excluded.state`,
  )
  const drop = sql.prepare(`DELETE FROM _text WHERE tbl = ? AND rowId = ?`)
  return {
    find(tbl, rowId, column) {
      const row = find.get(tbl, rowId, column) as TextState | undefined
      return row ? { gen: row.gen, state: fromBase64(row.state)! } : emptyTextDoc
    },
    all(tbl, rowId) {
      const rows = all.all(tbl, rowId) as (TextState & { column: string })[]
      return Object.fromEntries(rows.map(({ column, gen, state }) => [column, { gen, state }]))
    },
    put(tbl, rowId, column, doc) {
      put.run(tbl, rowId, column, doc.gen, toBase64(doc.state))
    },
    replace(tbl, rowId, texts) {
      drop.run(tbl, rowId)
      for (const [column, { gen, state }] of Object.entries(texts))
        put.run(tbl, rowId, column, gen, state)
    },
  }
}

/** One piece of an edit: the text after it and the update that leads there. */
export interface TextStage {
  readonly text: string
  readonly gen: number
  readonly update: string
  readonly doc: TextDoc
}

/** Characters of one piece when an edit is too large for one operation. */
const stageChars = 50_000

/**
 * The operations of a plain edit: one, or several where one would be larger than an operation may
 * be. Empty when the document says the same already.
 */
export function planTextEdit(doc: TextDoc, after: string, clientId: number): readonly TextStage[] {
  const whole = editText(doc, after, clientId)
  if (whole === null) return []
  if (whole.update.length <= maxTextUpdateBytes) return [stageOf(after, whole)]
  const stages: TextStage[] = []
  let current = doc
  for (let end = stageChars; ; end += stageChars) {
    const text = after.slice(0, wholeCharacterEnd(after, end))
    const edit = editText(current, text, clientId)
    if (edit) {
      stages.push(stageOf(text, edit))
      current = edit.doc
    }
    if (end >= after.length) return stages
  }
}

/**
 * The client id of the first text of a new row follows from the row and the text, so that two
 * devices which make the same row from the same template do not write the text twice.
 */
export function firstTextClientId(rowId: string, column: string, text: string): number {
  let hash = 0x811c9dc5
  const source = `${rowId}/${column}/${text}`
  for (let i = 0; i < source.length; i++) hash = Math.imul(hash ^ source.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

function stageOf(text: string, edit: { doc: TextDoc; update: Uint8Array }): TextStage {
  return { text, gen: edit.doc.gen, update: toBase64(edit.update), doc: edit.doc }
}

function wholeCharacterEnd(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1)
  return unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end
}
