import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'

export function TodayScreen() {
  const { t } = useTranslation()
  const today = useLive(store.view.today, {})
  if (!today) return <ScreenSkeleton />
  if (today.accounts === 0)
    return (
      <EmptyState
        testId="today-empty"
        title={t('today.empty.title')}
        actions={
          <>
            <Button look="primary" onClick={() => void window.shell.openWorkspace('demo')}>
              {t('today.empty.demo')}
            </Button>
            <Button onClick={() => goTo('import')}>{t('today.empty.import')}</Button>
            <Button onClick={() => goTo('accounts?new')}>{t('today.empty.add')}</Button>
          </>
        }
      >
        {t('today.empty.text')}
      </EmptyState>
    )
  return (
    <div>
      {today.visits.map((visit) => (
        <p key={visit.id}>{visit.title}</p>
      ))}
    </div>
  )
}
