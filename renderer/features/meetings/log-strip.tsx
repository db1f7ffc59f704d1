import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { formatDay } from '../../ui/format'
import type { MeetingModel } from './use-meeting'

/** What the meeting brought, collected as it is typed: actions, decisions, the rest; the next step. */
export function LogStrip({ model }: { readonly model: MeetingModel }) {
  const { t, i18n } = useTranslation()
  const { meeting, actions, marks, sightings, members, people } = model
  const nameOf = (action: (typeof actions)[number]) =>
    (action.ownerMemberId !== null && action.ownerMemberId === model.self?.id
      ? t('meetings.you')
      : undefined) ??
    members.find(({ id }) => id === action.ownerMemberId)?.name ??
    people.find(({ id }) => id === action.personId)?.name ??
    action.ownerName
  const isEmpty = actions.length + marks.length + sightings.length === 0
  function removed(call: Promise<unknown>, words: string): void {
    void run(call.then(() => true)).then((isDone) => {
      if (isDone) toastDone(t('meetings.strip.removed', { words }))
    })
  }
  return (
    <footer className="log-strip" data-testid="log-strip">
      <div className="log-strip-next">
        <DraftField
          label={t('meetings.strip.nextStep')}
          draftKey={`meeting:${meeting.id}:next`}
          saved={meeting.nextStep}
          maxLength={400}
          testId="next-step"
          save={(nextStep) => store.meeting.set({ id: meeting.id, fields: { nextStep } })}
        />
      </div>
      {isEmpty ? (
        <p className="muted log-strip-empty">{t('meetings.strip.empty')}</p>
      ) : (
        <ul>
          {actions.map((action) => (
            <li
              key={action.id}
              data-testid="strip-action"
              className={action.status === 'done' ? 'is-done' : ''}
            >
              <input
                type="checkbox"
                checked={action.status === 'done'}
                aria-label={t('meetings.strip.done', { title: action.title })}
                onChange={(event) => {
                  const status = event.target.checked ? ('done' as const) : ('open' as const)
                  void run(store.actionItem.set({ id: action.id, fields: { status } }))
                }}
              />
              <span className="log-strip-words" title={action.title}>
                {action.title}
              </span>
              <span className="muted">
                {[nameOf(action), action.dueDate && formatDay(action.dueDate, i18n.language)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
              {action.isPrivate === 1 && (
                <span className="chip warn">{t('meetings.strip.private')}</span>
              )}
              <Button
                look="quiet"
                icon={<IconX size={14} />}
                title={t('ui.remove')}
                onClick={() => removed(store.actionItem.remove({ id: action.id }), action.title)}
              />
            </li>
          ))}
          {marks.map((mark) => (
            <li key={mark.id} data-testid={`strip-${mark.kind}`}>
              <span className={mark.isPrivate === 1 ? 'chip warn' : 'chip'}>
                {t(`term.noteKind.${mark.kind}`)}
              </span>
              <span className="log-strip-words" title={mark.body}>
                {mark.body}
              </span>
              <Button
                look="quiet"
                icon={<IconX size={14} />}
                title={t('ui.remove')}
                onClick={() => removed(store.note.remove({ id: mark.id }), mark.body)}
              />
            </li>
          ))}
          {sightings.map((sighting) => (
            <li key={sighting.id} data-testid="strip-sighting">
              <span className="chip danger">{t('meetings.strip.sighting')}</span>
              <span className="log-strip-words">
                {[sighting.competitorName, sighting.pitch].filter(Boolean).join(': ')}
              </span>
              <Button
                look="quiet"
                icon={<IconX size={14} />}
                title={t('ui.remove')}
                onClick={() =>
                  removed(
                    store.competitorSighting.remove({ id: sighting.id }),
                    sighting.competitorName,
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
    </footer>
  )
}
