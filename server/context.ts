import type { SyncSchema } from '../sync/schema'
import type { Database } from './database/database'
import type { ServerIdentity } from './database/prepare'
import type { Metrics } from './metrics'
import type { WakeHub } from './wake'

export interface ServerOptions {
  readonly database: Database
  /** Tables as the registry of the app emits them; the conflict table is added here. */
  readonly schema: SyncSchema
  /** Apps with an older schema are told to update. */
  readonly minSchema: number
  /** Milliseconds since 1970, passed in so that tests can travel. */
  readonly now: () => number
  /** Where log lines go; null for none. */
  readonly log: { write(line: string): void } | null
  /** Requests a minute of one device, or of one address where there is no device. */
  readonly requestsPerMinute: number
}

/** What routes work with. */
export interface ServerContext extends ServerOptions {
  readonly identity: () => ServerIdentity
  readonly wake: WakeHub
  readonly metrics: Metrics
}
