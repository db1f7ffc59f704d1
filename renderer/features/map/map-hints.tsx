import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Binding } from './keys'
import type { MapScreenStore } from './map-store'
import { showChord } from './keys-match'

/** One line at the lower edge: how a begun sequence goes on, or what was refused; and the live region. */
export function MapHints({
  screen,
  bindings,
  isMac,
}: {
  readonly screen: MapScreenStore
  readonly bindings: readonly Binding[]
  readonly isMac: boolean
}) {
  const { t } = useTranslation()
  const pending = useStore(screen, (s) => s.pending)
  const refusal = useStore(screen, (s) => s.refusal)
  const spoken = useStore(screen, (s) => s.spoken)
  const begun = `${pending.join(' ')} `
  const next =
    pending.length === 0 ? [] : bindings.filter((b) => b.chords.some((c) => c.startsWith(begun)))
  return (
    <>
      {refusal !== null && (
        <div className="map-hint is-refusal" data-testid="map-refusal">
          {t(`map.refusal.${refusal}`)}
        </div>
      )}
      {next.length > 0 && (
        <div className="map-hint" data-testid="map-pending">
          <kbd>{showChord(pending.join(' '), isMac, t('map.keys.andThen'))}</kbd>
          {next.map(({ id, chords }) => (
            <span key={id}>
              <kbd>{chords.find((c) => c.startsWith(begun))?.slice(begun.length)}</kbd>{' '}
              {t(`map.command.${id}`)}
            </span>
          ))}
        </div>
      )}
      <div className="map-spoken" role="status" aria-live="polite" data-testid="map-spoken">
        {refusal === null ? spoken : t(`map.refusal.${refusal}`)}
      </div>
    </>
  )
}
