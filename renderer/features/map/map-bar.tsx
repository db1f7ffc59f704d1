import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { KeyCommandId } from './keys'
import type { MapScreenStore } from './map-store'

/** The thin bar over the map: filter, safe view, keys. In safe view it says so and nothing more. */
export function MapBar({
  screen,
  count,
  run,
}: {
  readonly screen: MapScreenStore
  readonly count: number
  run(id: KeyCommandId): void
}) {
  const { t } = useTranslation()
  const isSafe = useStore(screen, (s) => s.isSafe)
  const isolatedId = useStore(screen, (s) => s.isolatedId)
  const filter = useStore(screen, (s) => s.filter)
  return (
    <div className="map-bar" data-map-control>
      {!isSafe && (
        <input
          type="search"
          className="map-bar__filter"
          data-testid="map-filter"
          value={filter}
          placeholder={t('map.bar.filter')}
          aria-label={t('map.bar.filter')}
          onChange={(event) => screen.setState({ filter: event.target.value })}
          onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
        />
      )}
      <span className="map-bar__count">{t('map.bar.people', { n: count })}</span>
      {isolatedId !== null && (
        <button type="button" className="map-bar__button" onClick={() => run('leaveIsolation')}>
          {t('map.bar.isolated')} · {t('map.bar.back')} <kbd>⇧Z</kbd>
        </button>
      )}
      <span className="map-bar__space" />
      <button
        type="button"
        className="map-bar__button"
        data-testid="map-safe"
        aria-pressed={isSafe}
        onClick={() => run('toggleSafe')}
      >
        {t('map.bar.safe')} <kbd>F9</kbd>
      </button>
      <button
        type="button"
        className="map-bar__button"
        data-testid="map-open-export"
        title={t('map.export.title')}
        onClick={() => run('exportMap')}
      >
        {t('map.export.button')} <kbd>Ctrl ⇧S</kbd>
      </button>
      <button
        type="button"
        className="map-bar__button"
        data-testid="map-fit"
        onClick={() => run('fit')}
      >
        {t('map.bar.fit')} <kbd>Ctrl 0</kbd>
      </button>
      <button
        type="button"
        className="map-bar__button"
        data-testid="map-show-keys"
        onClick={() => run('showKeys')}
      >
        {t('map.bar.keys')} <kbd>?</kbd>
      </button>
    </div>
  )
}
