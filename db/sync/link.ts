import type { SqlConnection } from '../handles'

/** The link of this device to a server, as it stands in the store. */
export interface Link {
  readonly state: 'joining' | 'on'
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

export function readLink(sql: SqlConnection): Link | null {
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

/** Forgets everything a server said; the rows stay. The caller holds the transaction. */
export function forgetServer(sql: SqlConnection): void {
  for (const table of ['_link', '_row', '_cursor', '_copy', '_chain', '_news', '_dead'])
    sql.prepare(`DELETE FROM ${table}`).run()
  sql
    .prepare(
      `UPDATE _device SET deviceId = NULL, epoch = NULL, accessVersion = 0,
         lastAckedN = (SELECT coalesce(max(n), 0) FROM _change) WHERE id = 1`,
    )
    .run()
}
