import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteParams } from '../../app/feature'
import { goTo } from '../../data/place'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { AnswerDrop } from './answer-drop'
import { AgendaColumn } from './agenda-column'
import { CustomerPreview } from './customer-preview'
import { PeopleColumn } from './people-column'
import { useVisit } from './use-visit'
import { VisitHeader } from './visit-header'
import { VisitWarnings } from './visit-warnings'
import './visits.css'
import './visit-screen.css'

/** A visit on one screen: who comes, what happens when, and what the customer will see. */
export function VisitScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const model = useVisit(params.visitId!)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  if (model === undefined) return <ScreenSkeleton />
  if (model === null)
    return (
      <EmptyState
        title={t('visits.gone.title')}
        actions={<Button onClick={() => goTo('visits')}>{t('visits.gone.back')}</Button>}
      >
        {t('visits.gone.text')}
      </EmptyState>
    )
  return (
    <AnswerDrop model={model}>
      <div className="visit-screen" data-testid="visit-screen">
        <VisitHeader model={model} />
        <VisitWarnings model={model} onPick={setSelectedId} />
        <div className="visit-columns">
          <PeopleColumn model={model} />
          <AgendaColumn model={model} selectedId={selectedId} onSelect={setSelectedId} />
          <CustomerPreview model={model} />
        </div>
      </div>
    </AnswerDrop>
  )
}
