import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShellState } from '../../electron/shell'
import { redo, undo } from '../data/history'
import { accountOfPlace, goTo, matchPlace, usePlace } from '../data/place'
import { store } from '../data/store'
import { AccountTabsContext } from './account-tabs'
import { FirstSteps } from './first-steps'
import { features } from './features'
import { isTyping } from './is-typing'
import { MapPictureContext } from './map-picture'
import { Palette } from './palette'
import { StatusLine } from './status-line'
import { usePainted } from './use-painted'

const navigation = features
  .flatMap((feature) => (feature.navigation ? [feature.navigation] : []))
  .sort((left, right) => left.order - right.order)

const accountTabs = features
  .flatMap((feature) => feature.accountTabs ?? [])
  .sort((left, right) => left.order - right.order)

const mapPicture = features.find((feature) => feature.MapPicture)?.MapPicture ?? null

/** The frame: title bar with the places, the work, the status line. */
export function Frame({ state }: { readonly state: Extract<ShellState, { kind: 'open' }> }) {
  const { t } = useTranslation()
  const place = usePlace()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const route = useMemo(() => findRoute(place), [place])
  useRememberedPlace(place, state.workspace)
  usePainted()

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.isComposing || event.defaultPrevented) return
      const isCommand = event.ctrlKey || event.metaKey
      const letter = event.key.toLowerCase()
      if (isCommand && !event.altKey && letter === 'k') {
        event.preventDefault()
        setPaletteOpen((isOpen) => !isOpen)
      } else if (
        isCommand &&
        !event.altKey &&
        (letter === 'z' || letter === 'y') &&
        !isTyping(event)
      ) {
        event.preventDefault()
        void (letter === 'y' || event.shiftKey ? redo() : undo())
      } else if (event.altKey && !isCommand && /^[1-9]$/.test(event.key)) {
        const entry = navigation[Number(event.key) - 1]
        if (!entry) return
        event.preventDefault()
        goTo(entry.path)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div className="frame" data-testid="frame">
      <header className="title-bar">
        <span className="wordmark">Jetway</span>
        <nav aria-label={t('frame.places')}>
          {navigation.map(({ path, label, Icon, shortcut }) => (
            <a
              key={path}
              href={`#/${path}`}
              data-testid={`nav-${path}`}
              aria-current={place.split('/')[0] === path ? 'page' : undefined}
              title={`${t(label)} (${shortcut})`}
            >
              <Icon size={16} />
              <span>{t(label)}</span>
            </a>
          ))}
        </nav>
        <button
          type="button"
          className="find"
          data-testid="open-palette"
          onClick={() => setPaletteOpen(true)}
        >
          <IconSearch size={14} />
          <span>{t('frame.find')}</span>
          <kbd className="key">Ctrl K</kbd>
        </button>
      </header>
      <FirstSteps state={state} />
      <main className="work" data-testid="work">
        <AccountTabsContext value={accountTabs}>
          <MapPictureContext value={mapPicture}>
            {route && <route.Screen key={route.key} params={route.params} />}
          </MapPictureContext>
        </AccountTabsContext>
      </main>
      <StatusLine workspace={state.workspace} />
      {isPaletteOpen && (
        <Palette accountId={accountOfPlace(place)} onClose={() => setPaletteOpen(false)} />
      )}
    </div>
  )
}

function findRoute(place: string) {
  for (const feature of features)
    for (const { path, Screen } of feature.routes ?? []) {
      const params = matchPlace(path, place)
      if (params) return { key: path.split('/').slice(0, 2).join('/'), Screen, params }
    }
  return null
}

/** Opens where the user was last time, and remembers where they go. */
function useRememberedPlace(place: string, workspace: string): void {
  useEffect(() => {
    if (place !== '') return
    let isCurrent = true
    void store.local.get({ name: 'page.place' }).then((saved) => {
      if (isCurrent) goTo(saved ? (JSON.parse(saved) as string) : 'today', { replace: true })
    })
    return () => {
      isCurrent = false
    }
  }, [place, workspace])
  useEffect(() => {
    if (place === '' || place.startsWith('print/')) return
    void store.local
      .set({ name: 'page.place', value: JSON.stringify(place) })
      .catch(() => undefined)
  }, [place])
}
