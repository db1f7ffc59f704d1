import { useTranslation } from 'react-i18next'
import { useSyncStatus } from '../../data/sync-status'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { JoinForm } from './join-form'
import { LinkPanel } from './link-panel'
import { SetAsideList } from './set-aside-list'

/** The link to the team's server: join, how it stands, what needs a look. */
export function SyncScreen() {
  const { t } = useTranslation()
  const status = useSyncStatus()
  if (!status) return <ScreenSkeleton />
  if (!status.canLink)
    return <EmptyState title={t('sync.demo.title')}>{t('sync.demo.text')}</EmptyState>
  return (
    <div className="sync-screen" data-testid="sync-screen">
      <h1>{t('sync.title')}</h1>
      {status.link ? <LinkPanel status={status} /> : <JoinForm />}
      {status.link && status.setAside > 0 && <SetAsideList count={status.setAside} />}
    </div>
  )
}
