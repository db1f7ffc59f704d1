import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeatLevel } from '../../../db/terms'
import { Button } from '../../ui/button'
import type { CoverageMode } from './modes'
import { cellKey, type Grid, type GridCell, type GridFilter } from './grid'
import { PersonChip } from './person-chip'
import { tintOf } from './tint'

const chipsMax = 6

interface GridProps {
  readonly whole: Grid
  /** What the filter leaves of it. */
  readonly shown: Grid
  readonly filter: GridFilter
  readonly mode: CoverageMode
  readonly nowMs: number
  readonly accountId: string
  onAdd(cell: GridCell): void
}

/** Levels down, departments across. A gap says what is missing and takes it in. */
export function CoverageGrid(props: GridProps) {
  const { t } = useTranslation()
  const { whole, shown, filter } = props
  const isFiltered = filter.text.trim() !== '' || filter.show !== 'all'
  const departments = isFiltered && filter.show !== 'gaps' ? shown.departments : whole.departments
  const levels = whole.levels
  if (departments.length === 0)
    return <p className="coverage__none">{t('whitespace.nothingFits')}</p>
  return (
    <div className="coverage__scroll" tabIndex={0} role="region" aria-label={t('whitespace.tab')}>
      <table className="coverage__grid" data-testid="coverage-grid">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('whitespace.level')}</span>
            </th>
            {departments.map((department) => (
              <th key={department} scope="col" title={department} dir="auto">
                {department || t('whitespace.noDepartment')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">{levelWords(t, level)}</th>
              {departments.map((department) => (
                <Cell key={department} {...props} level={level} department={department} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell(props: GridProps & { readonly level: SeatLevel; readonly department: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { whole, shown, filter, mode, nowMs, accountId, level, department, onAdd } = props
  const key = cellKey(level, department)
  const cell = whole.cells.get(key)
  const places = shown.cells.get(key)?.places ?? []
  if (!cell) return <td />
  const isPlain = filter.text.trim() === '' && (filter.show === 'all' || filter.show === 'gaps')
  const first = isOpen ? places : places.slice(0, chipsMax)
  const tint = tintOf(cell, mode, nowMs)
  return (
    <td className={cell.isGap ? 'is-gap' : ''} data-tint={tint ?? undefined} data-cell={key}>
      <div className="coverage__chips">
        {first.map((place) => (
          <PersonChip
            key={place.seatId ?? place.personId}
            place={place}
            mode={mode}
            nowMs={nowMs}
            accountId={accountId}
          />
        ))}
        {places.length > chipsMax && (
          <button type="button" className="coverage__more" onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('whitespace.fewer') : t('whitespace.more', { n: places.length - chipsMax })}
          </button>
        )}
        {cell.isGap && isPlain && (
          <div className="coverage__gap">
            <span>{t('whitespace.gap')}</span>
            <Button
              look="quiet"
              data-testid="coverage-add"
              aria-label={t('whitespace.addTo', { level: levelWords(t, level), department })}
              onClick={() => onAdd(cell)}
            >
              {t('whitespace.add')}
            </Button>
          </div>
        )}
      </div>
    </td>
  )
}

function levelWords(t: (key: string) => string, level: SeatLevel): string {
  return level === 'unknown' ? t('whitespace.noLevel') : t(`term.seatLevel.${level}`)
}
