import { IconNotes } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { goTo } from '../../data/place'
import { lazyScreen } from '../../ui/lazy-screen'
import { meetingsStrings } from './strings'

const MeetingsScreen = lazyScreen(async () => (await import('./meetings-screen')).MeetingsScreen)
const MeetingScreen = lazyScreen(async () => (await import('./meeting-screen')).MeetingScreen)
const ContactScreen = lazyScreen(async () => (await import('./contact-screen')).ContactScreen)
const AccountLog = lazyScreen(async () => (await import('./account-log')).AccountLog)

/** What happened: in the room, on the phone, by chance. */
export const meetings: Feature = {
  name: 'meetings',
  words: meetingsStrings,
  routes: [
    { path: 'meetings', Screen: MeetingsScreen },
    { path: 'meetings/contact/:accountId', Screen: ContactScreen },
    { path: 'meetings/contact/:accountId/:personId', Screen: ContactScreen },
    { path: 'meetings/:meetingId', Screen: MeetingScreen },
  ],
  navigation: {
    label: 'meetings.title',
    path: 'meetings',
    order: 4,
    Icon: IconNotes,
    shortcut: 'Alt+4',
  },
  accountTabs: [{ name: 'log', label: 'meetings.tab', order: 4, Screen: AccountLog }],
  commands: [
    {
      name: 'meetings.contact',
      label: 'meetings.contact.command',
      needsAccount: true,
      run: (accountId) => goTo(`meetings/contact/${accountId}`),
    },
  ],
}
