import type { Value } from './change'
import type { FeedRow, TextState } from './row'

/** A row of a page: id, index of its bucket in `b`, sequence, state, then the values of `c`. */
export type WireRow = readonly [id: string, b: number, seq: number, state: number, ...Value[]]

/** Rows by column, so that names travel once per page; long texts beside them (SPEC W4). */
export interface WirePage {
  readonly b: readonly string[]
  readonly t: Readonly<
    Record<string, { readonly c: readonly string[]; readonly r: readonly WireRow[] }>
  >
  readonly x: readonly (readonly [
    tbl: string,
    id: string,
    column: string,
    gen: number,
    state: string,
  ])[]
}

export const emptyPage: WirePage = { b: [], t: {}, x: [] }

const alive = 0
const deleted = 1
const deletedWithoutData = 2

/** Packs rows into a page; rows of a table keep their order. */
export function packRows(rows: readonly FeedRow[]): WirePage {
  const buckets = new Map<string, number>()
  const tables = new Map<string, FeedRow[]>()
  for (const row of rows) {
    if (!buckets.has(row.b)) buckets.set(row.b, buckets.size)
    const same = tables.get(row.tbl)
    if (same) same.push(row)
    else tables.set(row.tbl, [row])
  }
  const t = [...tables].map(([tbl, members]) => {
    const c = [...new Set(members.flatMap((row) => Object.keys(row.data)))]
    return [tbl, { c, r: members.map((row) => packRow(row, c, buckets.get(row.b)!)) }] as const
  })
  const x = rows.flatMap((row) =>
    Object.entries(row.texts).map(
      ([column, text]) => [row.tbl, row.id, column, text.gen, text.state] as const,
    ),
  )
  return { b: [...buckets.keys()], t: Object.fromEntries(t), x }
}

/** Rows of a page in ascending sequence within their table. The page was checked by `isPage`. */
export function unpackRows(page: WirePage): readonly FeedRow[] {
  const textsByRow = new Map<string, Record<string, TextState>>()
  for (const [tbl, id, column, gen, state] of page.x) {
    const key = `${tbl}/${id}`
    textsByRow.set(key, { ...textsByRow.get(key), [column]: { gen, state } })
  }
  return Object.entries(page.t).flatMap(([tbl, { c, r }]) =>
    r.map(([id, b, seq, state, ...values]) => ({
      tbl,
      id,
      b: page.b[b]!,
      seq,
      isDeleted: state !== alive,
      data:
        state === deletedWithoutData
          ? {}
          : Object.fromEntries(c.map((column, i) => [column, values[i] ?? null])),
      texts: textsByRow.get(`${tbl}/${id}`) ?? {},
    })),
  )
}

function packRow(row: FeedRow, columns: readonly string[], bucket: number): WireRow {
  const isEmpty = Object.keys(row.data).length === 0
  if (isEmpty) return [row.id, bucket, row.seq, deletedWithoutData]
  const state = row.isDeleted ? deleted : alive
  return [row.id, bucket, row.seq, state, ...columns.map((column) => row.data[column] ?? null)]
}
