import { useTranslation } from 'react-i18next'
import { writeClock } from './clock-time'
import type { MeetingModel } from './use-meeting'
import { useNow } from './use-now'

/** The agenda with the item that the clock is at; what it should bring stands under it. */
export function AgendaRail({ model }: { readonly model: MeetingModel }) {
  const { t } = useTranslation()
  const { timed, meeting } = model
  const nowMs = useNow(15_000)
  const isRunning = meeting.status === 'running'
  const timeZone = meeting.timeZone
  const currentId = isRunning
    ? timed.find(({ startAtMs, endAtMs }) => startAtMs <= nowMs && nowMs < endAtMs)?.id
    : undefined
  return (
    <nav className="agenda-rail" aria-label={t('meetings.agenda')} data-testid="agenda-rail">
      <ol>
        {timed.map(({ id, item, startAtMs, endAtMs }) => (
          <li
            key={id}
            className={
              id === currentId ? 'is-current' : isRunning && endAtMs <= nowMs ? 'is-over' : ''
            }
            aria-current={id === currentId ? 'step' : undefined}
          >
            <span className="tabular muted">{writeClock(startAtMs, timeZone)}</span>
            <span>
              {item.title}
              {item.objective && <span className="agenda-rail-objective">{item.objective}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
