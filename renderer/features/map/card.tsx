import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { contactHeat, daysSince, initialsOf, isFaded, seatState, shortenName } from './facts'
import { nameSeat, roleLetters, type MapPerson, type MapSeat } from './model'
import { StanceMark } from './stance-mark'

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
  /** Small cards shorten first names and leave out marks that say nothing. */
  readonly isCompact: boolean
  readonly nowMs: number
}

/** One seat. Everything a mouse does with it is decided by MapCanvas from where the pointer is. */
export const Card = memo(function Card(props: CardProps) {
  const { seat, isSafe, nowMs } = props
  const label = useCardLabel(props)
  const { t } = useTranslation()
  const { person } = seat
  const state = seatState(seat)
  const hasFacts = person !== null && !isSafe && knowsFacts(person)
  const isFolded = props.isFolded && props.below > 0
  const faded = person !== null && isFaded(person, nowMs)
  const title = person ? seat.title : state === 'vacant' ? t('map.card.vacant') : seatHint(seat, t)
  return (
    <div
      id={`map-card-${seat.id}`}
      data-testid={`map-card-${seat.id}`}
      data-card={seat.id}
      className={cardClass(props, state)}
      style={{ transform: `translate(${props.x}px, ${props.y}px)` }}
      role="treeitem"
      aria-level={props.level}
      aria-posinset={props.place}
      aria-setsize={props.peers}
      aria-selected={props.isSelected}
      aria-expanded={props.below > 0 ? !props.isFolded : undefined}
      aria-label={label}
    >
      <div className="map-card__mark">
        <span className="map-card__initials">{person ? initialsOf(person.name) : '?'}</span>
        {person && !isSafe && !(props.isCompact && person.stance === 'unknown') && (
          <span className={faded ? 'map-card__stance is-faded' : 'map-card__stance'}>
            <StanceMark stance={person.stance} size={15} />
          </span>
        )}
      </div>
      <div className="map-card__body">
        <div className="map-card__head">
          <div className="map-card__name" dir="auto">
            {person ? shownName(person.name, props.isCompact) : nameSeat(seat)}
          </div>
          {seat.headcount > 1 && !isSafe && (
            <span className="map-card__count" title={t('map.card.posts', { n: seat.headcount })}>
              ×{Math.round(seat.headcount * 10) / 10}
            </span>
          )}
          {person?.isTopFive && !isSafe && <Star label={t('map.card.topFive')} />}
        </div>
        {title && (
          <div className="map-card__title" dir="auto">
            {title}
          </div>
        )}
        {(hasFacts || (isFolded && !props.isCompact)) && (
          <div className="map-card__foot">
            {hasFacts && <PersonFacts person={person} nowMs={nowMs} />}
            {isFolded && !props.isCompact && <FoldMark count={props.below} />}
          </div>
        )}
      </div>
      {isFolded && props.isCompact && <FoldMark count={props.below} />}
    </div>
  )
})

function PersonFacts({ person, nowMs }: { readonly person: MapPerson; readonly nowMs: number }) {
  const { t } = useTranslation()
  const days = daysSince(person.lastContactAtMs, nowMs)
  return (
    <div className="map-card__facts">
      {person.influence !== 'unknown' && <InfluenceBars value={person.influence} />}
      {person.roles.length > 0 && (
        <span className="map-card__roles">
          {person.roles.slice(0, 5).map((role) => (
            <abbr key={role} title={t(`map.role.${role}`)}>
              {roleLetters[role]}
            </abbr>
          ))}
        </span>
      )}
      {person.hasNeeds && <span className="map-card__needs" title={t('map.card.needs')} />}
      {days !== null && (
        <span
          className={`map-card__contact is-${contactHeat(person.lastContactAtMs, nowMs)}`}
          title={t('map.card.contactDays', { n: days })}
        >
          {t('map.card.days', { n: days })}
        </span>
      )}
      {person.isAttending && (
        <span className="map-card__attending" title={t('map.card.attending')}>
          ✓
        </span>
      )}
    </div>
  )
}

function knowsFacts(person: MapPerson): boolean {
  return (
    person.influence !== 'unknown' ||
    person.roles.length > 0 ||
    person.lastContactAtMs !== null ||
    person.hasNeeds ||
    person.isAttending
  )
}

const bars = { low: 1, medium: 2, high: 3, unknown: 0 } as const

function InfluenceBars({ value }: { readonly value: MapPerson['influence'] }) {
  return (
    <svg className="map-card__bars" width="11" height="10" viewBox="0 0 11 10" aria-hidden="true">
      {[0, 1, 2].map((i) => (
        <rect
          key={i}
          x={i * 4}
          y={6 - i * 3}
          width="3"
          height={4 + i * 3}
          rx="1"
          className={i < bars[value] ? 'is-on' : ''}
        />
      ))}
    </svg>
  )
}

function Star({ label }: { readonly label: string }) {
  return (
    <svg className="map-card__star" width="12" height="12" viewBox="0 0 16 16">
      <title>{label}</title>
      <path
        d="M8 .8 10.2 5.5 15.3 6.1 11.5 9.6 12.5 14.7 8 12.2 3.5 14.7 4.5 9.6 .7 6.1 5.8 5.5Z"
        fill="currentColor"
      />
    </svg>
  )
}

function FoldMark({ count }: { readonly count: number }) {
  return (
    <span className="map-card__fold">
      <FoldArrow />
      {count}
    </span>
  )
}

function FoldArrow() {
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
      <path d="M1.5 2.5 4 5.5 6.5 2.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

function cardClass(props: CardProps, state: ReturnType<typeof seatState>): string {
  return [
    'map-card',
    `is-${state}`,
    props.seat.headcount > 1 && !props.isSafe && 'is-many',
    props.isSelected && 'is-selected',
    props.isPrimary && 'is-primary',
    props.isDropTarget && 'is-target',
    props.isLifted && 'is-lifted',
    props.isMuted && 'is-muted',
  ]
    .filter(Boolean)
    .join(' ')
}

function shownName(name: string, isCompact: boolean): string {
  return isCompact ? shortenName(name) : name
}

type Translate = (key: string, values?: Record<string, unknown>) => string

function seatHint(seat: MapSeat, t: Translate): string {
  return seat.title ? t('map.card.unknown') : ''
}

/** What a screen reader says of a card; in safe mode only name, title and place. */
function useCardLabel({ seat, isSafe, nowMs, below, isFolded }: CardProps): string {
  const { t } = useTranslation()
  const { person } = seat
  const state = seatState(seat)
  const who = person ? person.name : t(state === 'vacant' ? 'map.card.vacant' : 'map.card.unknown')
  const parts = [seat.title ? `${who}, ${seat.title}` : who]
  if (person && !isSafe) {
    if (person.isTopFive) parts.push(t('map.card.topFive'))
    parts.push(t('map.card.stance', { value: t(`map.stance.${person.stance}`) }))
    if (isFaded(person, nowMs)) parts.push(t('map.card.faded'))
    if (person.influence !== 'unknown') {
      parts.push(t('map.card.influence', { value: t(`map.influence.${person.influence}`) }))
    }
    for (const role of person.roles) parts.push(t(`map.role.${role}`))
    const days = daysSince(person.lastContactAtMs, nowMs)
    if (days !== null) parts.push(t('map.card.contactDays', { n: days }))
    if (person.hasNeeds) parts.push(t('map.card.needs'))
    if (person.isAttending) parts.push(t('map.card.attending'))
  }
  if (isFolded && below > 0) parts.push(t('map.card.folded', { n: below }))
  return parts.join('. ')
}
