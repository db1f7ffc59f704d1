import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { VisitList } from './visit-list'
import './visits.css'

/** All visits of the workspace: what comes, what was. */
export function VisitsScreen() {
  const { t } = useTranslation()
  const visits = useLive(store.visit.all, {})
  const accounts = useLive(store.view.accountList, {})
  const names = useMemo(() => new Map(accounts?.map(({ id, name }) => [id, name])), [accounts])
  if (!visits || !accounts) return <ScreenSkeleton />
  if (visits.length === 0)
    return (
      <EmptyState
        testId="visits-empty"
        title={t('visits.empty.title')}
        actions={
          <Button look="primary" onClick={() => goTo('accounts')}>
            {t('visits.empty.pickAccount')}
          </Button>
        }
      >
        {t('visits.empty.text')}
      </EmptyState>
    )
  return (
    <div className="visits-page" data-testid="visits-screen">
      <h1>{t('visits.title')}</h1>
      <VisitList visits={visits} accountNames={names} />
    </div>
  )
}
