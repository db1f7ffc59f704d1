import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteParams } from '../../app/feature'
import type { RowChange } from '../../../db/sync/history'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { valuesOf } from './change-values'
import { whenOf } from './status-words'
import { useNowMs } from '../../ui/use-now'
import { ValueList } from './value-list'

/** Every change of one row, newest first; earlier values can be put back. */
export function HistoryScreen({ params }: { readonly params: RouteParams }) {
  const { table = '', id = '' } = params
  const { t, i18n } = useTranslation()
  const [changes, setChanges] = useState<readonly RowChange[] | null>(null)
  const nowMs = useNowMs()
  const [round, setRound] = useState(0)
  const members = useLive(store.member.all, {})
  useEffect(() => {
    let isCurrent = true
    void store.sync.history({ table, id }).then((found) => isCurrent && setChanges(found))
    return () => {
      isCurrent = false
    }
  }, [table, id, round])
  async function restore(values: RowChange['before']): Promise<void> {
    const plain = Object.fromEntries(
      Object.entries(values).filter(([, value]) =>
        value === null ? true : ['string', 'number'].includes(typeof value),
      ),
    ) as Record<string, string | number | null>
    const done = await run(store.conflicts.restore({ table, id, values: plain }))
    if (done === undefined) return
    toastDone(t('sync.history.restored'))
    setRound((current) => current + 1)
  }
  if (!changes || !members) return <ScreenSkeleton />
  if (changes.length === 0)
    return <EmptyState title={t('sync.history.title')}>{t('sync.history.none')}</EmptyState>
  const nameOf = (memberId: string | null) =>
    members.find((member) => member.id === memberId)?.name || t('sync.somebody')
  return (
    <div className="sync-screen wide" data-testid="row-history">
      <h1>
        {t('sync.history.title')} · {t([`table.${table}`, 'sync.row'])}
      </h1>
      <ol className="history-list">
        {changes.map((change, i) => (
          <li key={`${change.atMs} ${i}`}>
            <p className="conflict-who">
              {nameOf(change.memberId)} · {whenOf(change.atMs, t, i18n.language, nowMs)} ·{' '}
              {t(`sync.history.kind.${change.kind}`)}
              {change.isPending && ` · ${t('sync.history.pending')}`}
            </p>
            <ValueList values={valuesOf(change.after)} />
            {change.kind !== 'I' && valuesOf(change.before).length > 0 && (
              <details>
                <summary>{t('sync.history.before')}</summary>
                <ValueList values={valuesOf(change.before)} />
                <Button data-testid="restore" onClick={() => void restore(change.before)}>
                  {t('sync.history.restore')}
                </Button>
              </details>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
