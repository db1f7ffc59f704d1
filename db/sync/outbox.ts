import { cutBatch } from '../../sync/admit'
import type { Change, GroupValues, Sha256Hex, TextChange } from '../../sync/change'
import { chainHash, emptyHash } from '../../sync/change'
import type { SqlConnection } from '../handles'

/** The tail of the change log that the server has not confirmed, in the words of the wire. */
export interface Outbox {
  hasPending(): boolean
  count(): number
  /** The next operations in order, at most `limit`. */
  next(limit: number): readonly Change[]
  /** Pending operations of one row, in order. */
  ofRow(tbl: string, rowId: string): readonly Change[]
  hasRow(tbl: string, rowId: string): boolean
  /** Every row with pending operations. */
  rows(): readonly { readonly tbl: string; readonly id: string }[]
  /** Pending operations of a table in some buckets, in order. */
  ofTable(tbl: string, buckets: ReadonlySet<string>): readonly Change[]
  hasBucket(bucket: string): boolean
  /** Operations after the confirmed ones up to `lastN`. */
  upTo(lastN: number): readonly Change[]
  /** What goes into the next push: a batch with the hash before it; null when nothing waits. */
  cut(
    maxOps: number,
    maxLength: number,
  ): { readonly previousHash: string; readonly ops: readonly Change[] } | null
  /** Chain hash after operation `n`; undefined when it is no point of this device's history (A5). */
  hashAt(n: number): string | undefined
  /** Forgets the chain after `n`: the operations after it are going to change. */
  cutChain(n: number): void
}

interface LoggedRow {
  readonly n: number
  readonly tx: number
  readonly tbl: string
  readonly rowId: string
  readonly bucket: string
  readonly kind: Change['k']
  readonly body: string
  readonly base: number
  readonly hlc: string
}

/** Numbers of operations that never leave this device (set aside before they were sent). */
const isSent = `n NOT IN (SELECT n FROM _set_aside WHERE isLocal = 1)`
const isPending = `n > (SELECT lastAckedN FROM _device WHERE id = 1) AND ${isSent}`
const startN = `coalesce((SELECT startN FROM _link WHERE id = 1), 0)`

