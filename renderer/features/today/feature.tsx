import { IconSunHigh } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { todayStrings } from './strings'
import { TodayScreen } from './today-screen'

/** The first screen: what is next, what is due, whom to speak to. */
export const today: Feature = {
  name: 'today',
  words: todayStrings,
  routes: [{ path: 'today', Screen: TodayScreen }],
  navigation: {
    label: 'today.title',
    path: 'today',
    order: 1,
    Icon: IconSunHigh,
    shortcut: 'Alt+1',
  },
}
