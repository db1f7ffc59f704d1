import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../data/store'
import { features } from './features'

const statusItems = features.flatMap(({ name, statusItems: items = [] }) =>
  items.map((Item, index) => ({ key: `${name} ${index}`, Item })),
)

/** The quiet line at the bottom: network, what is saved, the keys. */
export function StatusLine({ workspace }: { readonly workspace: 'main' | 'demo' }) {
  const { t } = useTranslation()
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  const isSaving = useSaving()
  return (
    <footer className="status-line" data-testid="status-line">
      {workspace === 'demo' && (
        <span className="chip accent" data-testid="demo-mark">
          {t('frame.demo')}
        </span>
      )}
      <span>{isOnline ? t('frame.localStore') : t('frame.offline')}</span>
      <span data-testid="saved-state">{isSaving ? t('frame.saving') : t('frame.saved')}</span>
      {statusItems.map(({ key, Item }) => (
        <Item key={key} />
      ))}
      <span className="spacer" />
      <span>
        <kbd className="key">Ctrl Z</kbd> {t('history.undo')}
      </span>
      <span>
        <kbd className="key">Ctrl K</kbd> {t('frame.find')}
      </span>
    </footer>
  )
}

function watchNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** True when a call has waited for more than a blink. */
function useSaving(): boolean {
  const [isSaving, setSaving] = useState(false)
  useEffect(() => {
    let busyTicks = 0
    const timer = setInterval(() => {
      busyTicks = client.waiting() > 0 ? busyTicks + 1 : 0
      setSaving(busyTicks > 2)
    }, 200)
    return () => clearInterval(timer)
  }, [])
  return isSaving
}
