import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { VisitList } from './visit-list'
import './visits.css'

/** The account's tab: its visits, and the one action that makes the next. */
export function AccountVisits({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const visits = useLive(store.visit.byAccount, { accountId })
  const make = (
    <Button
      look="primary"
      icon={<IconPlus size={16} />}
      shortcut="Ctrl+Shift+E"
      title={t('visits.make.command')}
      data-testid="make-visit"
      onClick={() => goTo(`visits/new/${accountId}`)}
    >
      {t('visits.make.button')}
    </Button>
  )
  if (!visits) return <ScreenSkeleton />
  if (visits.length === 0)
    return (
      <EmptyState testId="account-visits-empty" title={t('visits.empty.account')} actions={make}>
        {t('visits.empty.accountText')}
      </EmptyState>
    )
  return (
    <div className="visits-page" data-testid="account-visits">
      <div className="visits-bar">{make}</div>
      <VisitList visits={visits} accountNames={null} />
    </div>
  )
}
