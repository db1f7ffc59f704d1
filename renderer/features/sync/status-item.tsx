import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { addToast } from '../../ui/toasts'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { accountOfPlace, goTo, usePlace } from '../../data/place'
import { useLookAt, useSyncStatus } from '../../data/sync-status'
import { lineOf } from './status-words'
import { useNowMs } from '../../ui/use-now'
import './sync.css'

/** The part of the status line that speaks of the server; silent where there is none. */
export function SyncStatusItem() {
  const { t, i18n } = useTranslation()
  const status = useSyncStatus()
  const nowMs = useNowMs()
  const accountId = accountOfPlace(usePlace())
  useLookAt(accountId)
  const members = useLive(store.member.all, status?.talk.present.length ? {} : null)
  const rescues = status?.rescues.length ?? 0
  useEffect(() => {
    if (rescues > 0)
      addToast({
        text: t('sync.rescue.toast'),
        action: { label: t('sync.show'), run: () => goTo('sync') },
      })
  }, [rescues, t])
  if (!status?.link) return null
  const line = lineOf(status, t, i18n.language, nowMs)
  const here = status.talk.present
    .filter((one) => one.accountId === accountId)
    .map(({ memberId }) => members?.find(({ id }) => id === memberId)?.name || t('sync.somebody'))
  const news = status.news.reduce((sum, { rows }) => sum + rows, 0)
  return (
    <>
      <button
        type="button"
        className={`sync-line ${line.look}`}
        data-testid="sync-line"
        data-state={line.state}
        title={line.hint}
        onClick={() => goTo('sync')}
      >
        {line.text}
      </button>
      {status.conflicts > 0 && (
        <button
          type="button"
          className="sync-line warn"
          data-testid="sync-conflicts"
          onClick={() => goTo('conflicts')}
        >
          {t('sync.line.conflicts', { count: status.conflicts })}
        </button>
      )}
      {here.length > 0 && (
        <span data-testid="sync-present">{t('sync.line.here', { names: here.join(', ') })}</span>
      )}
      {news > 0 && (
        <button
          type="button"
          className="sync-line"
          data-testid="sync-news"
          onClick={() => goTo('sync')}
        >
          {t('sync.line.news', { count: news })}
        </button>
      )}
    </>
  )
}
