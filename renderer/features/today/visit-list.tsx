import { useTranslation } from 'react-i18next'
import type { Today } from '../../../db/views/today'
import { daysFromNow, formatRelativeDays, formatTime } from '../../ui/format'
import { useNowMs } from '../../ui/use-now'
import { readinessOf } from './readiness'
import type { Readiness } from './readiness'

/** The next visits, the nearest first, each with how ready it is. */
export function VisitList({ visits }: { readonly visits: Today['visits'] }) {
  const { t } = useTranslation()
  if (visits.length === 0)
    return (
      <p className="today-none">
        {t('today.visits.none')} <a href="#/accounts">{t('today.visits.pickAccount')}</a>
      </p>
    )
  return (
    <ul className="visit-list">
      {visits.map((visit) => (
        <li key={visit.id}>
          <a href={`#/visits/${visit.id}`} data-testid="today-visit">
            <DayBlock atMs={visit.startAtMs} timeZone={visit.timeZone} />
            <span className="visit-words">
              <strong title={visit.title}>{visit.title}</strong>
              <span>
                {visit.accountName} · <VisitTime visit={visit} />
              </span>
            </span>
            <ReadinessMark visit={visit} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function DayBlock({ atMs, timeZone }: { readonly atMs: number; readonly timeZone: string }) {
  const { i18n } = useTranslation()
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone }).format(atMs)
  return (
    <span className="day-block">
      <span>{parts({ month: 'short' })}</span>
      <strong className="tabular">{parts({ day: 'numeric' })}</strong>
    </span>
  )
}

/** When the visit is, in words of today and in the time of the site. */
function VisitTime({ visit }: { readonly visit: Today['visits'][number] }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  if (visit.startAtMs <= nowMs) return <>{t('today.visits.running')}</>
  const days = daysFromNow(visit.startAtMs, nowMs)
  const time = formatTime(visit.startAtMs, i18n.language, { timeZone: visit.timeZone })
  return (
    <>
      {formatRelativeDays(days, i18n.language)}, {time}
    </>
  )
}

function ReadinessMark({ visit }: { readonly visit: Today['visits'][number] }) {
  const { t } = useTranslation()
  const readiness = readinessOf(visit)
  const { invited, accepted } = visit
  return (
    <span className={`readiness ${readiness}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {readinessShapes[readiness]}
      </svg>
      {t(`today.ready.${readiness}`, { invited, accepted })}
    </span>
  )
}

const ring = <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />

const readinessShapes = {
  nobody: (
    <path d="M2 2 10 10M10 2 2 10" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
  ),
  notSent: ring,
  waiting: (
    <>
      {ring}
      <path d="M6 1.4a4.6 4.6 0 0 0 0 9.2Z" fill="currentColor" />
    </>
  ),
  ready: <circle cx="6" cy="6" r="5" fill="currentColor" />,
} satisfies Record<Readiness, React.ReactNode>
