import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

import { recomputeAccess } from '../access'
import type { ServerContext } from '../context'
import { readBody, readValue } from '../body'
import type { Queryable } from '../database/database'
import { inWorkspace } from '../database/database'
import { invite } from '../enrolment'
import { requireAdmin, requireCaller } from '../guard'
import { problem } from '../problem'

const id = z.string().regex(/^[0-9A-Za-z-]{1,64}$/)
const role = z.enum(['rep', 'manager', 'admin'])
const inviteBody = z.strictObject({
  role,
  name: z.string().min(1).max(200),
  email: z.email().max(200).optional(),
  manager: id.optional(),
  member: id.optional(),
})
const memberParams = z.strictObject({ id })
const memberBody = z.strictObject({
  role: role.optional(),
  manager: id.nullable().optional(),
  state: z.enum(['active', 'disabled']).optional(),
})

/** The people of a workspace: everybody may list them, administrators change them. */
export function addDirectoryRoutes(app: FastifyInstance, context: ServerContext): void {
  app.get('/v1/members', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const isAdmin = caller.role === 'admin'
    const members = await inWorkspace(context.database, caller, 'snapshot', (tx) =>
      tx.query(
        `SELECT id, name, role, manager, state${isAdmin ? ', email' : ''} FROM member
         WHERE ws = $1 ORDER BY name, id`,
        [caller.ws],
      ),
    )
    return reply.type('application/json').send(JSON.stringify({ members }))
  })

  app.post('/v1/invitations', async (request, reply) => {
    const caller = await requireAdmin(context, request)
    const { email, manager, member, ...invitation } = readBody(request, inviteBody)
    const code = await inWorkspace(context.database, caller, 'write', async (tx) => {
      for (const known of [manager, member]) if (known) await requireMember(tx, caller.ws, known)
      const more = {
        ...(email && { email }),
        ...(manager && { manager }),
        ...(member && { member }),
      }
      return invite(tx, caller.ws, { ...invitation, ...more }, context.now())
    })
    return reply.type('application/json').send(JSON.stringify({ code }))
  })

  app.post('/v1/members/:id', async (request, reply) => {
    const caller = await requireAdmin(context, request)
    const { id: member } = readValue(request.params, memberParams)
    const change = readBody(request, memberBody)
    const changed = await inWorkspace(context.database, { ws: caller.ws }, 'write', async (tx) => {
      await requireMember(tx, caller.ws, member)
      if (change.manager) await requireMember(tx, caller.ws, change.manager)
      await changeMember(tx, caller.ws, member, change)
      return recomputeAccess(tx, caller.ws)
    })
    context.wake.announce({ ws: caller.ws, members: changed })
    return reply.type('application/json').send('{"ok":true}')
  })
}

/** Changes role, manager or state; access follows with `recomputeAccess` in the same transaction. */
export async function changeMember(
  tx: Queryable,
  ws: number,
  member: string,
  change: {
    readonly role?: string | undefined
    readonly manager?: string | null | undefined
    readonly state?: string | undefined
  },
): Promise<void> {
  await tx.query(
    `UPDATE member SET role = COALESCE($3, role), state = COALESCE($4, state),
       manager = CASE WHEN $5 THEN $6 ELSE manager END WHERE ws = $1 AND id = $2`,
    [
      ws,
      member,
      change.role ?? null,
      change.state ?? null,
      change.manager !== undefined,
      change.manager ?? null,
    ],
  )
}

async function requireMember(tx: Queryable, ws: number, member: string): Promise<void> {
  const [found] = await tx.query('SELECT id FROM member WHERE ws = $1 AND id = $2', [ws, member])
  if (found === undefined) throw problem('not_found', { why: 'member' })
}
