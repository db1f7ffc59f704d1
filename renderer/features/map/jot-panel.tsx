import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../data/draft'
import type { Jot } from './map-store'

/**
 * One field for a note, an action, a competitor sighting or a need of the selected people. Enter
 * saves, Esc closes and keeps the text for next time.
 */
export function JotPanel(props: {
  readonly jot: Jot
  readonly name: string
  /** Where unfinished text is kept. */
  readonly draftKey: string
  save(text: string): Promise<unknown>
  onClose(): void
}) {
  const { jot, name, draftKey, save, onClose } = props
  const { t } = useTranslation()
  const draft = useDraft(draftKey, '')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const finish = async () => {
    if (draft.text.trim() !== '') await draft.commit(() => save(draft.text.trim()))
    onClose()
  }
  return (
    <div
      className="map-panel map-picker"
      data-map-control
      data-testid={`map-jot-${jot}`}
      role="dialog"
      aria-label={t(`map.jot.${jot}`, { name })}
    >
      <label className="map-picker__label" htmlFor="map-jot-field">
        {t(`map.jot.${jot}`, { name })}
      </label>
      <textarea
        ref={field}
        id="map-jot-field"
        className="map-picker__field map-jot__field"
        rows={3}
        value={draft.text}
        placeholder={t(`map.jot.${jot}Hint`)}
        onChange={(event) => draft.setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') onClose()
          else if (event.key === 'Enter' && !event.shiftKey) void finish()
          else return
          event.preventDefault()
        }}
      />
      <p className="map-picker__none">{t('map.jot.keys')}</p>
    </div>
  )
}
