import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

import type { ServerContext } from '../context'
import { readBody, readValue } from '../body'
import { inWorkspace } from '../database/database'
import { enrol, rotate } from '../enrolment'
import { requireCaller } from '../guard'
import { problem } from '../problem'
import { makeAccessToken } from '../tokens'

const text = (max: number) => z.string().min(1).max(max)
const enrolBody = z.strictObject({
  code: text(100),
  deviceName: text(100),
  platform: text(40),
  node: z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/),
})
const tokenBody = z.strictObject({ refreshToken: text(100) })
const deviceParams = z.strictObject({ id: text(64) })

/** Few tries a minute: what is guessed here would be a secret. */
const guessLimit = { config: { rateLimit: { max: 20, timeWindow: 60_000 } } }

/** Enrolment by invitation, tokens, the list of devices, revoke and wipe. */
export function addDeviceRoutes(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/enrol', guessLimit, async (request, reply) => {
    const body = readBody(request, enrolBody)
    const nowMs = context.now()
    const enrolment = await enrol(context.database, body, nowMs)
    const { epoch, signPublic, tokenSecret } = context.identity()
    const access = makeAccessToken(tokenSecret, enrolment.ws, enrolment.device, nowMs)
    const answer = {
      ...enrolment,
      epoch,
      accessToken: access.token,
      accessUntilMs: access.untilMs,
      serverKey: signPublic,
    }
    return reply.type('application/json').send(JSON.stringify(answer))
  })

  app.post('/v1/token', guessLimit, async (request, reply) => {
    const { refreshToken } = readBody(request, tokenBody)
    const nowMs = context.now()
    const rotated = await rotate(context.database, refreshToken, nowMs)
    const { tokenSecret } = context.identity()
    const access = makeAccessToken(tokenSecret, rotated.ws, rotated.device, nowMs)
    const answer = {
      refreshToken: rotated.refreshToken,
      accessToken: access.token,
      accessUntilMs: access.untilMs,
    }
    return reply.type('application/json').send(JSON.stringify(answer))
  })

  app.get('/v1/devices', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const devices = await inWorkspace(context.database, caller, 'snapshot', (tx) =>
      tx.query(
        `SELECT id, member, name, platform, state, app, seen_at AS "seenAt" FROM device
         WHERE ws = $1 AND ($3 = 'admin' OR member = $2) ORDER BY created_at`,
        [caller.ws, caller.member, caller.role],
      ),
    )
    return reply.type('application/json').send(JSON.stringify({ devices }))
  })

  for (const [verb, state] of [
    ['revoke', 'revoked'],
    ['wipe', 'wipe'],
    ['lock', 'locked'],
    ['unlock', 'ok'],
  ] as const)
    app.post(`/v1/devices/:id/${verb}`, async (request, reply) => {
      const caller = await requireCaller(context, request)
      const { id } = readValue(request.params, deviceParams)
      await inWorkspace(context.database, caller, 'write', async (tx) => {
        const [changed] = await tx.query(
          `UPDATE device SET state = $4 WHERE ws = $1 AND id = $2
             AND ($5 = 'admin' OR member = $3) AND state <> 'revoked' RETURNING id`,
          [caller.ws, id, caller.member, state, caller.role],
        )
        if (changed === undefined) throw problem('not_found')
        if (state === 'revoked')
          await tx.query('DELETE FROM refresh_token WHERE ws = $1 AND device = $2', [caller.ws, id])
      })
      context.wake.announce({ ws: caller.ws, devices: [id] })
      return reply.type('application/json').send('{"ok":true}')
    })
}
