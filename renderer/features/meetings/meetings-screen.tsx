import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { MeetingList } from './meeting-list'
import './meetings.css'

/** Every log of the workspace, the newest first. */
export function MeetingsScreen() {
  const { t } = useTranslation()
  const meetings = useLive(store.meeting.all, {})
  const accounts = useLive(store.view.accountList, {})
  const names = useMemo(() => new Map(accounts?.map(({ id, name }) => [id, name])), [accounts])
  if (!meetings || !accounts) return <ScreenSkeleton />
  if (meetings.length === 0)
    return (
      <EmptyState
        testId="meetings-empty"
        title={t('meetings.empty.title')}
        actions={<Button onClick={() => goTo('visits')}>{t('meetings.empty.visits')}</Button>}
      >
        {t('meetings.empty.text')}
      </EmptyState>
    )
  return (
    <div className="meetings-page" data-testid="meetings-screen">
      <h1>{t('meetings.title')}</h1>
      <MeetingList meetings={meetings} accountNames={names} />
    </div>
  )
}
