import foundation from './migrations/0000_foundation.sql?raw'
import sync from './migrations/0001_sync.sql?raw'
import snapshot from './migrations/0002_snapshot.sql?raw'
import team from './migrations/0003_team.sql?raw'
import outbox from './migrations/0004_outbox.sql?raw'
import topFiveIndex from './migrations/0005_top-five-index.sql?raw'
import type { Migration } from './migrate'

/** Every migration in order; `build/migration.mjs` writes the SQL, a line is added here. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'foundation', sql: foundation },
  { version: 2, name: 'sync', sql: sync },
  { version: 3, name: 'snapshot', sql: snapshot },
  { version: 4, name: 'team', sql: team },
  { version: 5, name: 'outbox', sql: outbox },
  { version: 6, name: 'top-five-index', sql: topFiveIndex },
]
