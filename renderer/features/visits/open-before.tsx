import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { formatDay } from '../../ui/format'
import type { VisitModel } from './visit-model'

/** What was promised before and is still open: it stands on every next visit until closed (methods 1.5). */
export function OpenBefore({ model }: { readonly model: VisitModel }) {
  const { t, i18n } = useTranslation()
  const actions = useLive(store.actionItem.byAccount, { accountId: model.visit.accountId })
  const open = (actions ?? []).filter(({ status }) => status === 'open')
  if (open.length === 0) return null
  return (
    <details className="open-before" data-testid="open-before">
      <summary>{t('visits.openBefore', { count: open.length })}</summary>
      <ul>
        {open.map((action) => (
          <li key={action.id}>
            <label>
              <input
                type="checkbox"
                onChange={() =>
                  void run(store.actionItem.set({ id: action.id, fields: { status: 'done' } }))
                }
              />
              {action.title}
            </label>
            <span className="muted">
              {[action.ownerName, action.dueDate && formatDay(action.dueDate, i18n.language)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
