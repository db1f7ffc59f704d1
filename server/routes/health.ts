import type { FastifyInstance } from 'fastify'

import type { ServerContext } from '../context'

/** For the balancer and the dashboard; without a token, without anything of a workspace. */
export function addHealthRoutes(app: FastifyInstance, context: ServerContext): void {
  const noLimit = { config: { rateLimit: false } }
  app.get('/health', noLimit, async (_request, reply) => {
    try {
      await context.database.query('SELECT 1')
      return await reply.type('application/json').send('{"ok":true}')
    } catch {
      return reply.status(503).type('application/json').send('{"ok":false}')
    }
  })
  app.get('/metrics', noLimit, async (_request, reply) => {
    const { heapUsed, rss } = process.memoryUsage()
    const gauges = { sockets: context.wake.size, heap_bytes: heapUsed, rss_bytes: rss }
    return reply.type('text/plain').send(context.metrics.print(gauges))
  })
}
