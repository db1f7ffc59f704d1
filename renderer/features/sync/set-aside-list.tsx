import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SetAsideItem } from '../../../db/sync/operations'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { valuesOf } from './change-values'
import { ValueList } from './value-list'

/** Changes the server did not take: what, why, and the words to copy. */
export function SetAsideList({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  const [items, setItems] = useState<readonly SetAsideItem[]>([])
  useEffect(() => {
    let isCurrent = true
    void store.sync.setAside().then((found) => isCurrent && setItems(found))
    return () => {
      isCurrent = false
    }
  }, [count])
  async function dismiss(n: number): Promise<void> {
    await run(store.sync.dismiss({ n }))
    setItems((current) => current.filter((item) => item.n !== n))
  }
  if (items.length === 0) return null
  return (
    <section className="sync-list" data-testid="set-aside">
      <h2>{t('sync.aside.title')}</h2>
      <p>{t('sync.aside.text')}</p>
      {items.map((item) => (
        <div key={item.n} className="sync-item">
          <span>
            <strong>{t([`table.${item.tbl}`, 'sync.row'])}</strong> ·{' '}
            {t([`sync.reason.${item.reason}`, 'sync.reason.other'])}
            <ValueList values={valuesOf(item.values)} />
          </span>
          <Button onClick={() => void dismiss(item.n)}>{t('ui.understood')}</Button>
        </div>
      ))}
    </section>
  )
}
