import { useTranslation } from 'react-i18next'
import type { CoveragePlace } from '../../../db/views/coverage'
import { goTo } from '../../data/place'
import { formatRelativeDays } from '../../ui/format'
import { HeatDot } from '../../ui/heat-dot'
import { StanceMark } from '../../ui/stance-mark'
import type { CoverageMode } from './modes'
import { daysAgo, heatOf } from './grid'
import { depths } from './tint'

/** Somebody, or an open seat, with the mark of the chosen mode; a click shows the person. */
export function PersonChip({
  place,
  mode,
  nowMs,
  accountId,
}: {
  readonly place: CoveragePlace
  readonly mode: CoverageMode
  readonly nowMs: number
  readonly accountId: string
}) {
  const { t, i18n } = useTranslation()
  const { name, title, state } = place
  const isKnown = state === 'known'
  const label = isKnown ? name : title || '?'
  const facts = [
    isKnown ? title : t(`whitespace.state.${state}`),
    isKnown ? contactWords(place, nowMs, i18n.language, t) : '',
    isKnown && place.stance !== 'unknown' ? t(`term.stance.${place.stance}`) : '',
    isKnown && place.coverage !== 'unknown' ? t(`term.coverage.${place.coverage}`) : '',
    place.headcount > 1 ? `×${Math.round(place.headcount)}` : '',
    t(`whitespace.source.${place.levelSource}`),
  ].filter(Boolean)
  const open = () =>
    goTo(
      place.personId === null
        ? `accounts/${accountId}/map?seat=${place.seatId}`
        : `accounts/${accountId}/people?person=${place.personId}`,
    )
  return (
    <button
      type="button"
      className={`coverage__chip is-${state}${place.isTopFive ? ' is-top' : ''}`}
      title={[label, ...facts].join('\n')}
      aria-label={[label, ...facts].join(', ')}
      data-testid="coverage-chip"
      onClick={open}
    >
      {isKnown && <Mark place={place} mode={mode} nowMs={nowMs} />}
      <span dir="auto">{label}</span>
      {place.headcount > 1 && <small>×{Math.round(place.headcount)}</small>}
      {place.isTopFive && <i aria-hidden="true">★</i>}
    </button>
  )
}

/** 'On site, 12 days ago'; 'Never met'. */
export function contactWords(
  place: CoveragePlace,
  nowMs: number,
  language: string,
  t: (key: string) => string,
): string {
  const days = daysAgo(place.lastContactAtMs, nowMs)
  if (days === null) return t('whitespace.never')
  const when = formatRelativeDays(-days, language)
  return place.lastModality ? `${t(`term.modality.${place.lastModality}`)}, ${when}` : when
}

function Mark({
  place,
  mode,
  nowMs,
}: {
  readonly place: CoveragePlace
  readonly mode: CoverageMode
  readonly nowMs: number
}) {
  switch (mode) {
    case 'contact':
      return <HeatDot heat={heatOf(place, nowMs)} />
    case 'stance':
      return <StanceMark stance={place.stance} size={13} />
    case 'coverage':
      return <DepthBars depth={depths[place.coverage]} />
  }
}

function DepthBars({ depth }: { readonly depth: number }) {
  return (
    <svg className="coverage__bars" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 4}
          y={7 - bar * 3}
          width="3"
          height={4 + bar * 3}
          rx="1"
          className={bar < depth ? 'is-on' : ''}
        />
      ))}
    </svg>
  )
}
