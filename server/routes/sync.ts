import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Parsed } from '../../sync/parse'
import { isBucket, parseHello, parsePull, parsePush } from '../../sync/parse'
import type { HelloAnswer } from '../../sync/wire'
import { limits, protocolVersion } from '../../sync/wire'
import type { ServerContext } from '../context'
import { bodyOf } from '../body'
import { inWorkspace } from '../database/database'
import { requireCaller } from '../guard'
import { problem } from '../problem'
import { readChecksum, readGreeting, readPull } from '../pull'
import { applyPush } from '../push'

/** Hello, push, pull, checksum, wake-up (`sync.md` 3.7). */
export function addSyncRoutes(app: FastifyInstance, context: ServerContext): void {
  app.post('/sync/v1/hello', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const hello = read(parseHello(bodyOf(request)))
    const { epoch, previousEpoch } = context.identity()
    if (hello.schema < context.minSchema)
      throw problem('upgrade_required', { minSchema: context.minSchema })
    await inWorkspace(context.database, caller, 'write', (tx) =>
      tx.query(
        'UPDATE device SET app = $3, schema_version = $4, seen_at = now() WHERE ws = $1 AND id = $2',
        [caller.ws, caller.device, hello.app, hello.schema],
      ),
    )
    const greeting = await inWorkspace(context.database, caller, 'snapshot', (tx) =>
      readGreeting(tx, caller, hello, previousEpoch),
    )
    const answer: HelloAnswer = {
      epoch,
      nowMs: context.now(),
      protocol: [protocolVersion, protocolVersion],
      schema: context.schema.version,
      minSchema: context.minSchema,
      state: 'ok',
      limits: { pushOps: limits.pushOps, bodyBytes: limits.bodyBytes },
      ...greeting,
    }
    return reply.type('application/json').send(JSON.stringify(answer))
  })

  app.post('/sync/v1/push', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const push = read(parsePush(bodyOf(request)))
    requireEpoch(context, push.epoch)
    request.opCount = push.ops.length
    const serverNowMs = context.now()
    const { epoch } = context.identity()
    const clientNowMs = readClientNow(request, serverNowMs)
    const { schema } = context
    const outcome = await inWorkspace(context.database, { ws: caller.ws }, 'write', (tx) =>
      applyPush(tx, { schema, epoch, caller, clientNowMs, serverNowMs }, push),
    )
    context.wake.announce({
      ws: caller.ws,
      buckets: outcome.movedBuckets,
      members: outcome.changedMembers,
    })
    for (const { outcome: kind } of outcome.answer.results)
      context.metrics.add('operations_total', { outcome: kind })
    return reply.type('application/json').send(JSON.stringify(outcome.answer))
  })

  app.post('/sync/v1/pull', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const pull = read(parsePull(bodyOf(request)))
    requireEpoch(context, pull.epoch)
    const { schema } = context
    const { epoch } = context.identity()
    const answer = await inWorkspace(context.database, caller, 'snapshot', (tx) =>
      readPull(tx, { schema, epoch, caller, serverNowMs: context.now() }, pull),
    )
    return reply.type('application/json').send(JSON.stringify(answer))
  })

  app.get('/sync/v1/checksum', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const { b } = request.query as { b?: unknown }
    if (!isBucket(b)) throw problem('bad_request', { why: 'bucket' })
    const checksum = await inWorkspace(context.database, caller, 'snapshot', async (tx) => {
      const [access] = await tx.query(
        'SELECT role FROM bucket_access WHERE ws = $1 AND member = $2 AND bucket = $3',
        [caller.ws, caller.member, b],
      )
      if (access === undefined) throw problem('not_found')
      return readChecksum(tx, caller.ws, b)
    })
    return reply.type('application/json').send(JSON.stringify(checksum))
  })

  app.get('/sync/v1/events', { websocket: true }, (socket, request) => {
    // A browser's page would send an origin; our store does not.
    if (request.headers.origin !== undefined) return socket.close(4003)
    return requireCaller(context, request).then(
      (caller) => {
        if (!context.wake.add(socket, caller)) socket.close(1013)
      },
      () => socket.close(4001),
    )
  })
}

function read<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  if (parsed.fault === 'too_long') throw problem('too_large')
  throw problem('bad_request', { why: parsed.fault })
}

function requireEpoch(context: ServerContext, epoch: string): void {
  const current = context.identity().epoch
  if (epoch !== current) throw problem('epoch_changed', { epoch: current })
}

/** A missing or senseless time counts as ours: a clock may lose a tie, never a change (SPEC C5). */
function readClientNow(request: FastifyRequest, serverNowMs: number): number {
  const value = Number(request.headers['x-client-now'])
  return Number.isSafeInteger(value) && value > 0 ? value : serverNowMs
}
