import type { FastifyRequest } from 'fastify'

import type { MemberRole } from './access'
import type { ServerContext } from './context'
import type { Caller } from './caller'
import { problem } from './problem'
import { readAccessToken, signWipe } from './tokens'

/**
 * Who is asking. A device that was revoked, locked or is to be wiped is told so by its own code;
 * whoever asks without a good token is only told to get one.
 */
export async function requireCaller(
  context: ServerContext,
  request: FastifyRequest,
): Promise<Caller> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  if (scheme !== 'Bearer' || token === undefined) throw problem('token_expired')
  const claims = readAccessToken(context.identity().tokenSecret, token, context.now())
  if (claims === null) throw problem('token_expired')
  const [found] = await context.database.query<{
    member: string
    role: MemberRole
    member_state: string
    state: string
  }>(
    `SELECT device.member, member.role, member.state AS member_state, device.state FROM device
     JOIN member ON member.ws = device.ws AND member.id = device.member
     WHERE device.ws = $1 AND device.id = $2`,
    [claims.ws, claims.device],
  )
  if (found === undefined || found.state === 'revoked' || found.member_state !== 'active')
    throw problem('device_revoked')
  if (found.state === 'wipe')
    throw problem('device_wiped', {
      signature: signWipe(context.identity().signPrivate, claims.device),
    })
  if (found.state === 'locked') throw problem('device_locked')
  const caller: Caller = {
    ws: claims.ws,
    member: found.member,
    role: found.role,
    device: claims.device,
  }
  request.caller = caller
  return caller
}

export async function requireAdmin(
  context: ServerContext,
  request: FastifyRequest,
): Promise<Caller> {
  const caller = await requireCaller(context, request)
  if (caller.role !== 'admin') throw problem('forbidden')
  return caller
}
