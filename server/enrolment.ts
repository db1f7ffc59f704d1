import { v7 as newId } from 'uuid'

import { makeNode } from '../sync/clock'
import type { MemberRole } from './access'
import { recomputeAccess } from './access'
import type { Database, Queryable } from './database/database'
import { inWorkspace } from './database/database'
import { problem } from './problem'
import { hashToken, makeSecretToken, refreshGraceMs, refreshIdleMs, refreshTotalMs } from './tokens'

export interface Invitation {
  readonly role: MemberRole
  readonly name: string
  readonly email?: string
  /** Member above, for managers' access. */
  readonly manager?: string
  /** An existing member who gets one more device. */
  readonly member?: string
}

/** How long a replaced token is remembered, to recognise its theft. */
const refreshMemoryMs = 7 * 86_400_000
const invitationMs = 7 * 86_400_000

/** Makes a one-time code, valid for seven days; only its hash is kept. */
export async function invite(
  tx: Queryable,
  ws: number,
  invitation: Invitation,
  nowMs: number,
): Promise<string> {
  const code = makeSecretToken()
  await tx.query(
    `INSERT INTO invitation (ws, hash, role, name, email, manager, member, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ws,
      hashToken(code),
      invitation.role,
      invitation.name,
      invitation.email ?? null,
      invitation.manager ?? null,
      invitation.member ?? null,
      new Date(nowMs + invitationMs),
    ],
  )
  return code
}

export interface Enrolment {
  readonly ws: number
  readonly device: string
  readonly member: string
  readonly name: string
  readonly role: MemberRole
  readonly node: string
  readonly refreshToken: string
}

/**
 * Turns an invitation into a member (or one more device of a member). The device proposes the node
 * it has used so far; a clash gives it a new one for later operations.
 */
export async function enrol(
  database: Database,
  request: {
    readonly code: string
    readonly deviceName: string
    readonly platform: string
    readonly node: string
  },
  nowMs: number,
): Promise<Enrolment> {
  const hash = hashToken(request.code)
  const [found] = await database.query<{ ws: number }>(
    'SELECT ws FROM invitation WHERE hash = $1',
    [hash],
  )
  if (found === undefined) throw problem('not_found', { why: 'invitation' })
  const { ws } = found
  return inWorkspace(database, { ws }, 'write', async (tx) => {
    const [invitation] = await tx.query<{
      role: MemberRole
      name: string
      email: string | null
      manager: string | null
      member: string | null
    }>(
      `UPDATE invitation SET used_at = $3
       WHERE ws = $1 AND hash = $2 AND used_at IS NULL AND expires_at > $3 RETURNING *`,
      [ws, hash, new Date(nowMs)],
    )
    if (invitation === undefined) throw problem('not_found', { why: 'invitation' })
    const member = invitation.member ?? newId()
    await tx.query(
      `INSERT INTO member (ws, id, name, email, role, manager) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [ws, member, invitation.name, invitation.email, invitation.role, invitation.manager],
    )
    const [person] = await tx.query<{ name: string; role: MemberRole; state: string }>(
      'SELECT name, role, state FROM member WHERE ws = $1 AND id = $2',
      [ws, member],
    )
    if (person?.state !== 'active') throw problem('forbidden')
    await recomputeAccess(tx, ws)
    const device = newId()
    const node = await addDevice(tx, ws, device, member, request)
    const refreshToken = await addRefreshToken(tx, ws, device, null, nowMs, nowMs + refreshTotalMs)
    return { ws, device, member, name: person.name, role: person.role, node, refreshToken }
  })
}

/**
 * Exchanges a refresh token. The one before stays good for a minute, since the answer may be lost in
 * a hotel; used later than that, after its successor was used, it is stolen and ends them all.
 */
export async function rotate(
  database: Database,
  token: string,
  nowMs: number,
): Promise<{ readonly ws: number; readonly device: string; readonly refreshToken: string }> {
  const hash = hashToken(token)
  const [found] = await database.query<{ ws: number; device: string }>(
    'SELECT ws, device FROM refresh_token WHERE hash = $1',
    [hash],
  )
  if (found === undefined) throw problem('signed_out')
  const { ws, device } = found
  const refreshToken = await inWorkspace(database, { ws }, 'write', async (tx) => {
    const [owner] = await tx.query<{ state: string }>(
      'SELECT state FROM device WHERE ws = $1 AND id = $2 FOR UPDATE',
      [ws, device],
    )
    if (owner?.state === 'revoked') throw problem('device_revoked')
    const [current] = await tx.query<{
      parent: string | null
      expires_at: Date
      ends_at: Date
      replaced_at: Date | null
      successor_used: boolean
    }>(
      `SELECT parent, expires_at, ends_at, replaced_at, EXISTS (
         SELECT 1 FROM refresh_token next WHERE next.ws = $1 AND next.parent = $2
           AND next.replaced_at IS NOT NULL) AS successor_used
       FROM refresh_token WHERE ws = $1 AND hash = $2`,
      [ws, hash],
    )
    if (current === undefined || current.expires_at.getTime() <= nowMs) return null
    const isLate =
      current.replaced_at !== null && nowMs - current.replaced_at.getTime() > refreshGraceMs
    if (current.successor_used || isLate) {
      await tx.query('DELETE FROM refresh_token WHERE ws = $1 AND device = $2', [ws, device])
      return null
    }
    await tx.query(
      `DELETE FROM refresh_token WHERE ws = $1 AND device = $2
         AND ((parent = $3 AND hash <> $4) OR replaced_at < $5)`,
      [ws, device, current.parent, hash, new Date(nowMs - refreshMemoryMs)],
    )
    await tx.query(
      'UPDATE refresh_token SET replaced_at = COALESCE(replaced_at, $3) WHERE ws = $1 AND hash = $2',
      [ws, hash, new Date(nowMs)],
    )
    return addRefreshToken(tx, ws, device, hash, nowMs, current.ends_at.getTime())
  })
  if (refreshToken === null) throw problem('signed_out')
  return { ws, device, refreshToken }
}

async function addDevice(
  tx: Queryable,
  ws: number,
  device: string,
  member: string,
  request: { readonly deviceName: string; readonly platform: string; readonly node: string },
): Promise<string> {
  for (let node = request.node; ; node = makeNode(Math.random)) {
    const [made] = await tx.query(
      `INSERT INTO device (ws, id, member, name, platform, node) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (ws, node) DO NOTHING RETURNING id`,
      [ws, device, member, request.deviceName, request.platform, node],
    )
    if (made !== undefined) return node
  }
}

async function addRefreshToken(
  tx: Queryable,
  ws: number,
  device: string,
  parent: string | null,
  nowMs: number,
  endsAtMs: number,
): Promise<string> {
  const token = makeSecretToken()
  await tx.query(
    `INSERT INTO refresh_token (ws, hash, device, parent, expires_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ws,
      hashToken(token),
      device,
      parent,
      new Date(Math.min(nowMs + refreshIdleMs, endsAtMs)),
      new Date(endsAtMs),
    ],
  )
  return token
}
