import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

import { isBucket } from '../../sync/parse'
import { setGrant, setTeam } from '../access'
import type { ServerContext } from '../context'
import { readBody, readValue } from '../body'
import type { Caller } from '../caller'
import type { Queryable } from '../database/database'
import { inWorkspace } from '../database/database'
import { requireCaller } from '../guard'
import { problem } from '../problem'

const id = z.string().regex(/^[0-9A-Za-z-]{1,64}$/)
const accountParams = z.strictObject({ id })
const memberRole = z.enum(['editor', 'viewer'])
const teamBody = z.strictObject({ member: id, role: memberRole.nullable() })
const grantBody = z.strictObject({
  member: id,
  role: memberRole.nullable(),
  untilMs: z.number().int().positive().nullable(),
})
const rowQuery = z.strictObject({ tbl: id, id })
const bucketQuery = z.strictObject({ b: z.string() })
const maxListed = 500

/** Team and grants of an account, what was set aside in it, and the history of its rows. */
export function addAccountRoutes(app: FastifyInstance, context: ServerContext): void {
  app.get('/v1/accounts/:id/team', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const { id: account } = readValue(request.params, accountParams)
    const answer = await inWorkspace(context.database, caller, 'snapshot', async (tx) => {
      await requireRole(tx, caller, `a:${account}`, false)
      const values = [caller.ws, account]
      const team = await tx.query(
        'SELECT member, role FROM account_team WHERE ws = $1 AND account = $2 ORDER BY member',
        values,
      )
      const grants = await tx.query(
        `SELECT member, role, until FROM account_grant WHERE ws = $1 AND account = $2
         ORDER BY member`,
        values,
      )
      return { team, grants }
    })
    return reply.type('application/json').send(JSON.stringify(answer))
  })

  app.post('/v1/accounts/:id/team', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const { id: account } = readValue(request.params, accountParams)
    const { member, role } = readBody(request, teamBody)
    const changed = await inWorkspace(context.database, { ws: caller.ws }, 'write', async (tx) => {
      await requireRole(tx, caller, `a:${account}`, true)
      await requireMember(tx, caller, member)
      return setTeam(tx, caller.ws, account, member, role)
    })
    context.wake.announce({ ws: caller.ws, members: changed })
    return reply.type('application/json').send('{"ok":true}')
  })

  app.post('/v1/accounts/:id/grants', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const { id: account } = readValue(request.params, accountParams)
    const { member, role, untilMs } = readBody(request, grantBody)
    const changed = await inWorkspace(context.database, { ws: caller.ws }, 'write', async (tx) => {
      await requireRole(tx, caller, `a:${account}`, true)
      await requireMember(tx, caller, member)
      return setGrant(tx, caller.ws, account, member, role && { role, untilMs })
    })
    context.wake.announce({ ws: caller.ws, members: changed })
    return reply.type('application/json').send('{"ok":true}')
  })

  app.get('/v1/quarantine', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const { b } = readValue(request.query, bucketQuery)
    if (!isBucket(b)) throw problem('bad_request', { why: 'bucket' })
    const items = await inWorkspace(context.database, { ws: caller.ws }, 'snapshot', async (tx) => {
      const isEditor = await hasRole(tx, caller, b, true)
      return tx.query(
        `SELECT device, n, member, op, reason, at FROM sync_quarantine
         WHERE ws = $1 AND bucket = $2 AND resolved_at IS NULL AND ($4 OR member = $3)
         ORDER BY at DESC LIMIT ${maxListed}`,
        [caller.ws, b, caller.member, isEditor],
      )
    })
    return reply.type('application/json').send(JSON.stringify({ items }))
  })

  app.get('/v1/history', async (request, reply) => {
    const caller = await requireCaller(context, request)
    const row = readValue(request.query, rowQuery)
    const items = await inWorkspace(context.database, caller, 'snapshot', async (tx) => {
      const found = await tx.query(
        `SELECT n, device, member, kind, seq, body, prev, outcome, reason, at FROM sync_op
         WHERE ws = $1 AND tbl = $2 AND row_id = $3 ORDER BY seq DESC NULLS LAST LIMIT ${maxListed}`,
        [caller.ws, row.tbl, row.id],
      )
      if (found.length === 0) throw problem('not_found')
      return found
    })
    return reply.type('application/json').send(JSON.stringify({ items }))
  })
}

async function hasRole(
  tx: Queryable,
  caller: Caller,
  bucket: string,
  isEditing: boolean,
): Promise<boolean> {
  const [access] = await tx.query<{ role: string }>(
    'SELECT role FROM bucket_access WHERE ws = $1 AND member = $2 AND bucket = $3',
    [caller.ws, caller.member, bucket],
  )
  if (access === undefined) return false
  return !isEditing || access.role === 'editor' || caller.role === 'admin'
}

/** An account one may not see does not exist; one that one may only read is forbidden. */
async function requireRole(
  tx: Queryable,
  caller: Caller,
  bucket: string,
  isEditing: boolean,
): Promise<void> {
  if (!(await hasRole(tx, caller, bucket, false))) throw problem('not_found')
  if (isEditing && !(await hasRole(tx, caller, bucket, true))) throw problem('forbidden')
}

async function requireMember(tx: Queryable, caller: Caller, member: string): Promise<void> {
  const [found] = await tx.query('SELECT id FROM member WHERE ws = $1 AND id = $2', [
    caller.ws,
    member,
  ])
  if (found === undefined) throw problem('not_found', { why: 'member' })
}
