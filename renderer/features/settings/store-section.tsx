import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreInfo } from '../../../db/action'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { formatBytes, formatCount } from '../../ui/format'
import { addToast } from '../../ui/toasts'

/** What is on this laptop, and the repair of what can be made anew. */
export function StoreSection({ info }: { readonly info: StoreInfo | null }) {
  const { t, i18n } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  async function rebuild(): Promise<void> {
    setBusy(true)
    const answer = await run(store.search.rebuild())
    setBusy(false)
    if (answer !== undefined) addToast({ text: t('settings.store.rebuilt') })
  }
  const facts = info && [
    ['size', formatBytes(info.sizeBytes, i18n.language)],
    ['waiting', formatCount(info.pendingChanges, i18n.language)],
    ['cipher', `${info.cipher} · SQLite ${info.sqliteVersion}`],
    ['device', info.node],
  ]
  return (
    <>
      {facts && (
        <dl className="settings-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{t(`settings.store.${name}`)}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="settings-line">
        <span>{t('settings.store.searchText')}</span>
        <Button disabled={isBusy} data-testid="rebuild-search" onClick={() => void rebuild()}>
          {t('settings.store.rebuild')}
        </Button>
      </div>
      <div className="settings-line">
        <span>{t('settings.store.importText')}</span>
        <Button onClick={() => goTo('import')}>{t('settings.store.import')}</Button>
      </div>
    </>
  )
}
