import type { TFunction } from 'i18next'
import { memo } from 'react'
import { contactHeat, daysSince, initialsOf, isFaded, seatState, shortenName } from './facts'
import { nameSeat, roleLetters, type MapPerson, type MapSeat } from './model'
import { StanceMark } from './stance-mark'

export interface CardFaceProps {
  readonly seat: MapSeat
  /** Seats below this one; 0 when they are shown. */
  readonly folded: number
  readonly isSafe: boolean
  /** Small cards shorten first names and leave out marks that say nothing. */
  readonly isCompact: boolean
  readonly nowMs: number
  readonly t: TFunction
}

/** What stands on a card. It is drawn again only when the seat says something else. */
export const CardFace = memo(function CardFace(props: CardFaceProps) {
  const { seat, folded, isSafe, isCompact, nowMs, t } = props
  const { person } = seat
  const state = seatState(seat)
  const hasFacts = person !== null && !isSafe && knowsFacts(person)
  const title = person ? seat.title : state === 'vacant' ? t('map.card.vacant') : seatHint(seat, t)
  return (
    <>
      <div className="map-card__mark">
        <span className="map-card__initials">{person ? initialsOf(person.name) : '?'}</span>
        {person && !isSafe && !(isCompact && person.stance === 'unknown') && (
          <span
            className={isFaded(person, nowMs) ? 'map-card__stance is-faded' : 'map-card__stance'}
          >
            <StanceMark stance={person.stance} size={15} />
          </span>
        )}
      </div>
      <div className="map-card__body">
        <div className="map-card__head">
          <div className="map-card__name" dir="auto" title={person?.name ?? nameSeat(seat)}>
            {person ? shownName(person.name, isCompact) : nameSeat(seat)}
          </div>
          {seat.headcount > 1 && !isSafe && (
            <span className="map-card__count" title={t('map.card.posts', { n: seat.headcount })}>
              ×{Math.round(seat.headcount * 10) / 10}
            </span>
          )}
          {person?.isTopFive && !isSafe && <Star label={t('map.card.topFive')} />}
        </div>
        {title && (
          <div className="map-card__title" dir="auto" title={title}>
            {title}
          </div>
        )}
        {(hasFacts || (folded > 0 && !isCompact)) && (
          <div className="map-card__foot">
            {hasFacts && <PersonFacts person={person} nowMs={nowMs} t={t} />}
            {folded > 0 && !isCompact && <FoldMark count={folded} />}
          </div>
        )}
      </div>
      {folded > 0 && isCompact && <FoldMark count={folded} />}
    </>
  )
})

function PersonFacts({
  person,
  nowMs,
  t,
}: {
  readonly person: MapPerson
  readonly nowMs: number
  readonly t: TFunction
}) {
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

function shownName(name: string, isCompact: boolean): string {
  return isCompact ? shortenName(name) : name
}

function seatHint(seat: MapSeat, t: TFunction): string {
  return seat.title ? t('map.card.unknown') : ''
}
