import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { useNowMs } from '../../ui/use-now'
import { AddDialog } from './add-dialog'
import { CoverageBar } from './coverage-bar'
import { CoverageGrid } from './coverage-grid'
import { filterPlaces, makeGrid, type GridCell, type GridFilter } from './grid'
import type { CoverageMode } from './modes'
import { MissingRoles } from './missing-roles'
import { Reconfirm } from './reconfirm'
import { TopFive } from './top-five'
import './coverage.css'

/** The account tab: whitespace as levels by departments, and beside it what to do about it. */
export function CoverageTab({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const nowMs = useNowMs()
  const found = useLive(store.view.coverage, { accountId })
  const [mode, setMode] = useState<CoverageMode>('contact')
  const [filter, setFilter] = useState<GridFilter>({ text: '', show: 'all' })
  const [adding, setAdding] = useState<GridCell | null>(null)
  const whole = useMemo(() => (found ? makeGrid(found.places) : null), [found])
  const shown = useMemo(
    () => (found ? makeGrid(filterPlaces(found.places, filter, nowMs)) : null),
    [found, filter, nowMs],
  )
  if (!found || !whole || !shown) return <ScreenSkeleton />
  if (found.places.length === 0)
    return (
      <EmptyState
        title={t('whitespace.empty')}
        testId="coverage-empty"
        actions={
          <Button look="primary" onClick={() => goTo(`accounts/${accountId}/map`)}>
            {t('whitespace.toMap')}
          </Button>
        }
      >
        {t('whitespace.emptyText')}
      </EmptyState>
    )
  return (
    <div className="coverage" data-testid="coverage">
      <div className="coverage__main">
        <CoverageBar
          grid={whole}
          mode={mode}
          filter={filter}
          onMode={setMode}
          onFilter={setFilter}
        />
        <CoverageGrid
          whole={whole}
          shown={shown}
          filter={filter}
          mode={mode}
          nowMs={nowMs}
          accountId={accountId}
          onAdd={setAdding}
        />
      </div>
      <aside className="coverage__side">
        <TopFive accountId={accountId} places={found.places} nowMs={nowMs} />
        <MissingRoles gaps={found.gaps} />
        <Reconfirm accountId={accountId} nowMs={nowMs} />
      </aside>
      {adding && (
        <AddDialog
          accountId={accountId}
          cell={adding}
          places={found.places}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}
