import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../../db/entities/meeting'
import { Button } from '../../ui/button'
import { writeMoment } from './clock-time'

/** As many lines as one reads; the rest on demand. */
const pageSize = 100

/** Logs as lines, the newest first. */
export function MeetingList({
  meetings,
  accountNames,
}: {
  readonly meetings: readonly Meeting[]
  readonly accountNames: ReadonlyMap<string, string> | null
}) {
  const { t, i18n } = useTranslation()
  const [shownCount, setShownCount] = useState(pageSize)
  const inOrder = useMemo(
    () => [...meetings].sort((a, b) => b.startedAtMs - a.startedAtMs),
    [meetings],
  )
  return (
    <>
      {inOrder.slice(0, shownCount).map((meeting) => (
        <a
          key={meeting.id}
          className="meeting-line"
          href={`#/meetings/${meeting.id}`}
          data-testid="meeting-line"
        >
          <span className="tabular muted">
            {writeMoment(meeting.startedAtMs, meeting.timeZone, i18n.language)}
          </span>
          <span className="meeting-line-title">
            {accountNames && <strong>{accountNames.get(meeting.accountId)}</strong>}
            <span>{meeting.title}</span>
          </span>
          <span className="muted">{t(`term.modality.${meeting.modality}`)}</span>
          {meeting.status === 'running' ? (
            <span className="chip accent">{t('term.meetingStatus.running')}</span>
          ) : (
            <span />
          )}
        </a>
      ))}
      {inOrder.length > shownCount && (
        <Button look="quiet" onClick={() => setShownCount(shownCount + pageSize)}>
          {t('meetings.more', { count: inOrder.length - shownCount })}
        </Button>
      )}
    </>
  )
}
