import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { addToast } from '../../ui/toasts'
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
  useLookAt(accountOfPlace(usePlace()))
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
