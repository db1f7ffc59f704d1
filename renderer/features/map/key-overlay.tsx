import { useTranslation } from 'react-i18next'
import { keyGroups, safeGroups, type Binding } from './keys'
import { showChord } from './keys-match'

/** Every key of the map on one sheet, as the user has set them. */
export function KeyOverlay({
  bindings,
  isMac,
  isSafe,
  onClose,
}: {
  readonly bindings: readonly Binding[]
  readonly isMac: boolean
  /** In front of the customer nothing is listed that says we judge people. */
  readonly isSafe: boolean
  onClose(): void
}) {
  const { t } = useTranslation()
  return (
    <div
      className="map-keys"
      data-map-control
      data-testid="map-keys"
      role="dialog"
      aria-label={t('map.keys.title')}
    >
      <header>
        <h2>{t('map.keys.title')}</h2>
        <p>{t('map.keys.hint')}</p>
        <button type="button" className="map-bar__button" onClick={onClose}>
          {t('map.keys.close')} <kbd>Esc</kbd>
        </button>
      </header>
      <div className="map-keys__groups">
        {keyGroups
          .filter((group) => !isSafe || safeGroups.has(group))
          .map((group) => (
            <section key={group}>
              <h3>{t(`map.group.${group}`)}</h3>
              <dl>
                {bindings
                  .filter((binding) => binding.group === group && binding.chords.length > 0)
                  .map(({ id, chords }) => (
                    <div key={id}>
                      <dt>{t(`map.command.${id}`)}</dt>
                      <dd>
                        {chords.map((chord) => (
                          <kbd key={chord}>{showChord(chord, isMac, t('map.keys.andThen'))}</kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </div>
  )
}
