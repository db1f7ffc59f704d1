import type { Feature } from '../../app/feature'
import { MapScreen } from './map-screen'
import { mapStrings } from './strings'

export const map: Feature = {
  name: 'map',
  words: mapStrings,
  accountTabs: [{ name: 'map', label: 'map.tab', order: 1, Screen: MapScreen }],
}
