import { matchPlace, usePlace } from '../data/place'
import { features } from './features'

/** A print page: the route's screen alone, on paper. The screen itself says when it is painted. */
export function PrintFrame() {
  const place = usePlace()
  for (const feature of features)
    for (const { path, Screen } of feature.routes ?? []) {
      const params = path.startsWith('print/') ? matchPlace(path, place) : null
      if (params) return <Screen params={params} />
    }
  return null
}
