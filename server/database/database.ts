/** A row as the driver gives it; the caller names its shape. */
export type Row = Record<string, unknown>

export interface Queryable {
  query<T extends Row>(sql: string, values?: readonly unknown[]): Promise<readonly T[]>
}

/** `write` = READ COMMITTED; `snapshot` = REPEATABLE READ READ ONLY: every query sees one moment. */
export type TransactionMode = 'write' | 'snapshot'

/** The one thing the server knows of PostgreSQL; PGlite and `pg` both give it. */
export interface Database extends Queryable {
  transaction<T>(mode: TransactionMode, work: (tx: Queryable) => Promise<T>): Promise<T>
  listen(channel: string, hear: (payload: string) => void): Promise<void>
  close(): Promise<void>
}

/** Who a transaction acts for: the second lock (row-level security) lets nothing else through. */
export interface Scope {
  readonly ws: number
  /** With a member only rows of buckets the member may use can be seen. */
  readonly member?: string
}

/** Role without rights of its own; every request runs as it. */
export const appRole = 'jetway_app'

const retriedCodes: ReadonlySet<string> = new Set(['40P01', '55P03', '40001'])
const maxTries = 4

/**
 * Runs `work` in one transaction as the app role, bound to a workspace. Deadlocks and lock timeouts
 * are tried again.
 */
export async function inWorkspace<T>(
  database: Database,
  scope: Scope,
  mode: TransactionMode,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await database.transaction(mode, async (tx) => {
        await tx.query(`SET LOCAL ROLE ${appRole}`)
        await tx.query(
          `SELECT set_config('app.ws', $1, true), set_config('app.member', $2, true),
             set_config('lock_timeout', '5s', true), set_config('statement_timeout', '10s', true)`,
          [String(scope.ws), scope.member ?? ''],
        )
        return work(tx)
      })
    } catch (error) {
      if (tries >= maxTries || !retriedCodes.has(codeOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * tries * (1 + Math.random())))
    }
  }
}

/** SQLSTATE of a driver's error, or an empty text. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}
