import { useTranslation } from 'react-i18next'
import type { CoveragePlace } from '../../../db/views/coverage'
import { goTo } from '../../data/place'
import { HeatDot } from '../../ui/heat-dot'
import { StanceMark } from '../../ui/stance-mark'
import { daysAgo, heatOf } from './grid'
import { contactWords } from './person-chip'

const topFiveMax = 5

/** The five people that matter most, with when each was last spoken to (methods 0.13). */
export function TopFive({
  accountId,
  places,
  nowMs,
}: {
  readonly accountId: string
  readonly places: readonly CoveragePlace[]
  readonly nowMs: number
}) {
  const { t, i18n } = useTranslation()
  const marked = places
    .filter(({ isTopFive, personId }) => isTopFive && personId !== null)
    .filter((place, at, all) => all.findIndex((one) => one.personId === place.personId) === at)
    .sort((a, b) => (a.lastContactAtMs ?? 0) - (b.lastContactAtMs ?? 0))
  return (
    <section aria-label={t('whitespace.topFive')}>
      <h3>{t('whitespace.topFive')}</h3>
      <ul className="coverage-five" data-testid="coverage-top-five">
        {marked.map((place) => {
          const days = daysAgo(place.lastContactAtMs, nowMs)
          return (
            <li key={place.personId}>
              <button
                type="button"
                onClick={() => goTo(`accounts/${accountId}/people?person=${place.personId}`)}
              >
                <StanceMark stance={place.stance} label={t(`term.stance.${place.stance}`)} />
                <span className="coverage-five__who">
                  <b dir="auto" title={place.name}>
                    {place.name}
                  </b>
                  <small dir="auto" title={place.title}>
                    {place.title}
                  </small>
                </span>
                <span
                  className="coverage-five__when tabular"
                  title={contactWords(place, nowMs, i18n.language, t)}
                >
                  <HeatDot heat={heatOf(place, nowMs)} />
                  {days === null ? t('whitespace.never') : t('whitespace.age', { n: days })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {marked.length < topFiveMax && (
        <p className="coverage__hint">
          {t('whitespace.topFiveMissing', { n: topFiveMax - marked.length })}
        </p>
      )}
    </section>
  )
}
