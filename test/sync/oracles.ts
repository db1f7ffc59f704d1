import { fromBase64 } from '../../sync/base64'
import type { Change, GroupValues, Value } from '../../sync/change'
import { isSameValue, rowKey } from '../../sync/change'
import type { FeedRow } from '../../sync/row'
import { conflictTable } from '../../sync/schema'
import { readText } from '../../sync/text'
import type { HistoryEntry } from './model/contract'
import { toySchema } from './model/toy-schema'

/** What the test itself knows of an operation, written down when the device made it. */
export interface Recorded {
  readonly device: string
  readonly change: Change
  /** Unique character a T put in or took out. */
  readonly added?: string
  readonly removed?: string
}

/** A broken promise of `SPEC.md`. The name is the oracle that saw it. */
export class OracleError extends Error {
  constructor(
    readonly oracle: string,
    detail: string,
  ) {
    super(`${oracle}: ${detail}`)
  }
}

/** Oracles 1 and 2: what a device shows is what the authority holds. */
export function checkEqual(
  device: string,
  shown: readonly FeedRow[],
  truth: readonly FeedRow[],
): void {
  const here = describeRows(shown)
  const there = describeRows(truth.filter((row) => !row.isDeleted))
  for (const key of new Set([...here.keys(), ...there.keys()]))
    if (here.get(key) !== there.get(key))
      throw new OracleError('DIVERGED', `${device} ${key}\n${here.get(key)}\n${there.get(key)}`)
}

/** Oracle 3: the placements form a forest. */
export function checkForest(where: string, rows: readonly FeedRow[]): void {
  const bossById = new Map(
    rows.filter((row) => row.tbl === 'seat').map((row) => [row.id, row.data['bossId'] ?? null]),
  )
  for (const id of bossById.keys()) {
    const seen = new Set<Value>([id])
    for (let at = bossById.get(id); at != null; at = bossById.get(String(at))) {
      if (seen.has(at)) throw new OracleError('CYCLE', `${where} ${[...seen].join(' -> ')}`)
      seen.add(at)
    }
  }
}

/** Oracle 4: every value somebody wrote is current, overwritten knowingly, kept or set aside. */
export function checkNoSilentLoss(
  recorded: readonly Recorded[],
  history: readonly HistoryEntry[],
  rows: readonly FeedRow[],
): void {
  const rowByKey = new Map(rows.map((row) => [rowKey(row.tbl, row.id), row]))
  const entryByOp = new Map(history.map((entry) => [`${entry.device}:${entry.n}`, entry]))
  const conflicts = rows.filter((row) => row.tbl === conflictTable)
  const removed = new Set(recorded.flatMap((op) => op.removed ?? []))
  const alive = recorded.filter((op) => entryOf(op).outcome !== 'quarantined')
  function entryOf(op: Recorded): HistoryEntry {
    return entryByOp.get(`${op.device}:${op.change.n}`)!
  }
  function hasSeen(later: Recorded, earlier: Recorded): boolean {
    if (later === earlier || keyOf(later) !== keyOf(earlier)) return false
    if (later.device === earlier.device) return later.change.n > earlier.change.n
    return entryOf(later).base >= entryOf(earlier).seq!
  }
  function conflictsOn(op: Recorded, field: string): readonly FeedRow[] {
    const { tbl, id } = op.change
    return conflicts.filter(
      ({ data }) => data['rowTable'] === tbl && data['rowId'] === id && data['field'] === field,
    )
  }
  for (const op of alive) {
    const row = rowByKey.get(keyOf(op))
    const { change } = op
    if (row === undefined) throw new OracleError('SILENT LOSS', `no row for ${describe(op)}`)
    if (change.k === 'D') {
      const isKnown = row.isDeleted || conflictsOn(op, '$row').length > 0
      if (!isKnown && !alive.some((later) => later.change.k !== 'D' && hasSeen(later, op)))
        throw new OracleError('SILENT LOSS', `delete ${describe(op)}`)
      continue
    }
    if (row.isDeleted && !alive.some((later) => later.change.k === 'D' && hasSeen(later, op)))
      throw new OracleError('SILENT LOSS', `row deleted under ${describe(op)}`)
    if (change.k === 'T') {
      if (op.added && !removed.has(op.added) && !textOf(row).includes(op.added))
        throw new OracleError('SILENT LOSS', `text ${describe(op)}`)
      if (op.removed && textOf(row).includes(op.removed))
        throw new OracleError('TEXT CAME BACK', describe(op))
      continue
    }
    for (const [group, values] of Object.entries(change.set)) {
      const isCurrent = holds(row.data, values)
      const isKept = () =>
        conflictsOn(op, group).some(
          ({ data }) => holdsJson(data['lost'], values) || holdsJson(data['kept'], values),
        )
      const isOverwritten = () =>
        alive.some(
          (later) => 'set' in later.change && later.change.set[group] && hasSeen(later, op),
        )
      if (!isCurrent && !isKept() && !isOverwritten())
        throw new OracleError('SILENT LOSS', `${group} of ${describe(op)}`)
    }
  }
}

