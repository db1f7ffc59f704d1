import type { SqlConnection } from '../handles'

/** The link of this device to a server, as it stands in the store. */
export interface Link {
  readonly state: 'joining' | 'on' | 'left'
  readonly server: string
  readonly workspaceId: string
  readonly workspaceName: string
  readonly userName: string
  readonly serverKey: string | null
  readonly startN: number
  readonly joinedAtMs: number
  readonly doneAtMs: number | null
}

/** Who this device is to the server. */
export interface DeviceState {
  readonly node: string
  readonly memberId: string
  readonly deviceId: string | null
  readonly epoch: string | null
  readonly accessVersion: number
  readonly lastAckedN: number
}

/** What enrolment gave. */
export interface JoinInfo {
  readonly server: string
  readonly workspaceId: string
  readonly workspaceName: string
  readonly userName: string
  readonly serverKey: string | null
  readonly deviceId: string
  readonly memberId: string
  readonly node: string
  readonly epoch: string
}

/** The link as it is; null while this device works alone. */
export function readLink(sql: SqlConnection): Link | null {
  const link = readKnownLink(sql)
  return link?.state === 'left' ? null : link
}

function readKnownLink(sql: SqlConnection): Link | null {
  return (sql.prepare(`SELECT * FROM _link WHERE id = 1`).get() as Link | undefined) ?? null
}

export function readDevice(sql: SqlConnection): DeviceState {
  const row = sql.prepare(`SELECT * FROM _device WHERE id = 1`).get() as DeviceState
  return { ...row, accessVersion: row.accessVersion ?? 0 }
}

/** Notes that everything was exchanged. */
export function noteDone(sql: SqlConnection, atMs: number): void {
  sql.prepare(`UPDATE _link SET doneAtMs = ? WHERE id = 1`).run(atMs)
}

/**
 * Writes the link (`design.md` 8): what was made before stays out of the new server's history; the
 * rows themselves follow as inserts (`finishJoin`). The caller holds the transaction.
 */
export function beginLink(sql: SqlConnection, info: JoinInfo, nowMs: number): void {
  forgetServer(sql)
  const last = sql.prepare(`SELECT coalesce(max(n), 0) AS n FROM _change`).get() as { n: number }
  sql
    .prepare(
      `INSERT INTO _link (id, state, server, workspaceId, workspaceName, userName, serverKey, startN,
         joinedAtMs) VALUES (1, 'joining', ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      info.server,
      info.workspaceId,
      info.workspaceName,
      info.userName,
      info.serverKey,
      last.n,
      nowMs,
    )
  sql
    .prepare(
      `UPDATE _device SET node = ?, memberId = ?, deviceId = ?, epoch = ?, accessVersion = 0,
         lastAckedN = ? WHERE id = 1`,
    )
    .run(info.node, info.memberId, info.deviceId, info.epoch, last.n)
}

/** How this device stands to a workspace it is invited to. */
export type Acquaintance = 'new' | 'again' | 'other_member'

/** Whether the device held this workspace before; a folder of data belongs to one member. */
export function findAcquaintance(sql: SqlConnection, info: JoinInfo): Acquaintance {
  const link = readKnownLink(sql)
  const isSame = link?.server === info.server && link.workspaceId === info.workspaceId
  if (!isSame) return 'new'
  return readDevice(sql).memberId === info.memberId ? 'again' : 'other_member'
}

/**
 * Goes on in a workspace that was left, or under a new device after a revocation: what was seen stays
 * seen, only what waits goes up under the new device. The caller holds the transaction.
 */
export function resumeLink(sql: SqlConnection, info: JoinInfo): void {
  sql
    .prepare(
      `UPDATE _link SET state = CASE state WHEN 'joining' THEN 'joining' ELSE 'on' END,
         workspaceName = ?, userName = ?, serverKey = ?,
         startN = (SELECT lastAckedN FROM _device WHERE id = 1) WHERE id = 1`,
    )
    .run(info.workspaceName, info.userName, info.serverKey)
  sql.prepare(`DELETE FROM _chain`).run()
  sql
    .prepare(`UPDATE _device SET node = ?, deviceId = ? WHERE id = 1`)
    .run(info.node, info.deviceId)
}

/** Ends the link; what was seen is kept for the case that the user comes back. */
export function leaveLink(sql: SqlConnection): void {
  sql.prepare(`UPDATE _link SET state = 'left' WHERE id = 1`).run()
}

/** Forgets everything a server said; the rows stay. The caller holds the transaction. */
function forgetServer(sql: SqlConnection): void {
  for (const table of ['_link', '_row', '_cursor', '_copy', '_chain', '_news', '_dead'])
    sql.prepare(`DELETE FROM ${table}`).run()
  sql
    .prepare(
      `UPDATE _device SET deviceId = NULL, epoch = NULL, accessVersion = 0,
         lastAckedN = (SELECT coalesce(max(n), 0) FROM _change) WHERE id = 1`,
    )
    .run()
}
