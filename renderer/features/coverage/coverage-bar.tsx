import { useTranslation } from 'react-i18next'
import { coverageModes, type CoverageMode } from './modes'
import { gridShows, type Grid, type GridFilter } from './grid'

/** Filter, what is shown, what the marks mean, and the one number: cells with somebody known. */
export function CoverageBar({
  grid,
  mode,
  filter,
  onMode,
  onFilter,
}: {
  readonly grid: Grid
  readonly mode: CoverageMode
  readonly filter: GridFilter
  onMode(mode: CoverageMode): void
  onFilter(filter: GridFilter): void
}) {
  const { t } = useTranslation()
  return (
    <div className="coverage__bar">
      <input
        type="search"
        className="input"
        data-testid="coverage-filter"
        placeholder={t('whitespace.filter')}
        aria-label={t('whitespace.filter')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      <div className="coverage__switch" role="group" aria-label={t('whitespace.showLabel')}>
        {gridShows.map((show) => (
          <button
            key={show}
            type="button"
            aria-pressed={filter.show === show}
            data-testid={`coverage-show-${show}`}
            onClick={() => onFilter({ ...filter, show })}
          >
            {t(`whitespace.show.${show}`)}
          </button>
        ))}
      </div>
      <span className="coverage__count tabular" data-testid="coverage-count">
        {t('whitespace.count', { known: grid.known, all: grid.all })}
      </span>
      <div className="coverage__switch" role="group" aria-label={t('whitespace.modeLabel')}>
        {coverageModes.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={mode === each}
            data-testid={`coverage-mode-${each}`}
            onClick={() => onMode(each)}
          >
            {t(`whitespace.mode.${each}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
