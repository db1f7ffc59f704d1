import { accounts } from '../features/accounts/feature'
import { map } from '../features/map/feature'
import { settings } from '../features/settings/feature'
import { today } from '../features/today/feature'
import type { Feature } from './feature'

/** The features of the app; a new one is added with one line here. */
export const features: readonly Feature[] = [today, accounts, map, settings]
