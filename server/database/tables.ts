import { appRole } from './database'

const partitions = 8

/** Tables with a workspace column; row-level security binds each to the workspace of the request. */
const workspaceTables = [
  'member',
  'invitation',
  'device',
  'refresh_token',
  'bucket',
  'account_team',
  'account_grant',
  'bucket_access',
  'member_access',
  'sync_row',
  'sync_op',
  'sync_quarantine',
  'sync_text',
] as const

/** One step per change of the tables; only ever appended to. */
export const databaseSteps: readonly string[] = [
  `
CREATE TABLE meta (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch text NOT NULL, previous_epoch text, token_secret text NOT NULL,
  sign_private text NOT NULL, sign_public text NOT NULL);
CREATE TABLE workspace (ws serial PRIMARY KEY, name text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE member (
  ws int NOT NULL REFERENCES workspace, id text NOT NULL, name text NOT NULL, email text,
  role text NOT NULL CHECK (role IN ('rep', 'manager', 'admin')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled')),
  manager text, PRIMARY KEY (ws, id));
CREATE TABLE invitation (
  ws int NOT NULL, hash text NOT NULL, role text NOT NULL, name text NOT NULL, email text,
  manager text, member text, expires_at timestamptz NOT NULL, used_at timestamptz, PRIMARY KEY (ws, hash));
CREATE UNIQUE INDEX ON invitation (hash);
CREATE TABLE device (
  ws int NOT NULL, id text NOT NULL, member text NOT NULL, name text NOT NULL, platform text NOT NULL,
  node text NOT NULL, last_n bigint NOT NULL DEFAULT 0, last_hash text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'locked', 'wipe', 'revoked')),
  app text, schema_version int, seen_at timestamptz, created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ws, id), UNIQUE (ws, node));
CREATE TABLE refresh_token (
  ws int NOT NULL, hash text NOT NULL, device text NOT NULL, parent text,
  expires_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, replaced_at timestamptz,
  PRIMARY KEY (ws, hash));
CREATE UNIQUE INDEX ON refresh_token (hash);
CREATE INDEX ON refresh_token (ws, device);
CREATE TABLE bucket (
  ws int NOT NULL, id text NOT NULL, head bigint NOT NULL DEFAULT 0, floor bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (ws, id));
CREATE TABLE account_team (
  ws int NOT NULL, account text NOT NULL, member text NOT NULL,
  role text NOT NULL CHECK (role IN ('editor', 'viewer')), PRIMARY KEY (ws, account, member));
CREATE TABLE account_grant (
  ws int NOT NULL, account text NOT NULL, member text NOT NULL,
  role text NOT NULL CHECK (role IN ('editor', 'viewer')), until timestamptz,
  PRIMARY KEY (ws, account, member));
CREATE TABLE bucket_access (
  ws int NOT NULL, member text NOT NULL, bucket text NOT NULL,
  role text NOT NULL CHECK (role IN ('editor', 'reviewer', 'viewer')), PRIMARY KEY (ws, member, bucket));
CREATE INDEX ON bucket_access (ws, bucket);
CREATE TABLE member_access (
  ws int NOT NULL, member text NOT NULL, version bigint NOT NULL DEFAULT 1, PRIMARY KEY (ws, member));
CREATE TABLE sync_row (
  ws int NOT NULL, tbl text NOT NULL, id text NOT NULL, bucket text NOT NULL, seq bigint NOT NULL,
  deleted boolean NOT NULL DEFAULT false, data jsonb NOT NULL, fields jsonb NOT NULL,
  created_by text, updated_by text, updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ws, tbl, id)) PARTITION BY HASH (ws);
CREATE INDEX ON sync_row (ws, bucket, seq);
CREATE TABLE sync_op (
  ws int NOT NULL, device text NOT NULL, n bigint NOT NULL, member text NOT NULL, bucket text NOT NULL,
  seq bigint, tbl text NOT NULL, row_id text NOT NULL, kind text NOT NULL, body json, prev jsonb,
  digest text NOT NULL, hlc text NOT NULL, base bigint NOT NULL, outcome text NOT NULL, reason text,
  at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (ws, device, n)) PARTITION BY HASH (ws);
CREATE INDEX ON sync_op (ws, tbl, row_id);
${partitionsOf('sync_row')}
${partitionsOf('sync_op')}
CREATE TABLE sync_quarantine (
  ws int NOT NULL, device text NOT NULL, n bigint NOT NULL, member text NOT NULL, bucket text NOT NULL,
  op json NOT NULL, reason text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  resolved_at timestamptz, PRIMARY KEY (ws, device, n));
CREATE INDEX ON sync_quarantine (ws, bucket);
CREATE TABLE sync_text (
  ws int NOT NULL, tbl text NOT NULL, id text NOT NULL, col text NOT NULL, gen int NOT NULL DEFAULT 1,
  state bytea NOT NULL, PRIMARY KEY (ws, tbl, id, col));
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${appRole}') THEN
    CREATE ROLE ${appRole} NOLOGIN NOBYPASSRLS;
  END IF;
END $$;
GRANT ${appRole} TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO ${appRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON ${workspaceTables.join(', ')} TO ${appRole};
GRANT SELECT ON meta, workspace TO ${appRole};
GRANT UPDATE ON workspace TO ${appRole};
ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_workspace ON workspace USING (ws = current_ws());
${workspaceTables.map(secureTable).join('\n')}`,
]

/** Without a workspace set nothing matches, so a query that forgot it sees no row. */
export const currentWsFunction = `
CREATE OR REPLACE FUNCTION current_ws() RETURNS int LANGUAGE sql STABLE AS
$$ SELECT NULLIF(current_setting('app.ws', true), '')::int $$`

function partitionsOf(table: string): string {
  return Array.from(
    { length: partitions },
    (_, i) =>
      `CREATE TABLE ${table}_${i} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${i});`,
  ).join('\n')
}

function secureTable(table: string): string {
  const isByBucket = ['sync_row', 'sync_op', 'sync_quarantine'].includes(table)
  const own = `(ws = current_ws())`
  const readable = isByBucket
    ? `${own} AND (COALESCE(current_setting('app.member', true), '') = '' OR bucket IN (
        SELECT access.bucket FROM bucket_access access WHERE access.ws = current_ws()
          AND access.member = current_setting('app.member', true)))`
    : own
  return `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON ${table} USING (${readable}) WITH CHECK ${own};`
}
