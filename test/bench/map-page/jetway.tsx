import { createRef, useMemo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { buildForest } from '../../../renderer/features/map/forest'
import { layoutMap } from '../../../renderer/features/map/layout'
import { MapCanvas, type MapCanvasHandle } from '../../../renderer/features/map/map-canvas'
import { createMapStore } from '../../../renderer/features/map/map-store'
import type { MapSeat } from '../../../renderer/features/map/model'
import '../../../renderer/features/map/map.css'
import '../../../renderer/ui/tokens.css'
import type { Person } from './people'
import type { Rival } from './rival'

export function makeJetway(): Rival {
  const screen = createMapStore()
  const handle = createRef<MapCanvasHandle>()
  let root: Root | null = null
  const draw = (people: readonly Person[]) =>
    flushSync(() => root?.render(<Chart people={people} screen={screen} handle={handle} />))
  return {
    name: 'Jetway',
    mount(host, people) {
      root = createRoot(host)
      draw(people)
    },
    update: draw,
    look(how) {
      if (how === 'overview') handle.current?.fit()
      else handle.current?.zoomNatural()
      handle.current?.reveal('p0')
    },
    isPainted: (host) => host.querySelector('.map-card, canvas.map-far') !== null,
    unmount() {
      root?.unmount()
    },
  }
}

function Chart({
  people,
  screen,
  handle,
}: {
  readonly people: readonly Person[]
  readonly screen: ReturnType<typeof createMapStore>
  readonly handle: React.Ref<MapCanvasHandle>
}) {
  const forest = useMemo(() => buildForest(people.map(makeSeat)), [people])
  const layout = useMemo(() => layoutMap(forest), [forest])
  return (
    <MapCanvas
      ref={handle}
      forest={forest}
      layout={layout}
      lines={[]}
      screen={screen}
      nowMs={0}
      onDrop={ignore}
      onEdit={ignore}
    />
  )
}

function ignore(): void {}

function makeSeat({ id, bossId, name, title }: Person, index: number): MapSeat {
  return {
    id,
    bossId,
    rank: String(index).padStart(6, '0'),
    title,
    department: '',
    level: 'unknown',
    headcount: 1,
    isVacant: false,
    person: {
      id,
      name,
      stance: 'supporter',
      stanceAtMs: null,
      influence: 'high',
      roles: ['user_buyer'],
      isTopFive: false,
      lastContactAtMs: null,
      hasNeeds: false,
      isAttending: false,
    },
  }
}
