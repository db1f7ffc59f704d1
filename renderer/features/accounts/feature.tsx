import { IconBuildings } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { lazyScreen } from '../../ui/lazy-screen'
import { accountsStrings } from './strings'

const ListScreen = lazyScreen(async () => (await import('./list-screen')).ListScreen)
const AccountScreen = lazyScreen(async () => (await import('./account-screen')).AccountScreen)
const PeopleTab = lazyScreen(async () => (await import('./people-tab')).PeopleTab)

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
  accountTabs: [{ name: 'people', label: 'accounts.tab.people', order: 2, Screen: PeopleTab }],
}