/** Oracle 6: every operation is in the history exactly once. */
export function checkOnce(recorded: readonly Recorded[], history: readonly HistoryEntry[]): void {
  const times = new Map<string, number>()
  for (const { device, n } of history) {
    const key = `${device}:${n}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  for (const op of recorded) {
    const count = times.get(`${op.device}:${op.change.n}`) ?? 0
    if (count !== 1) throw new OracleError('NOT ONCE', `${count} times ${describe(op)}`)
  }
  if (times.size !== recorded.length)
    throw new OracleError('NOT ONCE', `${times.size} operations of ${recorded.length}`)
}

/** Only what the test made wrong on purpose, and what stands on it, may be set aside. */
export function checkNoNeedlessQuarantine(
  history: readonly HistoryEntry[],
  wasRestored: boolean,
): void {
  const allowed = new Set(['bad_enum', 'unknown_row', ...(wasRestored ? ['text_gap'] : [])])
  for (const { device, n, reason } of history)
    if (reason !== null && !allowed.has(reason))
      throw new OracleError('NEEDLESS QUARANTINE', `${reason} ${device}:${n}`)
}

/** Oracle 7: a device shows its own pending changes after every answer it took in. */
export function checkReadsOwnWrites(
  device: string,
  pending: readonly Recorded[],
  shown: ReadonlyMap<string, FeedRow>,
): void {
  const last = new Map<string, Recorded>()
  for (const op of pending)
    for (const field of fieldsOf(op.change)) last.set(`${keyOf(op)} ${field}`, op)
  for (const [place, op] of last) {
    const field = place.split(' ')[1]!
    const { change } = op
    const row = shown.get(keyOf(op))
    const existence = last.get(`${keyOf(op)} $row`)!
    if ((existence.change.k === 'D') !== (row === undefined || row.isDeleted)) {
      if (row && !row.isDeleted) throw new OracleError('OWN WRITE GONE', `delete ${describe(op)}`)
      if (!waitsForQuarantine(pending, op)) throw new OracleError('OWN WRITE GONE', describe(op))
      continue
    }
    if (row === undefined || row.isDeleted || !('set' in change) || field === '$row') continue
    if (holds(row.data, change.set[field]!)) continue
    const isMoveAfter = (later: Recorded) =>
      later.change.n > change.n && 'set' in later.change && later.change.set['placement']
    if (field === 'placement' && wouldClose(op, change.set[field]!, shown)) continue
    if (field === 'placement' && pending.some(isMoveAfter)) continue
    throw new OracleError(
      'OWN WRITE GONE',
      `${field} ${describe(op)} shown ${JSON.stringify(row.data)}`,
    )
  }
}

function fieldsOf(change: Change): readonly string[] {
  return 'set' in change ? ['$row', ...Object.keys(change.set)] : ['$row']
}

/** An edit of a row whose insert was set aside has nothing to stand on. */
function waitsForQuarantine(pending: readonly Recorded[], op: Recorded): boolean {
  return !pending.some(({ change }) => change.k === 'I' && keyOf({ ...op, change }) === keyOf(op))
}

function wouldClose(
  op: Recorded,
  values: GroupValues,
  shown: ReadonlyMap<string, FeedRow>,
): boolean {
  const seen = new Set<Value>()
  for (let at = values['bossId']; at != null && !seen.has(at);) {
    if (at === op.change.id) return true
    seen.add(at)
    at = shown.get(rowKey('seat', String(at)))?.data['bossId'] ?? null
  }
  return false
}

function keyOf({ change }: Recorded): string {
  return rowKey(change.tbl, change.id)
}

function holds(data: GroupValues, values: GroupValues): boolean {
  return Object.entries(values).every(([column, value]) => isSameValue(data[column], value))
}

function holdsJson(json: Value | undefined, values: GroupValues): boolean {
  return typeof json === 'string' && holds(JSON.parse(json) as GroupValues, values)
}

function describeRows(rows: readonly FeedRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.map((row) => {
      const columns = Object.keys(toySchema.tables[row.tbl]?.columns ?? row.data).sort()
      const data = columns.map((column) => [column, row.data[column] ?? null])
      return [rowKey(row.tbl, row.id), JSON.stringify([row.b, row.seq, data, textOf(row)])]
    }),
  )
}

function textOf(row: FeedRow): string {
  const story = row.texts['story']
  return story ? readText({ gen: story.gen, state: fromBase64(story.state)! }) : ''
}

function describe({ device, change }: Recorded): string {
  return `${device}:${change.n} ${JSON.stringify(change)}`
}
