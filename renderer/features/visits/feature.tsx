import { IconPlaneDeparture } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { lazyScreen } from '../../ui/lazy-screen'
import { visitsStrings } from './strings'

const VisitsScreen = lazyScreen(async () => (await import('./visits-screen')).VisitsScreen)
const VisitScreen = lazyScreen(async () => (await import('./visit-screen')).VisitScreen)
const MakeVisitScreen = lazyScreen(
  async () => (await import('./make-visit-screen')).MakeVisitScreen,
)
const BriefScreen = lazyScreen(async () => (await import('./brief-screen')).BriefScreen)
const PrintBriefScreen = lazyScreen(async () => (await import('./brief-screen')).PrintBriefScreen)
const PresentScreen = lazyScreen(async () => (await import('./present-screen')).PresentScreen)
const AccountVisits = lazyScreen(async () => (await import('./account-visits')).AccountVisits)

/** From 'we should go there' to an agenda that everybody has. */
export const visits: Feature = {
  name: 'visits',
  words: visitsStrings,
  routes: [
    { path: 'visits', Screen: VisitsScreen },
    { path: 'visits/new/:accountId', Screen: MakeVisitScreen },
    { path: 'visits/:visitId', Screen: VisitScreen },
    { path: 'visits/:visitId/brief', Screen: BriefScreen },
    { path: 'visits/:visitId/present', Screen: PresentScreen },
    { path: 'print/brief/:visitId/:version', Screen: PrintBriefScreen },
  ],
  navigation: {
    label: 'visits.title',
    path: 'visits',
    order: 3,
    Icon: IconPlaneDeparture,
    shortcut: 'Alt+3',
  },
  accountTabs: [{ name: 'visits', label: 'visits.title', order: 3, Screen: AccountVisits }],
  commands: [
    {
      name: 'visits.make',
      label: 'visits.make.command',
      shortcut: 'Ctrl+Shift+E',
      needsAccount: true,
      run: (accountId) => goTo(`visits/new/${accountId}`),
    },
  ],
}
