import { readText } from '../sync/text'
import type { Change, Command, CommandContext } from './entity'
import { StoreError } from './errors'
import type { SqlValue, WritableDb } from './handles'
import { createRowWriter } from './rows'
import { bucketOf, requireShape } from './schema'
import type { Row, TableShape, TableShapes } from './schema'
import { createShownRows } from './sync/shown-rows'
import { firstTextClientId, planTextEdit } from './sync/texts'

/** Values set or replaced, by merge group: `{ placement: { bossId, rank } }`. */
export type GroupValues = Readonly<Record<string, Row>>

/** One logged change in the shape that sync pushes (`design.md` 8, 'an operation'). */
export interface LoggedChange {
  readonly n: number
  readonly tx: number
  readonly tbl: string
  readonly rowId: string
  readonly bucket: string
  readonly kind: 'I' | 'U' | 'D' | 'T'
  readonly body: GroupValues
  readonly prev: GroupValues | null
  readonly base: number
  readonly hlc: string
}

/** The rows that changed, by table; the page patches its lists with them. */
export type Announcement = Readonly<
  Record<string, { readonly rows: readonly Row[]; readonly removed: readonly string[] }>
>

/** What the door depends on; everything that differs between runs comes in here. */
export interface DoorParts {
  readonly db: WritableDb
  readonly shapes: TableShapes
  /** Changes when the device joins a workspace that knows its user by another id. */
  readonly memberId: string
  nowMs(): number
  /** The next hybrid-logical-clock stamp of this device, `sync/clock.ts`. */
  nextStamp(nowMs: number): string
  /** A stamp of this device with time 0, which loses every tie. */
  oldestStamp(): string
  newId(): string
  stableId(parentId: string, name: string): string
  rankBetween(before: string | null, after: string | null): string
  /** Who edits long texts: 32 bits, random at every start (sync/SPEC.md T5). */
  readonly textClientId: number
  /** Called after each commit, with the rows to announce and the changes to mirror. */
  onCommit(announcement: Announcement, changes: readonly LoggedChange[]): void
}

/** The one door for writes: nothing else changes a synced row. */
export interface WriteDoor {
  /** Runs a command as one step and one transaction. */
  run<A, V>(operation: string, command: Command<A, V>, args: A): V
  /** Applies changes as part of an open step, for work too large for one transaction. */
  append(tx: number, changes: readonly Change[]): void
  /** Opens a step of several transactions; `finish` closes it, `abandon` takes all of it back. */
  open(operation: string): number
  finish(tx: number): void
  /** Several pieces of work in one transaction: all of it is committed and told, or nothing. */
  atomically(work: () => void): void
  /** Closes a step that undo shall not take back. */
  settle(tx: number): void
  abandon(tx: number): void
  /**
   * Logs rows again as they stand, as inserts (of rows gone as deletes): for a server that never
   * had them or lost them. No row changes. `oldest` stamps them with time 0 (sync/SPEC.md E3).
   */
  logAgain(
    tx: number,
    rows: readonly { readonly table: string; readonly id: string }[],
    stamp?: 'now' | 'oldest',
  ): void
  /** Takes back the last step; gives its operation. */
  undo(): string
  redo(): string
  steps(): { undo: string | null; redo: string | null }
  context(): CommandContext
}

/**
 * Makes the door. Each commit holds, in one transaction: the rows, the change log with stamp, base
 * and previous values, and the step for undo. Invariants: (1) a change that changes nothing is not
 * logged; (2) a merge group is always logged whole, an insert with every group; (3) a long text is
 * logged as edits of its document; (4) announcements follow the commit.
 */
