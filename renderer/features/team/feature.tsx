import { IconUsersGroup } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { lazyScreen } from '../../ui/lazy-screen'
import { teamStrings } from './strings'

const TeamScreen = lazyScreen(async () => (await import('./team-screen')).TeamScreen)

/** The manager's view: what the team logged, and few figures with the accounts behind them. */
export const team: Feature = {
  name: 'team',
  words: teamStrings,
  routes: [
    { path: 'team', Screen: TeamScreen },
    { path: 'team/:tab', Screen: TeamScreen },
  ],
  navigation: {
    label: 'team.title',
    path: 'team',
    order: 6,
    Icon: IconUsersGroup,
    shortcut: 'Alt+6',
  },
}
