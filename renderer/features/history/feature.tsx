import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { lazyScreen } from '../../ui/lazy-screen'
import { historyStrings } from './strings'

const HistoryTab = lazyScreen(async () => (await import('./history-tab')).HistoryTab)

/** How an account's map became what it is: snapshots, what changed, the map of any day. */
export const history: Feature = {
  name: 'history',
  words: historyStrings,
  accountTabs: [{ name: 'history', label: 'mapHistory.tab', order: 7, Screen: HistoryTab }],
  commands: [
    {
      name: 'history.open',
      label: 'mapHistory.command',
      needsAccount: true,
      run: (accountId) => goTo(`accounts/${accountId}/history`),
    },
  ],
}
