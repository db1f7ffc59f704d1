import { useTranslation } from 'react-i18next'
import type { Today } from '../../../db/views/today'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { daysFromNow, formatDay, formatRelativeDays } from '../../ui/format'
import { useNowMs } from '../../ui/use-now'

/** Open actions, the most urgent first; a tick is done with undo. */
export function ActionList({ actions }: { readonly actions: Today['actions'] }) {
  const { t } = useTranslation()
  if (actions.length === 0) return <p className="today-none">{t('today.actions.none')}</p>
  async function finish(action: Today['actions'][number]): Promise<void> {
    const answer = await run(store.actionItem.set({ id: action.id, fields: { status: 'done' } }))
    if (answer !== undefined) toastDone(t('today.actions.done', { title: action.title }))
  }
  return (
    <ul className="action-list">
      {actions.map((action) => (
        <li key={action.id} data-testid="today-action">
          <input
            type="checkbox"
            aria-label={t('today.actions.markDone', { title: action.title })}
            checked={false}
            onChange={() => void finish(action)}
          />
          <a href={`#/accounts/${action.accountId}/timeline`}>
            <span className="action-title">{action.title}</span>
            <span className="action-account">{action.accountName}</span>
          </a>
          <DueMark dueDate={action.dueDate} />
        </li>
      ))}
    </ul>
  )
}

function DueMark({ dueDate }: { readonly dueDate: string | null }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  if (!dueDate) return <span className="due">{t('today.actions.noDate')}</span>
  const days = daysFromNow(dueDate, nowMs)
  const kind = days < 0 ? 'overdue' : days === 0 ? 'now' : 'later'
  const words =
    Math.abs(days) < 14
      ? formatRelativeDays(days, i18n.language)
      : formatDay(dueDate, i18n.language)
  return (
    <span className={`due ${kind}`} title={formatDay(dueDate, i18n.language)}>
      {kind === 'overdue' ? t('today.actions.overdue', { when: words }) : words}
    </span>
  )
}
