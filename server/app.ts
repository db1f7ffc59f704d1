import { pipeline, Transform } from 'node:stream'
import { promisify } from 'node:util'
import { createGunzip, gzip } from 'node:zlib'

import rateLimit from '@fastify/rate-limit'
import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'
import fastify, { LogController } from 'fastify'

import { completeSchema } from '../sync/schema'
import { limits, markerHeader, protocolVersion } from '../sync/wire'
import type { Caller } from './caller'
import type { ServerContext, ServerOptions } from './context'
import { readIdentity } from './database/prepare'
import { endGrants } from './grants'
import { Metrics } from './metrics'
import { Problem, problem } from './problem'
import { addDirectoryRoutes } from './routes/directory'
import { addDeviceRoutes } from './routes/devices'
import { addHealthRoutes } from './routes/health'
import { addSyncRoutes } from './routes/sync'
import { addAccountRoutes } from './routes/accounts'
import { WakeHub } from './wake'

declare module 'fastify' {
  interface FastifyInstance {
    /** Method and path of every route, for the authorization matrix. */
    readonly knownRoutes: readonly string[]
  }
  interface FastifyRequest {
    caller: Caller | null
    opCount: number
  }
}

const grantSweepMs = 60_000
const compressFromLength = 1_024
const compress = promisify(gzip)

/** The server without its port: routes, limits, headers, logs. `close()` ends it gracefully. */
export async function makeApp(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: limits.pushLength + 1,
    requestTimeout: 30_000,
    trustProxy: process.env['TRUST_PROXY'] ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: options.log !== null && {
      level: 'info',
      base: { node: process.pid },
      stream: options.log,
    },
  })
  let identity = await readIdentity(options.database)
  const context: ServerContext = {
    ...options,
    schema: completeSchema(options.schema),
    identity: () => identity,
    wake: new WakeHub(options.database, (error) =>
      app.log.error({ reason: describe(error) }, 'wake'),
    ),
    metrics: new Metrics(),
  }
  // A restore begins a new epoch beside running nodes; they learn of it within a few seconds.
  const epochTimer = setInterval(() => {
    readIdentity(options.database).then(
      (fresh) => (identity = fresh),
      () => {},
    )
  }, 5_000)
  epochTimer.unref()
  const grantTimer = setInterval(() => {
    endGrants(context).catch((error) => app.log.error({ reason: describe(error) }, 'grants'))
  }, grantSweepMs)
  grantTimer.unref()
  app.addHook('onClose', async () => {
    clearInterval(epochTimer)
    clearInterval(grantTimer)
    await context.wake.stop()
  })
  noteRoutes(app)
  readBodiesAsText(app)
  answerInOneVoice(app, context)
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.headers.authorization?.slice(-43) ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) => problem('retry_later', { retryAfterMs: ttl }),
  })
  await app.register(websocket, { options: { maxPayload: 4_096 } })
  addHealthRoutes(app, context)
  addDeviceRoutes(app, context)
  addSyncRoutes(app, context)
  addAccountRoutes(app, context)
  addDirectoryRoutes(app, context)
  await context.wake.start()
  return app
}

function noteRoutes(app: FastifyInstance): void {
  const routes: string[] = []
  app.decorate('knownRoutes', routes)
  app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) if (name !== 'HEAD') routes.push(`${name} ${url}`)
  })
}

/** Bodies are parsed by the checks of sync/, not by the framework (SPEC W1 to W3). */
function readBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('preParsing', async (request, _reply, payload) => {
    const isGzip = request.headers['content-encoding'] === 'gzip'
    const raw = limitBytes(limits.bodyBytes)
    const body = limitBytes(limits.pushLength)
    // Errors reach the framework through `body`; after its answer nobody listens any more.
    body.on('error', () => {})
    if (isGzip) pipeline(payload, raw, createGunzip(), body, () => {})
    else pipeline(payload, raw, body, () => {})
    // The length header is that of the compressed body, which the framework would compare.
    if (isGzip) delete request.headers['content-length']
    return body
  })
}

/** Lets that many bytes through and then fails: a compressed bomb ends here. */
function limitBytes(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(problem('too_large'))
      else done(null, chunk)
    },
  })
}

/** Marker, version and security headers, typed refusals, one log line per request. */
function answerInOneVoice(app: FastifyInstance, context: ServerContext): void {
  app.decorateRequest('caller', null)
  app.decorateRequest('opCount', 0)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      [markerHeader]: String(protocolVersion),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
    })
  })
  app.setErrorHandler(async (error, _request, reply) => {
    const refusal = toProblem(error)
    if (refusal.answer.code === 'server_error') app.log.error({ reason: describe(error) }, 'failed')
    const { retryAfterMs } = refusal.answer
    if (retryAfterMs !== undefined) reply.header('retry-after', Math.ceil(retryAfterMs / 1_000))
    return reply
      .status(refusal.status)
      .type('application/json')
      .send(JSON.stringify(refusal.answer))
  })
  app.setNotFoundHandler(async (_request, reply) =>
    reply
      .status(404)
      .type('application/json')
      .send(JSON.stringify({ code: 'not_found' })),
  )
  app.addHook('onSend', async (request, reply, payload) => {
    const isLong = typeof payload === 'string' && payload.length >= compressFromLength
    if (!isLong || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return compress(payload as string, { level: 3 })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const ms = Math.round(reply.elapsedTime)
    context.metrics.add('requests_total', { route, status: reply.statusCode })
    context.metrics.add('request_ms_total', { route }, ms)
    const { caller, opCount } = request
    // A list of what may be logged, not of what may not: never a body, a name, an address.
    app.log.info(
      {
        route,
        status: reply.statusCode,
        ms,
        ws: caller?.ws,
        member: caller?.member,
        device: caller?.device,
        ops: opCount || undefined,
      },
      'request',
    )
  })
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status === 413) return problem('too_large')
  if (status === 429) return problem('retry_later')
  if (status >= 400 && status < 500) return problem('bad_request')
  const code = (error as { code?: unknown }).code
  if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return problem('bad_request')
  return problem('server_error')
}

/** Code and place of an error; its message could quote what a user wrote. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const place = error.stack?.split('\n').slice(1, 4).join(' ').replaceAll(/\s+/g, ' ')
  return `${error.name} ${typeof code === 'string' ? code : ''} ${place ?? ''}`
}
