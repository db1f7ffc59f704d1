import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { lazyScreen } from '../../ui/lazy-screen'
import { SyncStatusItem } from './status-item'
import { syncStrings } from './strings'

const SyncScreen = lazyScreen(async () => (await import('./sync-screen')).SyncScreen)
const ConflictScreen = lazyScreen(async () => (await import('./conflict-screen')).ConflictScreen)
const HistoryScreen = lazyScreen(async () => (await import('./history-screen')).HistoryScreen)

/** Working with colleagues: the link to a server, what waits, conflicts, history of a row. */
export const sync: Feature = {
  name: 'sync',
  words: syncStrings,
  routes: [
    { path: 'sync', Screen: SyncScreen },
    { path: 'conflicts', Screen: ConflictScreen },
    { path: 'changes/:table/:id', Screen: HistoryScreen },
  ],
  statusItems: [SyncStatusItem],
  commands: [
    { name: 'sync.open', label: 'sync.title', run: () => goTo('sync') },
    { name: 'sync.now', label: 'sync.now', run: () => void store.sync.wake() },
    { name: 'sync.conflicts', label: 'sync.conflicts.title', run: () => goTo('conflicts') },
    {
      name: 'sync.history',
      label: 'sync.history.ofAccount',
      needsAccount: true,
      run: (accountId) => goTo(`changes/account/${accountId}`),
    },
  ],
}
