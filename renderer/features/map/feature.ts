import type { Feature } from '../../app/feature'
import { MapScreen } from './map-screen'
import { lazyScreen } from '../../ui/lazy-screen'
import { mapStrings } from './strings'

const PrintMapScreen = lazyScreen(
  async () => (await import('./export/print-map-screen')).PrintMapScreen,
)
const MapPicture = lazyScreen(async () => (await import('./export/map-picture')).MapPicture)

export const map: Feature = {
  name: 'map',
  words: mapStrings,
  routes: [{ path: 'print/map/:accountId', Screen: PrintMapScreen }],
  MapPicture,
  accountTabs: [{ name: 'map', label: 'map.tab', order: 1, Screen: MapScreen }],
}
