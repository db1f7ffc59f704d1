import type { Migration } from './migrate'
import { migrations } from './migrations'
import { tableShapes } from './schema'
import type { TableShapes } from './schema'

/** What a store holds: its synced tables and the migrations that make them. */
export interface StoreContent {
  readonly shapes: TableShapes
  readonly migrations: readonly Migration[]
}

/** The content of the app; a proof of the store may bring tables of its own. */
export const appContent: StoreContent = { shapes: tableShapes, migrations }
