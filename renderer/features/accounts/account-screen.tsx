import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountTabsContext } from '../../app/account-tabs'
import type { RouteParams } from '../../app/feature'
import { useLive } from '../../data/live'
import { store } from '../../data/store'

export function AccountScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const tabs = use(AccountTabsContext)
  const accountId = params.accountId!
  const account = useLive(store.account.byId, { id: accountId })
  const tab = tabs.find((each) => each.name === params.tab) ?? tabs[0]
  return (
    <div>
      <h1>{account?.name}</h1>
      <nav className="tabs">
        {tabs.map((each) => (
          <a key={each.name} className="tab" href={`#/accounts/${accountId}/${each.name}`}>
            {t(each.label)}
          </a>
        ))}
      </nav>
      {tab && <tab.Screen key={`${accountId}/${tab.name}`} accountId={accountId} />}
    </div>
  )
}
