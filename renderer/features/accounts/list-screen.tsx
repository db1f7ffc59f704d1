import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { ScreenSkeleton } from '../../ui/skeleton'

export function ListScreen() {
  const { t } = useTranslation()
  const rows = useLive(store.view.accountList, {})
  if (!rows) return <ScreenSkeleton />
  return (
    <div>
      <h1>{t('accounts.title')}</h1>
      {rows.slice(0, 100).map((row) => (
        <a key={row.id} href={`#/accounts/${row.id}`} data-testid="account-row">
          {row.name}
        </a>
      ))}
    </div>
  )
}
