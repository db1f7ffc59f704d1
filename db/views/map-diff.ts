import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema } from '../columns'
import { findRow, query } from '../entity'
import { meetingTable } from '../entities/meeting'
import { snapshotContentTable } from '../entities/snapshot-content'
import { snapshotTable } from '../entities/snapshot'
import type { Snapshot } from '../entities/snapshot'
import type { ReadableDb } from '../handles'
import { countChanges, diffMaps } from '../map-diff/diff-maps'
import type { MapDiff } from '../map-diff/diff-maps'
import { decodeMap } from '../map-diff/map-codec'
import type { MapState } from '../map-diff/map-state'
import { mapTables, readMap, readNames } from '../map-diff/read-map'
import { summarizeDiff } from '../map-diff/summary'
import { languages } from '../terms'
import type { Language } from '../terms'

export interface MapChanges {
  readonly accountId: string
  readonly from: Snapshot
  /** Null = the map as it is now. */
  readonly to: Snapshot | null
  readonly diff: MapDiff
  readonly changes: number
  /** Names by person id; who was erased since is not in it. */
  readonly names: Readonly<Record<string, string>>
  /** The diff in one sentence: '2 new people, Anna: neutral → supporter, CIO gate opened'. */
  readonly summary: Readonly<Record<Language, string>>
}

/** A map at one time with the names of its people, ready to be drawn. */
export interface MapAt {
  readonly state: MapState
  readonly names: Readonly<Record<string, string>>
}

const diffTables = [...mapTables, snapshotTable, snapshotContentTable]

/** What changed from a snapshot to a later one, or to now; null when one of them cannot be read. */
export const mapDiff = query(
  z.object({ fromSnapshotId: idSchema, toSnapshotId: idSchema.nullable() }),
  diffTables,
  (db, { fromSnapshotId, toSnapshotId }): MapChanges | null => {
    const from = findRow(db, snapshotTable, fromSnapshotId)
    const to = toSnapshotId === null ? null : findRow(db, snapshotTable, toSnapshotId)
    if (!from || (toSnapshotId !== null && !to)) return null
    return compare(db, from, to)
  },
)

/** What a meeting changed on the map, up to now while it runs; null for one that kept no snapshot. */
export const meetingDiff = query(
  z.object({ meetingId: idSchema }),
  [...diffTables, meetingTable],
  (db, { meetingId }): MapChanges | null => {
    const meeting = findRow(db, meetingTable, meetingId)
    const from = snapshotOf(db, meetingId, 'meeting_start')
    if (!meeting || !from) return null
    const to = snapshotOf(db, meetingId, 'meeting_end')
    if (meeting.status === 'done' && !to) return null
    return compare(db, from, meeting.status === 'done' ? to : null)
  },
)

/** A snapshot's map (null = now) with names; null when it cannot be read. */
export const mapAt = query(
  z.object({ accountId: idSchema, snapshotId: idSchema.nullable() }),
  diffTables,
  (db, { accountId, snapshotId }): MapAt | null => {
    const snapshot = snapshotId === null ? null : findRow(db, snapshotTable, snapshotId)
    if (snapshotId !== null && snapshot?.accountId !== accountId) return null
    const state = stateOf(db, accountId, snapshot)
    return state && { state, names: Object.fromEntries(readNames(db, accountId)) }
  },
)

function compare(db: ReadableDb, from: Snapshot, to: Snapshot | null): MapChanges | null {
  const { accountId } = from
  const before = stateOf(db, accountId, from)
  const after = to?.contentId === from.contentId ? before : stateOf(db, accountId, to)
  if (!before || !after) return null
  const diff = diffMaps(before, after)
  const names = readNames(db, accountId)
  const summary = Object.fromEntries(
    languages.map((language) => [language, summarizeDiff(diff, names, language)]),
  ) as Record<Language, string>
  const changes = countChanges(diff)
  return { accountId, from, to, diff, changes, names: Object.fromEntries(names), summary }
}

function stateOf(db: ReadableDb, accountId: string, snapshot: Snapshot | null): MapState | null {
  if (snapshot === null) return readMap(db, accountId)
  const content = findRow(db, snapshotContentTable, snapshot.contentId)
  return content && decodeMap(content.body)
}

function snapshotOf(
  db: ReadableDb,
  meetingId: string,
  kind: 'meeting_start' | 'meeting_end',
): Snapshot | null {
  const row = db
    .select()
    .from(snapshotTable)
    .where(and(eq(snapshotTable.meetingId, meetingId), eq(snapshotTable.kind, kind)))
    .get()
  return row ?? null
}
