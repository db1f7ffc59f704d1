import { memo, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Card } from './card'
import { childrenOf, countBranches, type Forest } from './forest'
import type { MapLayout } from './layout'
import type { MapScreen, MapScreenStore } from './map-store'
import type { MapLine, MapSeat } from './model'
import { webOf } from './web'

export interface CardLayerProps {
  readonly forest: Forest
  readonly layout: MapLayout
  readonly lines: readonly MapLine[]
  readonly shown: readonly string[]
  readonly hoverId: string | null
  readonly isCompact: boolean
  readonly screen: MapScreenStore
  readonly nowMs: number
}

export const CardLayer = memo(function CardLayer(props: CardLayerProps) {
  const { forest, layout, shown, screen, nowMs } = props
  const selected = useStore(screen, (s) => s.selected)
  const primaryId = useStore(screen, (s) => s.primaryId)
  const folded = useStore(screen, (s) => s.folded)
  const isSafe = useStore(screen, (s) => s.isSafe)
  const filter = useStore(screen, (s) => s.filter)
  const targetId = useStore(screen, findTarget)
  const lifted = useStore(screen, (s) => s.drag?.ids)
  const below = useMemo(() => countBranches(forest), [forest])
  const places = useMemo(() => placePeers(forest), [forest])
  const ref = useWeb(props)
  const { t } = useTranslation()
  const wanted = filter.trim().toLocaleLowerCase()
  return (
    <div ref={ref} className="map-cards">
      {shown.map((id) => {
        const seat = forest.seatsById.get(id)
        const at = layout.positions.get(id)
        const place = places.get(id)
        if (!seat || !at || !place) return null
        return (
          <Card
            key={id}
            seat={seat}
            x={at.x}
            y={at.y}
            level={place.level}
            place={place.place}
            peers={place.peers}
            below={below.get(id) ?? 0}
            isFolded={folded.has(id)}
            isSelected={selected.has(id)}
            isPrimary={id === primaryId}
            isDropTarget={id === targetId}
            isLifted={lifted?.includes(id) ?? false}
            isMuted={wanted !== '' && !matches(seat, wanted)}
            isSafe={isSafe}
            isCompact={props.isCompact}
            nowMs={nowMs}
            t={t}
          />
        )
      })}
    </div>
  )
})

function findTarget({ drag }: MapScreen): string | null {
  if (!drag) return null
  const { drop } = drag
  switch (drop.kind) {
    case 'report':
    case 'copy':
      return drop.bossId
    case 'dotted':
      return drop.toId
    default:
      return null
  }
}

interface Place {
  readonly level: number
  readonly place: number
  readonly peers: number
}

function placePeers(forest: Forest): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const put = (ids: readonly string[], level: number) =>
    ids.forEach((id, i) => places.set(id, { level, place: i + 1, peers: ids.length }))
  put(forest.roots, 1)
  for (const id of forest.order) {
    put(childrenOf(forest, id), (places.get(id)?.level ?? 0) + 1)
  }
  return places
}

function matches(seat: MapSeat, wanted: string): boolean {
  return [seat.person?.name ?? '', seat.title, seat.department].some((text) =>
    text.toLocaleLowerCase().includes(wanted),
  )
}

/** Marks the hovered card's own web, so that CSS can let the rest step back. */
function useWeb({ forest, lines, hoverId, shown }: CardLayerProps) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element || hoverId === null) return
    const web = webOf(forest, lines, hoverId)
    const marked = [...element.querySelectorAll<HTMLElement>('[data-card]')].filter((card) =>
      web.has(card.dataset.card as string),
    )
    for (const card of marked) card.dataset.web = 'true'
    return () => {
      for (const card of marked) delete card.dataset.web
    }
  }, [forest, lines, hoverId, shown])
  return ref
}
