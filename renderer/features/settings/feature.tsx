import { IconSettings } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { lazyScreen } from '../../ui/lazy-screen'
import { settingsStrings } from './strings'

const SettingsScreen = lazyScreen(async () => (await import('./settings-screen')).SettingsScreen)

/** What the user can change about the app, their own details, and the store's safety. */
export const settings: Feature = {
  name: 'settings',
  words: settingsStrings,
  routes: [{ path: 'settings', Screen: SettingsScreen }],
  navigation: {
    label: 'settings.title',
    path: 'settings',
    order: 9,
    Icon: IconSettings,
    shortcut: 'Alt+9',
  },
}
