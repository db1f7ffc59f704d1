import { useTranslation } from 'react-i18next'
import type { MomentWords } from './moment-words'
import type { Moment } from './moments'

/** A scale of all moments, the oldest at the left; arrows and the hand go through it. */
export function Scrubber(props: {
  readonly moments: readonly Moment[]
  readonly chosen: number
  readonly words: MomentWords
  onChoose(at: number): void
}) {
  const { t } = useTranslation()
  const { moments, chosen, words, onChoose } = props
  const last = moments.length - 1
  return (
    <div className="scrubber">
      <span className="scrubber__end">{words.day(moments[0]!)}</span>
      <div className="scrubber__scale">
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={chosen}
          data-testid="history-scrubber"
          aria-label={t('mapHistory.scale')}
          aria-valuetext={words.title(moments[chosen]!)}
          onChange={(event) => onChoose(Number(event.target.value))}
        />
        {moments.length <= 60 && (
          <div className="scrubber__ticks" aria-hidden="true">
            {moments.map((moment, at) => (
              <i key={moment.id ?? 'now'} className={at === chosen ? 'is-chosen' : ''} />
            ))}
          </div>
        )}
      </div>
      <span className="scrubber__end">{t('mapHistory.now')}</span>
    </div>
  )
}
