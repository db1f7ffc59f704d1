import { IconListCheck } from '@tabler/icons-react'
import type { Feature } from '../../app/feature'
import { lazyScreen } from '../../ui/lazy-screen'
import { reviewStrings } from './strings'

const ReviewScreen = lazyScreen(async () => (await import('./review-screen')).ReviewScreen)

/** The weekly review of the top five, an account a page, by keyboard only. */
export const review: Feature = {
  name: 'review',
  words: reviewStrings,
  routes: [{ path: 'review', Screen: ReviewScreen }],
  navigation: {
    label: 'review.title',
    path: 'review',
    order: 5,
    Icon: IconListCheck,
    shortcut: 'Alt+5',
  },
}