export function createWriteDoor(parts: DoorParts): WriteDoor {
  const { sql, read } = parts.db
  const { shapes } = parts
  const rows = createRowWriter(sql)
  const shown = createShownRows(sql, shapes, parts.nowMs)
  const logChange = sql.prepare(
    `INSERT INTO _change (tx, tbl, rowId, bucket, kind, body, prev, base, hlc)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const saveStep = sql.prepare(`INSERT INTO _step (tx, operation, state, atMs) VALUES (?, ?, ?, ?)`)
  const setState = sql.prepare(`UPDATE _step SET state = ? WHERE tx = ?`)
  const dropUndone = sql.prepare(`UPDATE _step SET state = 'dropped' WHERE state = 'undone'`)
  const lastDone = sql.prepare(
    `SELECT tx, operation FROM _step WHERE state = 'done' ORDER BY tx DESC LIMIT 1`,
  )
  const firstUndone = sql.prepare(
    `SELECT tx, operation FROM _step WHERE state = 'undone' ORDER BY tx LIMIT 1`,
  )
  const changesOf = sql.prepare(`SELECT * FROM _change WHERE tx = ? ORDER BY n`)
  const trash = sql.prepare(
    `INSERT INTO _trash (tbl, rowId, bucket, data, deletedAtMs) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tbl, rowId) DO UPDATE SET data = excluded.data, deletedAtMs = excluded.deletedAtMs`,
  )
  const untrash = sql.prepare(`DELETE FROM _trash WHERE tbl = ? AND rowId = ?`)
  const maxTx = sql.prepare(
    `SELECT max(coalesce((SELECT max(tx) FROM _change), 0), coalesce((SELECT max(tx) FROM _step), 0)) AS tx`,
  )
  let lastTx = (maxTx.get() as { tx: number }).tx

  function context(): CommandContext {
    const nowMs = parts.nowMs()
    const { memberId, newId, stableId, rankBetween } = parts
    return { nowMs, memberId, newId, stableId, rankBetween }
  }

  /** Commits of pieces whose whole is still open; nobody hears of them before. */
  let held: Batch[] | null = null

  function tell(batch: Batch): void {
    parts.onCommit(announcementOf(batch), batch.changes)
  }

  function atomically(work: () => void): void {
    const pieces: Batch[] = (held = [])
    try {
      sql.transaction(work).immediate()
    } finally {
      held = null
    }
    for (const piece of pieces) tell(piece)
  }

  function inTransaction<T>(body: (batch: Batch) => T): T {
    const batch: Batch = { rowsByTable: new Map(), changes: [], isOldest: false }
    const value = sql.transaction(() => body(batch)).immediate()
    if (batch.changes.length > 0) {
      if (held) held.push(batch)
      else tell(batch)
    }
    return value
  }

  function apply(batch: Batch, tx: number, change: Change): void {
    const shape = requireShape(shapes, change.table)
    const current = rows.find(shape, change.id)
    switch (change.kind) {
      case 'insert': {
        if (current) return applyUpdate(batch, tx, shape, current, change.values)
        const row = { ...newRow(shape, change.id, change.values) }
        // A row that comes back keeps a text nobody mentioned.
        for (const column of shape.texts) {
          if (change.values[column] !== undefined) continue
          const doc = shown.texts.find(shape.name, change.id, column)
          if (doc.state.length > 0) row[column] = readText(doc)
        }
        shown.keepCopy(shape.name, change.id)
        rows.insert(shape, row)
        untrash.run(shape.name, change.id)
        log(batch, tx, shape, row, 'I', groupsOf(shape, row, shape.columns), null)
        for (const column of shape.texts) logText(batch, tx, shape, row, column, '', true)
        return noteRow(batch, shape, String(row.id), row)
      }
      case 'update':
        if (!current) throw new StoreError('not_found')
        return applyUpdate(batch, tx, shape, current, change.values)
      case 'delete': {
        if (!current) return
        shown.keepCopy(shape.name, change.id)
        rows.remove(shape, change.id)
        const bucket = bucketFor(shape, current)
        trash.run(shape.name, change.id, bucket, JSON.stringify(current), parts.nowMs())
        log(
          batch,
          tx,
          shape,
          current,
          'D',
          {},
          {
            ...groupsOf(shape, current, shape.columns),
            ...textGroupsOf(shape, current),
          },
        )
        return noteRow(batch, shape, change.id, null)
      }
    }
  }

  function applyUpdate(batch: Batch, tx: number, shape: TableShape, current: Row, values: Row) {
    const touched = Object.keys(values).filter(
      (column) =>
        column !== 'id' && values[column] !== undefined && values[column] !== current[column],
    )
    if (touched.length === 0) return
    const set: Record<string, SqlValue> = {}
    for (const column of touched) {
      if (!shape.columns.includes(column)) throw new StoreError('bad_arguments', { what: column })
      set[column] = values[column]!
    }
    const row: Row = { ...current, ...set }
    shown.keepCopy(shape.name, String(row.id))
    rows.update(shape, String(current.id), set)
    const body = groupsOf(shape, row, touched)
    if (Object.keys(body).length > 0)
      log(batch, tx, shape, row, 'U', body, groupsOf(shape, current, touched))
    for (const column of shape.texts)
      if (touched.includes(column))
        logText(batch, tx, shape, row, column, String(current[column] ?? ''), false)
    noteRow(batch, shape, String(row.id), row)
  }

  /** Logs what leads from the document of a text to what the row says now (sync/SPEC.md T6). */
  function logText(
    batch: Batch,
    tx: number,
    shape: TableShape,
    row: Row,
    column: string,
    before: string,
    isNew: boolean,
  ): void {
    const id = String(row.id)
    const after = String(row[column] ?? '')
    const doc = shown.texts.find(shape.name, id, column)
    if (after === '' && doc.state.length === 0) return
    const isFirst = isNew && doc.state.length === 0
    const clientId = isFirst ? firstTextClientId(id, column, after) : parts.textClientId
    let previous = before
    for (const stage of planTextEdit(doc, after, clientId)) {
      shown.texts.put(shape.name, id, column, stage.doc)
      const body = { [column]: { [column]: stage.text, gen: stage.gen, u: stage.update } }
      log(batch, tx, shape, row, 'T', body, { [column]: { [column]: previous } })
      previous = stage.text
    }
  }

  function logRowAgain(batch: Batch, tx: number, shape: TableShape, id: string): void {
    const row = rows.find(shape, id)
    shown.keepCopy(shape.name, id)
    if (!row) {
      const gone = shown.find(shape.name, id)
      if (gone) log(batch, tx, shape, { id, ...gone.data }, 'D', {}, null, gone.b)
      return
    }
    log(batch, tx, shape, row, 'I', groupsOf(shape, row, shape.columns), null)
    const docs = shown.texts.all(shape.name, id)
    for (const column of shape.texts) {
      const doc = docs[column]
      const text = row[column] ?? ''
      if (!doc) logText(batch, tx, shape, row, column, '', true)
      else {
        const body = { [column]: { [column]: text, gen: doc.gen, u: doc.state } }
        log(batch, tx, shape, row, 'T', body, { [column]: { [column]: text } })
      }
    }
  }

  function bucketFor(shape: TableShape, row: Row): string {
    const bucket = bucketOf(shape, row) ?? shown.state(shape.name, String(row.id))?.bucket
    if (bucket === undefined) throw new StoreError('bad_arguments', { what: shape.name })
    return bucket
  }

  function log(
    batch: Batch,
    tx: number,
    shape: TableShape,
    row: Row,
    kind: LoggedChange['kind'],
    body: GroupValues,
    prev: GroupValues | null,
    bucket = bucketFor(shape, row),
  ): void {
    const rowId = String(row.id)
    const base = shown.state(shape.name, rowId)?.seq ?? 0
    const hlc = batch.isOldest ? parts.oldestStamp() : parts.nextStamp(parts.nowMs())
    const { lastInsertRowid } = logChange.run(
      tx,
      shape.name,
      rowId,
      bucket,
      kind,
      JSON.stringify(body),
      prev === null ? null : JSON.stringify(prev),
      base,
      hlc,
    )
    const n = Number(lastInsertRowid)
    batch.changes.push({ n, tx, tbl: shape.name, rowId, bucket, kind, body, prev, base, hlc })
  }

  function replay(tx: number, direction: 'undo' | 'redo'): void {
    const logged = (changesOf.all(tx) as StoredChange[]).map(parseStored)
    const ordered = direction === 'undo' ? logged.reverse() : logged
    const taken = ++lastTx
    inTransaction((batch) => {
      for (const change of ordered) {
        const current = rows.find(requireShape(shapes, change.tbl), change.rowId)
        const wanted = replayOf(change, direction, current)
        if (wanted) apply(batch, taken, wanted)
      }
      setState.run(direction === 'undo' ? 'undone' : 'done', tx)
    })
  }

  return {
    context,
    atomically,
    run(operation, command, args) {
      const { changes, value } = command.run(read, args, context())
      if (changes.length === 0) return value
      const tx = ++lastTx
      inTransaction((batch) => {
        for (const change of changes) apply(batch, tx, change)
        if (batch.changes.length === 0) return
        dropUndone.run()
        saveStep.run(tx, operation, 'done', parts.nowMs())
      })
      return value
    },
    open(operation) {
      const tx = ++lastTx
      sql
        .transaction(() => {
          dropUndone.run()
          saveStep.run(tx, operation, 'open', parts.nowMs())
        })
        .immediate()
      return tx
    },
    append(tx, changes) {
      inTransaction((batch) => {
        for (const change of changes) apply(batch, tx, change)
      })
    },
    logAgain(tx, wanted, stamp = 'now') {
      inTransaction((batch) => {
        batch.isOldest = stamp === 'oldest'
        for (const { table, id } of wanted) logRowAgain(batch, tx, requireShape(shapes, table), id)
      })
    },
    finish(tx) {
      setState.run('done', tx)
    },
    settle(tx) {
      setState.run('dropped', tx)
    },
    abandon(tx) {
      replay(tx, 'undo')
      setState.run('dropped', tx)
    },
    undo() {
      const step = lastDone.get() as { tx: number; operation: string } | undefined
      if (!step) throw new StoreError('nothing_to_undo')
      replay(step.tx, 'undo')
      return step.operation
    },
    redo() {
      const step = firstUndone.get() as { tx: number; operation: string } | undefined
      if (!step) throw new StoreError('nothing_to_redo')
      replay(step.tx, 'redo')
      return step.operation
    },
    steps() {
      const undo = lastDone.get() as { operation: string } | undefined
      const redo = firstUndone.get() as { operation: string } | undefined
      return { undo: undo?.operation ?? null, redo: redo?.operation ?? null }
    },
  }
}

interface Batch {
  /** The rows changed so far by table and id; null = removed. */
  readonly rowsByTable: Map<string, Map<string, Row | null>>
  readonly changes: LoggedChange[]
  /** Stamped with time 0 instead of now. */
  isOldest: boolean
}

interface StoredChange {
  tbl: string
  rowId: string
  kind: LoggedChange['kind']
  body: string
  prev: string | null
}

interface ReplayedChange {
  readonly tbl: string
  readonly rowId: string
  readonly kind: LoggedChange['kind']
  readonly body: GroupValues
  readonly prev: GroupValues | null
}

function parseStored(stored: StoredChange): ReplayedChange {
  const prev = stored.prev === null ? null : (JSON.parse(stored.prev) as GroupValues)
  return { ...stored, body: JSON.parse(stored.body) as GroupValues, prev }
}

/** The change that undoes or repeats a logged one, where what stands there is still ours; else null. */
function replayOf(
  change: ReplayedChange,
  direction: 'undo' | 'redo',
  current: Row | null,
): Change | null {
  const target = { table: change.tbl, id: change.rowId }
  const [from, to] = direction === 'undo' ? [change.body, change.prev] : [change.prev, change.body]
  if (change.kind === 'T') {
    const [column = ''] = Object.keys(change.body)
    if (!current || !to || current[column] !== from?.[column]?.[column]) return null
    return { kind: 'update', ...target, values: { [column]: to[column]![column]! } }
  }
  if (change.kind === 'U') {
    if (!current) return null
    const ours = Object.keys(to ?? {}).filter((group) =>
      Object.entries(from?.[group] ?? {}).every(([column, value]) => current[column] === value),
    )
    const values = flattenGroups(Object.fromEntries(ours.map((group) => [group, to![group]!])))
    return { kind: 'update', ...target, values }
  }
  const makes = (change.kind === 'I') === (direction === 'redo')
  if (makes) return current ? null : { kind: 'insert', ...target, values: flattenGroups(to ?? {}) }
  return current ? { kind: 'delete', ...target } : null
}

/** The columns of logged groups, by name. */
export function flattenGroups(groups: GroupValues): Record<string, SqlValue> {
  return Object.assign({}, ...Object.values(groups)) as Record<string, SqlValue>
}

function newRow(shape: TableShape, id: string, values: Row): Row {
  const row: Record<string, SqlValue> = { ...shape.defaults, id }
  for (const [column, value] of Object.entries(values)) {
    if (!(column in shape.defaults)) throw new StoreError('bad_arguments', { what: column })
    if (value !== undefined) row[column] = value
  }
  return row
}

/** The whole merge groups that the touched columns belong to. */
function groupsOf(shape: TableShape, row: Row, touched: readonly string[]): GroupValues {
  const groups: Record<string, Record<string, SqlValue>> = {}
  for (const column of touched) {
    const group = shape.groupOf[column]
    if (group === undefined || groups[group] || shape.texts.includes(column)) continue
    const values: Record<string, SqlValue> = {}
    for (const member of shape.columnsOf[group] ?? []) values[member] = row[member] ?? null
    groups[group] = values
  }
  return groups
}

function textGroupsOf(shape: TableShape, row: Row): GroupValues {
  const filled = shape.texts.filter((column) => row[column] !== '' && row[column] !== null)
  return Object.fromEntries(filled.map((column) => [column, { [column]: row[column]! }]))
}

function noteRow(batch: Batch, shape: TableShape, id: string, row: Row | null): void {
  let rowsById = batch.rowsByTable.get(shape.name)
  if (!rowsById) batch.rowsByTable.set(shape.name, (rowsById = new Map()))
  rowsById.set(id, row)
}

function announcementOf(batch: Batch): Announcement {
  const announcement: Record<string, { rows: Row[]; removed: string[] }> = {}
  for (const [table, rowsById] of batch.rowsByTable) {
    const entry = (announcement[table] = { rows: [] as Row[], removed: [] as string[] })
    for (const [id, row] of rowsById) {
      if (row) entry.rows.push(row)
      else entry.removed.push(id)
    }
  }
  return announcement
}
