import {
  IconBriefcase2,
  IconCalendarDown,
  IconCalendarOff,
  IconMicrophone2,
  IconSend2,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocal } from '../../../db/visit/wall-time'
import { toastDone } from '../../data/history'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { OpenAnswersButton } from './answer-drop'
import { ScheduleDialog } from './schedule-dialog'
import { writeDay, writeTime } from './times'
import type { VisitModel } from './visit-model'

/** Title, time and place of the visit, and what can be done with it. */
export function VisitHeader({ model }: { readonly model: VisitModel }) {
  const { t, i18n } = useTranslation()
  const { visit, account, site } = model
  const [isScheduling, setScheduling] = useState(false)
  const { startAtMs, endAtMs, timeZone } = visit

  async function startMeeting(): Promise<void> {
    const meetingId = await run(store.meetingLog.startFromVisit({ visitId: visit.id }))
    if (meetingId) goTo(`meetings/${meetingId}`)
  }

  async function queue(): Promise<void> {
    const count = await run(store.invitations.queue({ visitId: visit.id }))
    if (count !== undefined) toastDone(t('visits.outbox.queued', { count }))
  }

  async function cancel(): Promise<void> {
    const count = await run(store.invitations.cancel({ visitId: visit.id }))
    if (count !== undefined) toastDone(t('visits.outbox.cancelled', { count }))
  }

  async function saveOwnCalendar(): Promise<void> {
    const { buildPublish } = await import('../../../db/formats/itip/calendar')
    const language = i18n.language as 'en'
    try {
      const text = buildPublish(model.invitation, language, Date.now())
      await window.shell.saveFile(`${visit.title}.ics`, new TextEncoder().encode(text))
    } catch (error) {
      await run(Promise.reject(error))
    }
  }

  return (
    <header className="visit-header">
      <div className="visit-header-words">
        <p className="visit-header-path">
          <a href={`#/accounts/${account.id}/map`}>{account.name}</a>
          <span className="muted">{t(`term.visitType.${visit.type}`)}</span>
          <span className={visit.status === 'cancelled' ? 'chip danger' : 'chip'}>
            {t(`term.visitStatus.${visit.status}`)}
          </span>
        </p>
        <DraftField
          label={t('visits.field.title')}
          isLabelHidden
          look="title"
          draftKey={`visit:${visit.id}:title`}
          saved={visit.title}
          maxLength={400}
          testId="visit-title-field"
          check={(text) => (text.trim() === '' ? t('visits.problem.title') : null)}
          save={(title) => store.visit.set({ id: visit.id, fields: { title: title.trim() } })}
        />
        <button
          type="button"
          className="visit-when tabular"
          data-testid="visit-when"
          title={t('visits.header.changeTime')}
          onClick={() => setScheduling(true)}
        >
          {writeDay(startAtMs, timeZone, i18n.language)}, {writeTime(startAtMs, timeZone)}–
          {writeTime(endAtMs, timeZone)}
          <span className="muted">
            {[timeZone, site?.name, site?.city, visit.room].filter(Boolean).join(' · ')}
          </span>
        </button>
      </div>
      <div className="visit-header-actions">
        {visit.status === 'draft' && (
          <Button
            look="quiet"
            icon={<IconTrash size={16} />}
            title={t('visits.header.remove')}
            data-testid="visit-remove"
            onClick={() => {
              void run(store.visit.remove({ id: visit.id })).then(() => goTo('visits'))
            }}
          />
        )}
        <Button
          icon={<IconCalendarDown size={16} />}
          title={t('visits.header.ownCalendarHint')}
          data-testid="own-calendar"
          onClick={() => void saveOwnCalendar()}
        >
          {t('visits.header.ownCalendar')}
        </Button>
        <Button
          icon={<IconBriefcase2 size={16} />}
          data-testid="open-brief"
          onClick={() => goTo(`visits/${visit.id}/brief`)}
        >
          {t('visits.brief.title')}
        </Button>
        {visit.status === 'invited' && (
          <>
            <Button
              look="quiet"
              icon={<IconCalendarOff size={16} />}
              title={t('visits.header.cancel')}
              data-testid="visit-cancel"
              onClick={() => void cancel()}
            />
            <OpenAnswersButton />
          </>
        )}
        <Button
          icon={<IconMicrophone2 size={16} />}
          data-testid="start-meeting"
          onClick={() => void startMeeting()}
        >
          {t('visits.header.startMeeting')}
        </Button>
        {(visit.status === 'draft' || visit.status === 'invited') && (
          <Button
            look="primary"
            icon={<IconSend2 size={16} />}
            disabled={model.problems.length > 0}
            title={model.problems.length > 0 ? t('visits.outbox.blocked') : undefined}
            data-testid="queue-invitations"
            onClick={() => void queue()}
          >
            {visit.status === 'draft'
              ? t('visits.outbox.queue', { count: model.invitation.invitees.length })
              : t('visits.outbox.queueNews')}
          </Button>
        )}
      </div>
      {isScheduling && (
        <ScheduleDialog
          visit={visit}
          sites={model.sites}
          startLocal={toLocal(startAtMs, timeZone)}
          endLocal={toLocal(endAtMs, timeZone)}
          onClose={() => setScheduling(false)}
        />
      )}
    </header>
  )
}
