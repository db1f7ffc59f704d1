import { useTranslation } from 'react-i18next'
import type { RouteParams } from '../../app/feature'
import { goTo } from '../../data/place'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { AgendaRail } from './agenda-rail'
import { LogStrip } from './log-strip'
import { MapDiffLine } from './map-diff-line'
import { MeetingHeader } from './meeting-header'
import { NotesEditor } from './notes-editor'
import { PresentColumn } from './present-column'
import { useMeeting } from './use-meeting'
import './meetings.css'

/** The log: agenda at the left, notes in the middle, people at the right, results below. */
export function MeetingScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const model = useMeeting(params.meetingId!)
  if (model === undefined) return <ScreenSkeleton />
  if (model === null)
    return (
      <EmptyState
        title={t('meetings.gone.title')}
        actions={<Button onClick={() => goTo('meetings')}>{t('meetings.gone.back')}</Button>}
      >
        {t('meetings.gone.text')}
      </EmptyState>
    )
  return (
    <div className="meeting-screen" data-testid="meeting-screen">
      <div>
        <MeetingHeader model={model} />
        <MapDiffLine meetingId={model.meeting.id} />
      </div>
      <div className={model.timed.length > 0 ? 'meeting-columns' : 'meeting-columns no-agenda'}>
        {model.timed.length > 0 && <AgendaRail model={model} />}
        <NotesEditor key={model.meeting.id} model={model} />
        <PresentColumn model={model} />
      </div>
      <LogStrip model={model} />
    </div>
  )
}
