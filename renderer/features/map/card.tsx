import type { TFunction } from 'i18next'
import { memo, useMemo } from 'react'
import { CardFace } from './card-face'
import { sayCard } from './card-label'
import { seatState } from './facts'
import type { MapSeat } from './model'

export interface CardProps {
  readonly seat: MapSeat
  readonly x: number
  readonly y: number
  readonly level: number
  readonly place: number
  readonly peers: number
  /** Seats below this one, visible or not. */
  readonly below: number
  readonly isFolded: boolean
  readonly isSelected: boolean
  readonly isPrimary: boolean
  readonly isDropTarget: boolean
  readonly isLifted: boolean
  readonly isMuted: boolean
  readonly isSafe: boolean
  readonly isCompact: boolean
  readonly nowMs: number
  readonly t: TFunction
}

/** One seat in its place. What a mouse does with it is decided by MapCanvas from where it is. */
export const Card = memo(function Card(props: CardProps) {
  const { seat, isSafe, isCompact, nowMs, below, t } = props
  const folded = props.isFolded ? below : 0
  const label = useMemo(
    () => sayCard(seat, { isSafe, nowMs, folded, t }),
    [seat, isSafe, nowMs, folded, t],
  )
  return (
    <div
      id={`map-card-${seat.id}`}
      data-testid={`map-card-${seat.id}`}
      data-card={seat.id}
      className={cardClass(props)}
      style={{ transform: `translate(${props.x}px, ${props.y}px)` }}
      role="treeitem"
      aria-level={props.level}
      aria-posinset={props.place}
      aria-setsize={props.peers}
      aria-selected={props.isSelected}
      aria-expanded={below > 0 ? !props.isFolded : undefined}
      aria-label={label}
    >
      <CardFace
        seat={seat}
        folded={folded}
        isSafe={isSafe}
        isCompact={isCompact}
        nowMs={nowMs}
        t={t}
      />
    </div>
  )
})

function cardClass(props: CardProps): string {
  const state = seatState(props.seat)
  return [
    'map-card',
    `is-${state}`,
    props.seat.headcount > 1 && !props.isSafe && 'is-many',
    hasMark(props) && 'has-mark',
    props.isSelected && 'is-selected',
    props.isPrimary && 'is-primary',
    props.isDropTarget && 'is-target',
    props.isLifted && 'is-lifted',
    props.isMuted && 'is-muted',
  ]
    .filter(Boolean)
    .join(' ')
}

/** Whether a small card keeps room for a stance at its left. */
function hasMark({ seat, isSafe, isCompact }: CardProps): boolean {
  const stance = isSafe ? undefined : seat.person?.stance
  return stance !== undefined && !(isCompact && stance === 'unknown')
}
