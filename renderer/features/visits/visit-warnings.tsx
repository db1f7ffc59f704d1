import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { VisitWarning } from '../../../db/visit/warnings'
import { writeMinutes, writeTime } from './times'
import type { VisitModel } from './visit-model'

/** What will go wrong on site, in words, one line each; a line leads to its agenda item. */
export function VisitWarnings({
  model,
  onPick,
}: {
  readonly model: VisitModel
  onPick(itemId: string): void
}) {
  const { t } = useTranslation()
  const { warnings } = model
  if (warnings.length === 0) return null
  const shown = warnings.slice(0, 4)
  return (
    <ul
      className="visit-warnings"
      data-testid="visit-warnings"
      aria-label={t('visits.warning.title')}
    >
      {shown.map((warning, index) => (
        <li key={index} data-testid={`warning-${warning.kind}`}>
          <IconAlertTriangle size={14} />
          {'itemId' in warning ? (
            <button type="button" onClick={() => onPick(warning.itemId)}>
              <WarningWords warning={warning} model={model} />
            </button>
          ) : (
            <span>
              <WarningWords warning={warning} model={model} />
            </span>
          )}
        </li>
      ))}
      {warnings.length > shown.length && (
        <li className="muted">
          {t('visits.warning.more', { count: warnings.length - shown.length })}
        </li>
      )}
    </ul>
  )
}

function WarningWords({
  warning,
  model,
}: {
  readonly warning: VisitWarning
  readonly model: VisitModel
}) {
  const { t, i18n } = useTranslation()
  const { timeZone } = model.visit
  const nameOf = (personId: string) =>
    model.people.find(({ person }) => person.id === personId)?.person.name ?? '?'
  const itemOf = (itemId: string) => model.timed.find(({ id }) => id === itemId)?.item.title ?? '?'
  const dayOf = (date: string) =>
    new Date(`${date}T12:00:00`).toLocaleDateString(i18n.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    })
  switch (warning.kind) {
    case 'two_places': {
      const { personId, otherTitle, startAtMs } = warning
      const values = {
        name: nameOf(personId),
        title: otherTitle,
        time: writeTime(startAtMs, timeZone),
      }
      return t('visits.warning.two_places', values)
    }
    case 'needed_not_invited':
    case 'needed_declined':
      return t(`visits.warning.${warning.kind}`, {
        name: nameOf(warning.personId),
        item: itemOf(warning.itemId),
      })
    case 'overlap':
      return t('visits.warning.overlap', {
        item: itemOf(warning.itemId),
        other: itemOf(warning.otherItemId),
      })
    case 'past_end':
      return t('visits.warning.past_end', {
        item: itemOf(warning.itemId),
        minutes: writeMinutes(warning.minutes),
      })
    case 'gap':
      return t('visits.warning.gap', {
        time: writeTime(warning.startAtMs, timeZone),
        minutes: writeMinutes(warning.minutes),
      })
    case 'travel':
      return t('visits.warning.travel', {
        title: warning.otherTitle,
        minutes: writeMinutes(Math.max(0, warning.minutes)),
        needed: writeMinutes(warning.neededMinutes),
      })
    case 'weekend':
      return t('visits.warning.weekend', { day: dayOf(warning.date) })
    case 'holiday':
      return t('visits.warning.holiday', { day: dayOf(warning.date), name: warning.name })
  }
}
