import { accounts } from '../features/accounts/feature'
import { coverage } from '../features/coverage/feature'
import { history } from '../features/history/feature'
import { importing } from '../features/importing/feature'
import { map } from '../features/map/feature'
import { meetings } from '../features/meetings/feature'
import { review } from '../features/review/feature'
import { settings } from '../features/settings/feature'
import { sync } from '../features/sync/feature'
import { team } from '../features/team/feature'
import { today } from '../features/today/feature'
import { visits } from '../features/visits/feature'
import type { Feature } from './feature'

/** The features of the app; a new one is added with one line here. */
export const features: readonly Feature[] = [
  today,
  accounts,
  importing,
  map,
  coverage,
  history,
  visits,
  meetings,
  review,
  team,
  sync,
  settings,
]
