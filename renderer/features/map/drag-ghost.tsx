import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Drop } from './drop'
import type { Forest } from './forest'
import type { MapScreenStore } from './map-store'
import { nameSeat } from './model'

/** Follows the hand and says what letting go would do. */
export function DragGhost({
  screen,
  forest,
}: {
  readonly screen: MapScreenStore
  readonly forest: Forest
}) {
  const { t } = useTranslation()
  const drag = useStore(screen, (s) => s.drag)
  if (!drag) return null
  const first = forest.seatsById.get(drag.ids[0] ?? '')
  const name = (id: string | null) => {
    const seat = id === null ? undefined : forest.seatsById.get(id)
    return seat ? nameSeat(seat) : ''
  }
  return (
    <div
      className={`map-ghost is-${drag.drop.kind}`}
      data-testid="map-ghost"
      style={{ transform: `translate(${drag.at.x + 14}px, ${drag.at.y + 10}px)` }}
    >
      <span className="map-ghost__name">
        {first ? nameSeat(first) : ''}
        {drag.ids.length > 1 && ` +${drag.ids.length - 1}`}
      </span>
      <span className="map-ghost__result">{sayDrop(drag.drop, t, name)}</span>
    </div>
  )
}

function sayDrop(
  drop: Drop,
  t: (key: string, values?: Record<string, unknown>) => string,
  name: (id: string | null) => string,
): string {
  switch (drop.kind) {
    case 'report':
      return t('map.ghost.report', { name: name(drop.bossId) })
    case 'order':
      return drop.bossId === null ? t('map.ghost.detach') : t('map.ghost.order')
    case 'detach':
      return t('map.ghost.detach')
    case 'dotted':
      return t('map.ghost.dotted', { name: name(drop.toId) })
    case 'copy':
      return t('map.ghost.copy')
    case 'refuse':
      return t(`map.refusal.${drop.reason}`)
    case 'nothing':
      return ''
  }
}
