import type { Access, BucketAccess, Role } from '../sync/wire'
import type { Queryable } from './database/database'

export type MemberRole = 'rep' | 'manager' | 'admin'

/**
 * Who may do what, from team, hierarchy, grants and roles (`sync.md` 3.8). `$2` narrows it to one
 * bucket or is null.
 */
const wantedAccess = `
WITH RECURSIVE chain AS (
  SELECT id AS member, manager AS boss FROM member WHERE ws = $1 AND manager IS NOT NULL
  UNION
  SELECT chain.member, above.manager FROM chain
    JOIN member above ON above.ws = $1 AND above.id = chain.boss WHERE above.manager IS NOT NULL),
claim AS (
  SELECT member, 'a:' || account AS bucket, role FROM account_team WHERE ws = $1
  UNION ALL
  SELECT chain.boss, 'a:' || team.account, 'reviewer' FROM account_team team
    JOIN chain ON chain.member = team.member WHERE team.ws = $1
  UNION ALL
  SELECT member, 'a:' || account, role FROM account_grant
    WHERE ws = $1 AND (until IS NULL OR until > now())
  UNION ALL
  SELECT member.id, bucket.id, 'reviewer' FROM member JOIN bucket ON bucket.ws = $1
    WHERE member.ws = $1 AND member.role = 'admin' AND bucket.id LIKE 'a:%'
  UNION ALL
  SELECT id, 'w', CASE role WHEN 'admin' THEN 'editor' ELSE 'viewer' END FROM member WHERE ws = $1
  UNION ALL
  SELECT id, 'u:' || id, 'editor' FROM member WHERE ws = $1)
SELECT claim.member, claim.bucket,
  CASE max(CASE claim.role WHEN 'editor' THEN 3 WHEN 'reviewer' THEN 2 ELSE 1 END)
    WHEN 3 THEN 'editor' WHEN 2 THEN 'reviewer' ELSE 'viewer' END AS role
FROM claim JOIN member ON member.ws = $1 AND member.id = claim.member AND member.state = 'active'
WHERE $2::text IS NULL OR claim.bucket = $2
GROUP BY claim.member, claim.bucket`

/**
 * Makes `bucket_access` what team, hierarchy and grants say now, in the caller's transaction, and
 * gives the members whose access changed. Their devices learn it with their next answer.
 */
export async function recomputeAccess(
  tx: Queryable,
  ws: number,
  bucket: string | null = null,
): Promise<readonly string[]> {
  await tx.query('SELECT ws FROM workspace WHERE ws = $1 FOR UPDATE', [ws])
  const values = [ws, bucket]
  const gone = await tx.query<{ member: string }>(
    `WITH wanted AS (${wantedAccess})
     DELETE FROM bucket_access old WHERE old.ws = $1 AND ($2::text IS NULL OR old.bucket = $2)
       AND NOT EXISTS (SELECT 1 FROM wanted
         WHERE wanted.member = old.member AND wanted.bucket = old.bucket AND wanted.role = old.role)
     RETURNING old.member`,
    values,
  )
  const come = await tx.query<{ member: string }>(
    `WITH wanted AS (${wantedAccess})
     INSERT INTO bucket_access (ws, member, bucket, role)
       SELECT $1, member, bucket, role FROM wanted
     ON CONFLICT DO NOTHING RETURNING member`,
    values,
  )
  const changed = [...new Set([...gone, ...come].map((row) => row.member))].sort()
  await tx.query(
    `INSERT INTO member_access (ws, member) SELECT $1, unnest($2::text[])
     ON CONFLICT (ws, member) DO UPDATE SET version = member_access.version + 1`,
    [ws, changed],
  )
  return changed
}

/** Roles of a member in some buckets, held against a revocation until the transaction ends. */
export async function lockRoles(
  tx: Queryable,
  ws: number,
  member: string,
  buckets: readonly string[],
): Promise<ReadonlyMap<string, Role>> {
  const rows = await tx.query<{ bucket: string; role: Role }>(
    `SELECT bucket, role FROM bucket_access
     WHERE ws = $1 AND member = $2 AND bucket = ANY($3) ORDER BY bucket FOR SHARE`,
    [ws, member, buckets],
  )
  return new Map(rows.map((row) => [row.bucket, row.role]))
}

export async function readAccessVersion(
  tx: Queryable,
  ws: number,
  member: string,
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'SELECT version FROM member_access WHERE ws = $1 AND member = $2',
    [ws, member],
  )
  return row?.version ?? 0
}

/** Everything a member may use, with heads; floors only when the device knows the epoch before (E2). */
export async function readAccess(
  tx: Queryable,
  ws: number,
  member: string,
  hasFloors = false,
): Promise<Access> {
  const version = await readAccessVersion(tx, ws, member)
  const rows = await tx.query<{ id: string; role: Role; head: number; floor: number }>(
    `SELECT access.bucket AS id, access.role, COALESCE(bucket.head, 0) AS head,
       COALESCE(bucket.floor, 0) AS floor
     FROM bucket_access access LEFT JOIN bucket ON bucket.ws = $1 AND bucket.id = access.bucket
     WHERE access.ws = $1 AND access.member = $2 ORDER BY access.bucket`,
    [ws, member],
  )
  const buckets = rows.map(({ id, role, head, floor }): BucketAccess =>
    hasFloors ? { id, role, head, floor } : { id, role, head },
  )
  return { version, buckets }
}

/** Puts a member on an account's team, or takes it off with role null. */
export async function setTeam(
  tx: Queryable,
  ws: number,
  account: string,
  member: string,
  role: 'editor' | 'viewer' | null,
): Promise<readonly string[]> {
  if (role === null)
    await tx.query('DELETE FROM account_team WHERE ws = $1 AND account = $2 AND member = $3', [
      ws,
      account,
      member,
    ])
  else
    await tx.query(
      `INSERT INTO account_team (ws, account, member, role) VALUES ($1, $2, $3, $4)
       ON CONFLICT (ws, account, member) DO UPDATE SET role = excluded.role`,
      [ws, account, member, role],
    )
  return recomputeAccess(tx, ws, `a:${account}`)
}

/** Gives a member access to an account until a time, or takes it back with role null. */
export async function setGrant(
  tx: Queryable,
  ws: number,
  account: string,
  member: string,
  grant: { readonly role: 'editor' | 'viewer'; readonly untilMs: number | null } | null,
): Promise<readonly string[]> {
  if (grant === null)
    await tx.query('DELETE FROM account_grant WHERE ws = $1 AND account = $2 AND member = $3', [
      ws,
      account,
      member,
    ])
  else
    await tx.query(
      `INSERT INTO account_grant (ws, account, member, role, until) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (ws, account, member)
       DO UPDATE SET role = excluded.role, until = excluded.until`,
      [ws, account, member, grant.role, grant.untilMs === null ? null : new Date(grant.untilMs)],
    )
  return recomputeAccess(tx, ws, `a:${account}`)
}
