import foundation from './migrations/0000_foundation.sql?raw'
import type { Migration } from './migrate'

/** Every migration in order; `build/migration.mjs` writes the SQL, a line is added here. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'foundation', sql: foundation },
]