export function createOutbox(sql: SqlConnection, sha256: Sha256Hex): Outbox {
  const one = sql.prepare(`SELECT 1 FROM _change WHERE ${isPending} LIMIT 1`)
  const count = sql.prepare(`SELECT count(*) AS count FROM _change WHERE ${isPending}`)
  const next = sql.prepare(`SELECT * FROM _change WHERE ${isPending} ORDER BY n LIMIT ?`)
  const ofRow = sql.prepare(
    `SELECT * FROM _change WHERE tbl = ? AND rowId = ? AND ${isPending} ORDER BY n`,
  )
  const rows = sql.prepare(`SELECT DISTINCT tbl, rowId AS id FROM _change WHERE ${isPending}`)
  const hasRow = sql.prepare(
    `SELECT 1 FROM _change WHERE tbl = ? AND rowId = ? AND ${isPending} LIMIT 1`,
  )
  const ofTable = sql.prepare(
    `SELECT * FROM _change WHERE ${isPending} AND tbl = ? AND bucket IN (SELECT value FROM json_each(?))
     ORDER BY n`,
  )
  const hasBucket = sql.prepare(`SELECT 1 FROM _change WHERE ${isPending} AND bucket = ? LIMIT 1`)
  const upTo = sql.prepare(`SELECT * FROM _change WHERE ${isPending} AND n <= ? ORDER BY n`)
  const before = sql.prepare(
    `SELECT n FROM _change WHERE n < ? AND n > ${startN} AND ${isSent} ORDER BY n DESC LIMIT 1`,
  )
  const findHash = sql.prepare(`SELECT hash FROM _chain WHERE n = ?`)
  const lastHash = sql.prepare(`SELECT n, hash FROM _chain WHERE n <= ? ORDER BY n DESC LIMIT 1`)
  const putHash = sql.prepare(
    `INSERT INTO _chain (n, hash) VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET hash = excluded.hash`,
  )
  const cutHashes = sql.prepare(`DELETE FROM _chain WHERE n > ?`)
  const range = sql.prepare(
    `SELECT * FROM _change WHERE n > ? AND n > ${startN} AND n <= ? AND ${isSent} ORDER BY n LIMIT 1000`,
  )

  const previousN = (n: number) => (before.get(n) as { n: number } | undefined)?.n ?? 0

  /** Some operations of the log, each linked to the one before it among those that are sent. */
  function toChanges(rows: readonly LoggedRow[]): Change[] {
    return rows.map((row) => toChange(row, previousN(row.n)))
  }

  /** The same for operations without a gap between them. */
  function toChain(rows: readonly LoggedRow[]): Change[] {
    const firstPrevN = rows[0] ? previousN(rows[0].n) : 0
    return rows.map((row, i) => toChange(row, i === 0 ? firstPrevN : rows[i - 1]!.n))
  }

  /** Hashes follow from the log; they are kept once an operation is about to be sent. */
  function hashAt(n: number): string | undefined {
    if (n === 0) return emptyHash
    const known = findHash.get(n) as { hash: string } | undefined
    if (known) return known.hash
    const last = (lastHash.get(n) as { n: number; hash: string } | undefined) ?? null
    let hash = last?.hash ?? emptyHash
    let at = last?.n ?? 0
    while (at < n) {
      const rows = range.all(at, n) as LoggedRow[]
      if (rows.length === 0) return undefined
      for (const row of rows) {
        hash = chainHash(sha256, hash, toChange(row, at))
        at = row.n
      }
    }
    return hash
  }

  return {
    hasPending: () => one.get() !== undefined,
    count: () => (count.get() as { count: number }).count,
    next: (limit) => toChain(next.all(limit) as LoggedRow[]),
    ofRow: (tbl, rowId) => toChanges(ofRow.all(tbl, rowId) as LoggedRow[]),
    rows: () => rows.all() as { tbl: string; id: string }[],
    hasRow: (tbl, rowId) => hasRow.get(tbl, rowId) !== undefined,
    ofTable: (tbl, buckets) =>
      toChanges(ofTable.all(tbl, JSON.stringify([...buckets])) as LoggedRow[]),
    hasBucket: (bucket) => hasBucket.get(bucket) !== undefined,
    upTo: (lastN) => toChain(upTo.all(lastN) as LoggedRow[]),
    cut(maxOps, maxLength) {
      // One more than a batch may hold: whether a local transaction goes on after it (SPEC O3).
      const ops = cutBatch(toChain(next.all(maxOps + 1) as LoggedRow[]), maxOps, maxLength)
      const first = ops[0]
      if (!first) return null
      const previousHash = hashAt(first.prevN)
      if (previousHash === undefined) return null
      sql
        .transaction(() => {
          let hash = previousHash
          for (const op of ops) putHash.run(op.n, (hash = chainHash(sha256, hash, op)))
        })
        .immediate()
      return { previousHash, ops }
    },
    hashAt,
    cutChain: (n) => void cutHashes.run(n),
  }
}

function toChange(row: LoggedRow, prevN: number): Change {
  const { n, tx, tbl, rowId: id, bucket: b, base, hlc } = row
  const head = { n, prevN, tx, tbl, id, b, base, hlc }
  if (row.kind === 'D') return { ...head, k: 'D' }
  const body = JSON.parse(row.body) as Record<string, GroupValues>
  if (row.kind !== 'T') return { ...head, k: row.kind, set: body }
  return { ...head, k: 'T', text: textOf(body) }
}

function textOf(body: Record<string, GroupValues>): TextChange['text'] {
  const [column = '', values = {}] = Object.entries(body)[0] ?? []
  return { column, gen: Number(values['gen']), u: String(values['u']) }
}
