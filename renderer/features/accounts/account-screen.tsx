import { use, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountTabsContext } from '../../app/account-tabs'
import type { RouteParams } from '../../app/feature'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { AccountHeader } from './account-header'
import { AccountTabs } from './account-tabs'
import './account-page.css'
import './accounts.css'

/** The page of one account: facts in one row, then the tabs that features contribute. */
export function AccountScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const tabs = use(AccountTabsContext)
  const accountId = params.accountId!
  const account = useLive(store.account.byId, { id: accountId })
  const tab = tabs.find((each) => each.name === params.tab) ?? tabs[0]
  useEffect(() => {
    if (tab && tab.name !== params.tab) goTo(`accounts/${accountId}/${tab.name}`, { replace: true })
  }, [tab, params.tab, accountId])
  if (account === undefined) return <ScreenSkeleton />
  if (account === null)
    return (
      <EmptyState
        title={t('accounts.gone.title')}
        actions={<Button onClick={() => goTo('accounts')}>{t('accounts.gone.toList')}</Button>}
      >
        {t('accounts.gone.text')}
      </EmptyState>
    )
  return (
    <div className="account-page" data-testid="account-page">
      <AccountHeader key={accountId} account={account} />
      <AccountTabs accountId={accountId} tabs={tabs} current={tab?.name ?? null} />
      <div className="account-tab-panel" role="tabpanel" aria-label={tab && t(tab.label)}>
        {tab && <tab.Screen key={`${accountId}/${tab.name}`} accountId={accountId} />}
      </div>
    </div>
  )
}
