import { IconMailForward, IconPlayerStopFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modalities } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { writeMoment } from './clock-time'
import { FollowUpDialog } from './follow-up-dialog'
import type { MeetingModel } from './use-meeting'
import { useNow } from './use-now'

/** Title, how it takes place, the clock, and the end. */
export function MeetingHeader({ model }: { readonly model: MeetingModel }) {
  const { t, i18n } = useTranslation()
  const { meeting, accountName } = model
  const [isWriting, setWriting] = useState(false)
  const isRunning = meeting.status === 'running'
  const { startedAtMs, timeZone } = meeting
  const when = writeMoment(startedAtMs, timeZone, i18n.language)

  async function end(): Promise<void> {
    await run(store.meetingLog.end({ meetingId: meeting.id }))
    toastDone(t('meetings.ended'))
  }

  return (
    <header className="meeting-header">
      <div className="meeting-header-words">
        <p className="meeting-header-path">
          <a href={`#/accounts/${meeting.accountId}/map`}>{accountName}</a>
          {model.visit && <a href={`#/visits/${model.visit.id}`}>{t('meetings.toVisit')}</a>}
          <span className="muted tabular">{[when, meeting.place].filter(Boolean).join(' · ')}</span>
        </p>
        <DraftField
          label={t('meetings.field.title')}
          isLabelHidden
          look="title"
          draftKey={`meeting:${meeting.id}:title`}
          saved={meeting.title}
          maxLength={400}
          testId="meeting-title"
          check={(text) => (text.trim() === '' ? t('meetings.problem.title') : null)}
          save={(title) => store.meeting.set({ id: meeting.id, fields: { title: title.trim() } })}
        />
      </div>
      <select
        className="input meeting-modality"
        value={meeting.modality}
        aria-label={t('meetings.field.modality')}
        onChange={(event) => {
          const fields = { modality: event.target.value as typeof meeting.modality }
          void run(store.meeting.set({ id: meeting.id, fields }))
        }}
      >
        {modalities.map((each) => (
          <option key={each} value={each}>
            {t(`term.modality.${each}`)}
          </option>
        ))}
      </select>
      {isRunning && <Clock startedAtMs={meeting.startedAtMs} />}
      <Button
        icon={<IconMailForward size={16} />}
        data-testid="follow-up"
        onClick={() => setWriting(true)}
      >
        {t('meetings.followUp.button')}
      </Button>
      {isRunning && (
        <Button
          look="primary"
          icon={<IconPlayerStopFilled size={16} />}
          data-testid="end-meeting"
          onClick={() => void end()}
        >
          {t('meetings.end')}
        </Button>
      )}
      {isWriting && <FollowUpDialog model={model} onClose={() => setWriting(false)} />}
    </header>
  )
}

function Clock({ startedAtMs }: { readonly startedAtMs: number }) {
  const { t } = useTranslation()
  const nowMs = useNow(10_000)
  const minutes = Math.max(0, Math.floor((nowMs - startedAtMs) / 60_000))
  const words = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return (
    <span className="meeting-clock tabular" title={t('meetings.clock')} data-testid="meeting-clock">
      {words}
    </span>
  )
}
