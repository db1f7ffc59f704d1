import type { SqlConnection } from '../handles'
import type { Row, TableShape, TableShapes } from '../schema'
import type { WriteDoor } from '../write'
import type { Outbox } from './outbox'

/** Rows logged in one transaction. */
const chunkRows = 1_000

export interface JoinParts {
  readonly sql: SqlConnection
  readonly shapes: TableShapes
  readonly outbox: Outbox
  readonly door: WriteDoor
  breathe(): Promise<void>
}

/**
 * Gives rows that named this device's own, server-less member the member the server knows. Rows of
 * the member's own bucket (settings) are made again under the new member, whose ids follow from it.
 */
export async function adoptMember(
  parts: JoinParts,
  before: string,
  now: string,
  name: string,
): Promise<void> {
  const { sql, shapes, door } = parts
  if (before === now) return
  const tx = door.open('sync.join')
  for (const shape of shapes.values()) {
    const columns = memberColumns(shape)
    if (shape.name === 'member') renameMember(door, tx, sql, before, now, name)
    else if (shape.bucket === 'user') moveOwnRows(door, tx, sql, shape, before, now)
    if (columns.length === 0) continue
    const marks = columns.map((column) => `"${column}" = ?`).join(' OR ')
    const rows = sql
      .prepare(`SELECT * FROM "${shape.name}" WHERE ${marks}`)
      .all(...columns.map(() => before)) as Row[]
    for (const piece of piecesOf(rows)) {
      const changes = piece.map((row) => {
        const own = columns.filter((column) => row[column] === before)
        const values = Object.fromEntries(own.map((column) => [column, now]))
        return { kind: 'update', table: shape.name, id: String(row.id), values } as const
      })
      door.append(tx, changes)
      await parts.breathe()
    }
  }
  door.settle(tx)
}

/**
 * Logs every account row of this device that the server does not have as an insert: right after
 * joining. Running it twice logs nothing twice. The rest is for `logOtherRows`.
 */
export async function logAccountRows(parts: JoinParts): Promise<number> {
  const shapes = [...parts.shapes.values()].filter(({ bucket }) => bucket === 'account')
  const tx = parts.door.open('sync.join')
  let logged = 0
  for (const shape of shapes.sort(accountsFirst)) logged += await logRowsOf(parts, tx, shape, '1')
  parts.door.settle(tx)
  return logged
}

/**
 * The same for rows of the workspace and of the member, once everything was read: what another
 * device of the member or an administrator wrote there stands. Names from the directory are no rows.
 */
export async function logOtherRows(
  parts: JoinParts,
  mayWrite: { readonly workspace: boolean },
): Promise<number> {
  const isMadeHere = `EXISTS (SELECT 1 FROM _change WHERE tbl = '$table' AND rowId = t.id)`
  const wanted = [...parts.shapes.values()].filter(
    (shape) =>
      (shape.bucket === 'user' || (shape.bucket === 'workspace' && mayWrite.workspace)) &&
      findUnknown(parts, shape, isMadeHere).length > 0,
  )
  if (wanted.length === 0) return 0
  const tx = parts.door.open('sync.join')
  let logged = 0
  for (const shape of wanted) logged += await logRowsOf(parts, tx, shape, isMadeHere)
  parts.door.settle(tx)
  return logged
}

async function logRowsOf(
  parts: JoinParts,
  tx: number,
  shape: TableShape,
  condition: string,
): Promise<number> {
  const missing = findUnknown(parts, shape, condition)
  for (const piece of piecesOf(missing)) {
    parts.door.logAgain(
      tx,
      piece.map((id) => ({ table: shape.name, id })),
    )
    await parts.breathe()
  }
  return missing.length
}

function findUnknown(
  { sql, outbox }: JoinParts,
  shape: TableShape,
  condition: string,
): readonly string[] {
  const rows = sql
    .prepare(
      `SELECT id FROM "${shape.name}" t WHERE ${condition.replace('$table', shape.name)}
       AND NOT EXISTS (SELECT 1 FROM _row WHERE tbl = ? AND rowId = t.id) ORDER BY rowid`,
    )
    .all(shape.name) as { id: string }[]
  return rows.map(({ id }) => id).filter((id) => !outbox.hasRow(shape.name, id))
}

/** Accounts go first, so that their buckets are founded by the row they are named after. */
function accountsFirst(left: TableShape, right: TableShape): number {
  return Number(right.name === 'account') - Number(left.name === 'account')
}

/** By convention a column that names a member ends in `emberId` (`memberId`, `ownerMemberId`). */
function memberColumns(shape: TableShape): readonly string[] {
  if (shape.bucket === 'user') return []
  return shape.columns.filter((column) => /^(memberId|\w+MemberId)$/.test(column))
}

/** The profile typed before joining goes on under the server's member; an empty one takes its name. */
function renameMember(
  door: WriteDoor,
  tx: number,
  sql: SqlConnection,
  before: string,
  now: string,
  name: string,
): void {
  const row = sql.prepare(`SELECT * FROM member WHERE id = ?`).get(before) as Row | undefined
  if (!row) return
  const { id: _id, ...profile } = row
  const values = { ...profile, name: String(profile.name || name) }
  door.append(tx, [
    { kind: 'delete', table: 'member', id: before },
    { kind: 'insert', table: 'member', id: now, values },
  ])
}

function moveOwnRows(
  door: WriteDoor,
  tx: number,
  sql: SqlConnection,
  shape: TableShape,
  before: string,
  now: string,
): void {
  const { stableId } = door.context()
  const rows = sql.prepare(`SELECT * FROM "${shape.name}" WHERE memberId = ?`).all(before) as Row[]
  for (const row of rows) {
    // Rows of a member are unique by name (db/entities/preference.ts).
    const id = stableId(now, `${shape.name}:${String(row.name)}`)
    door.append(tx, [
      { kind: 'delete', table: shape.name, id: String(row.id) },
      { kind: 'insert', table: shape.name, id, values: { ...row, id, memberId: now } },
    ])
  }
}

function* piecesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += chunkRows) yield rows.slice(i, i + chunkRows)
}
