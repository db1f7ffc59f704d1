import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { formatLongDay } from '../../ui/format'
import { ScreenSkeleton } from '../../ui/skeleton'
import { useNowMs } from '../../ui/use-now'
import { ActionList } from './action-list'
import { FirstStart } from './first-start'
import { StaleList } from './stale-list'
import './today.css'
import { VisitList } from './visit-list'

/** What is next, what is due, whom to speak to again. */
export function TodayScreen() {
  const { t, i18n } = useTranslation()
  const today = useLive(store.view.today, {})
  const nowMs = useNowMs()
  if (!today) return <ScreenSkeleton />
  if (today.accounts === 0) return <FirstStart />
  return (
    <div className="today" data-testid="today">
      <header>
        <h1>{formatLongDay(nowMs, i18n.language)}</h1>
      </header>
      <section aria-labelledby="today-visits" className="today-visits">
        <h2 id="today-visits">{t('today.visits.title')}</h2>
        <VisitList visits={today.visits} />
      </section>
      <section aria-labelledby="today-actions" className="today-actions">
        <h2 id="today-actions">{t('today.actions.title')}</h2>
        <ActionList actions={today.actions} />
      </section>
      <section aria-labelledby="today-stale" className="today-stale">
        <h2 id="today-stale">{t('today.stale.title')}</h2>
        <StaleList people={today.stale} />
      </section>
    </div>
  )
}
