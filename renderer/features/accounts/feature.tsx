import { IconBuildings } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { lazyScreen } from '../../ui/lazy-screen'
import { accountsStrings } from './strings'

const ListScreen = lazyScreen(async () => (await import('./list-screen')).ListScreen)
const AccountScreen = lazyScreen(async () => (await import('./account-screen')).AccountScreen)
const FactsTab = lazyScreen(async () => (await import('./facts-tab')).FactsTab)
const PeopleTab = lazyScreen(async () => (await import('./people-tab')).PeopleTab)
const TimelineTab = lazyScreen(async () => (await import('./timeline-tab')).TimelineTab)

/** The portfolio: the list of accounts and the page of one account. */
export const accounts: Feature = {
  name: 'accounts',
  words: accountsStrings,
  routes: [
    { path: 'accounts', Screen: ListScreen },
    { path: 'accounts/:accountId', Screen: AccountScreen },
    { path: 'accounts/:accountId/:tab', Screen: AccountScreen },
  ],
  navigation: {
    label: 'accounts.title',
    path: 'accounts',
    order: 2,
    Icon: IconBuildings,
    shortcut: 'Alt+2',
  },
  accountTabs: [
    { name: 'people', label: 'accounts.tab.people', order: 2, Screen: PeopleTab },
    { name: 'timeline', label: 'accounts.tab.timeline', order: 8, Screen: TimelineTab },
    { name: 'facts', label: 'accounts.tab.facts', order: 9, Screen: FactsTab },
  ],
  commands: [
    { name: 'accounts.new', label: 'accounts.new.title', run: () => goTo('accounts?new=1') },
    {
      name: 'accounts.people',
      label: 'accounts.tab.people',
      needsAccount: true,
      run: (accountId) => goTo(`accounts/${accountId}/people`),
    },
    {
      name: 'accounts.facts',
      label: 'accounts.tab.facts',
      needsAccount: true,
      run: (accountId) => goTo(`accounts/${accountId}/facts`),
    },
    {
      name: 'accounts.timeline',
      label: 'accounts.tab.timeline',
      needsAccount: true,
      run: (accountId) => goTo(`accounts/${accountId}/timeline`),
    },
  ],
}
