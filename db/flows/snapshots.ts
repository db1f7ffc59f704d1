import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { idSchema, lineSchema } from '../columns'
import { command, findRow, insert, update } from '../entity'
import type { Change, CommandContext } from '../entity'
import { accountTable } from '../entities/account'
import { snapshotContentTable } from '../entities/snapshot-content'
import { snapshotTable } from '../entities/snapshot'
import type { Snapshot } from '../entities/snapshot'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { encodeMap, mapTextMaxChars } from '../map-diff/map-codec'
import { readMap } from '../map-diff/read-map'

/** Steps that keep what an account's map says now. */
export const snapshots = {
  /**
   * Keeps the map by hand. Where it still says what the latest snapshot said and no name is given,
   * that one stands: `isNew` is false.
   */
  take: command(
    z.object({ accountId: idSchema, name: lineSchema.optional() }),
    (db, { accountId, name = '' }, context) => {
      if (!findRow(db, accountTable, accountId)) throw new StoreError('not_found')
      const content = contentOf(db, accountId, context)
      if (content === null) throw new StoreError('too_large')
      const latest = latestOf(db, accountId)
      if (latest?.contentId === content.id && name.trim() === '')
        return { changes: [], value: { snapshotId: latest.id, isNew: false } }
      const id = context.newId()
      const moment = { id, kind: 'by_hand' as const, meetingId: null, name: name.trim() }
      const changes = [
        ...content.changes,
        insert(snapshotTable, momentRow(content, moment, context)),
      ]
      return { changes, value: { snapshotId: id, isNew: true } }
    },
  ),
}

/**
 * The changes that keep the map at the start or end of a meeting; a second end replaces the first.
 * None for a map too large to keep: a meeting never fails because of its snapshot.
 */
export function meetingSnapshot(
  db: ReadableDb,
  { id: meetingId, accountId }: { readonly id: string; readonly accountId: string },
  kind: 'meeting_start' | 'meeting_end',
  context: CommandContext,
): Change[] {
  const content = contentOf(db, accountId, context)
  if (content === null) return []
  const id = context.stableId(meetingId, `snapshot:${kind}`)
  const row = momentRow(content, { id, kind, meetingId, name: '' }, context)
  if (!findRow(db, snapshotTable, id)) return [...content.changes, insert(snapshotTable, row)]
  const { contentId, seats, people, atMs, memberId } = row
  return [
    ...content.changes,
    update(snapshotTable, id, { contentId, seats, people, atMs, memberId }),
  ]
}

interface Content {
  readonly id: string
  readonly accountId: string
  readonly seats: number
  readonly people: number
  readonly changes: readonly Change[]
}

/** The map as content: its id is made of its text, so an equal one exists already. */
function contentOf(
  db: ReadableDb,
  accountId: string,
  { stableId, nowMs }: CommandContext,
): Content | null {
  const state = readMap(db, accountId)
  const body = encodeMap(state)
  if (body.length > mapTextMaxChars) return null
  const id = stableId(accountId, `snapshot_content:${body}`)
  const seats = state.seats.length
  const people = state.people.filter(({ status }) => status === 'active').length
  const row = { id, accountId, body, seats, people, createdAtMs: nowMs }
  const changes = findRow(db, snapshotContentTable, id) ? [] : [insert(snapshotContentTable, row)]
  return { id, accountId, seats, people, changes }
}

function momentRow(
  { id: contentId, accountId, seats, people }: Content,
  moment: Pick<Snapshot, 'id' | 'kind' | 'meetingId' | 'name'>,
  { nowMs, memberId }: CommandContext,
): Snapshot {
  const counts = { contentId, seats, people }
  return { ...moment, ...counts, accountId, atMs: nowMs, memberId, createdAtMs: nowMs }
}

function latestOf(db: ReadableDb, accountId: string): Snapshot | undefined {
  return db
    .select()
    .from(snapshotTable)
    .where(eq(snapshotTable.accountId, accountId))
    .orderBy(desc(snapshotTable.atMs), desc(snapshotTable.id))
    .get()
}
