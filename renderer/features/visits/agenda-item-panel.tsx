import { IconTrash, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { stretchTo } from '../../../db/visit/agenda'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'
import type { TimedItem, VisitModel } from './visit-model'

/** Everything about one agenda item; objective and preparation never leave the laptop. */
export function AgendaItemPanel({
  model,
  part: { id, item },
  onClose,
}: {
  readonly model: VisitModel
  readonly part: TimedItem
  onClose(): void
}) {
  const { t } = useTranslation()
  const needed = new Set(model.neededByItem.get(id))
  const set = (fields: Parameters<typeof store.agendaItem.set>[0]['fields']) =>
    store.agendaItem.set({ id, fields })
  return (
    <div className="agenda-panel" data-testid="agenda-panel" aria-label={t('visits.agenda.edit')}>
      <div className="agenda-panel-head">
        <DraftField
          label={t('visits.field.title')}
          isLabelHidden
          look="title"
          draftKey={`agenda:${id}:title`}
          saved={item.title}
          maxLength={400}
          testId="agenda-item-title"
          save={(title) => set({ title })}
        />
        <Button
          look="quiet"
          icon={<IconTrash size={16} />}
          title={t('visits.agenda.remove')}
          onClick={() => {
            void run(store.agendaItem.remove({ id })).then(() =>
              toastDone(t('visits.agenda.removed', { title: item.title })),
            )
          }}
        />
        <Button look="quiet" icon={<IconX size={16} />} title={t('ui.close')} onClick={onClose} />
      </div>
      <div className="agenda-panel-grid">
        <DraftField
          label={t('visits.agenda.minutes')}
          draftKey={`agenda:${id}:minutes`}
          saved={String(item.durationMinutes)}
          testId="agenda-item-minutes"
          check={(text) => (/^\d{1,4}$/.test(text.trim()) ? null : t('visits.problem.minutes'))}
          save={(text) => set({ durationMinutes: Math.min(1440, Number(text) || stretchTo(0)) })}
        />
        <SelectField
          label={t('visits.agenda.owner')}
          value={item.ownerMemberId ?? ''}
          options={[
            ['', t('ui.none')],
            ...model.members.map((member) => [member.id, member.name] as const),
          ]}
          onPick={(ownerMemberId) => void run(set({ ownerMemberId: ownerMemberId || null }))}
        />
        <SelectField
          label={t('visits.agenda.whose')}
          value={item.isCustomerValue === 1 ? 'theirs' : 'ours'}
          options={[
            ['theirs', t('visits.agenda.theirs')],
            ['ours', t('visits.agenda.ours')],
          ]}
          onPick={(whose) => void run(set({ isCustomerValue: whose === 'theirs' ? 1 : 0 }))}
        />
        <DraftField
          label={t('visits.field.room')}
          draftKey={`agenda:${id}:room`}
          saved={item.room}
          maxLength={400}
          save={(room) => set({ room })}
        />
      </div>
      <DraftField
        label={t('visits.agenda.objective')}
        hint={t('visits.agenda.private')}
        draftKey={`agenda:${id}:objective`}
        saved={item.objective}
        maxLength={400}
        testId="agenda-item-objective"
        save={(objective) => set({ objective })}
      />
      <fieldset className="needed">
        <legend>{t('visits.agenda.whoIsNeeded')}</legend>
        {model.people
          .filter(({ state }) => state === 'in' || state === 'out')
          .map(({ person, state }) => (
            <label key={person.id} className={needed.has(person.id) ? 'chip accent' : 'chip'}>
              <input
                type="checkbox"
                className="visually-hidden"
                checked={needed.has(person.id)}
                onChange={(event) => {
                  const isNeeded = event.target.checked ? (1 as const) : (0 as const)
                  void run(
                    store.agendaNeed.set({ agendaItemId: id, personId: person.id, isNeeded }),
                  )
                }}
              />
              {person.name}
              {state === 'out' && ' ·'}
            </label>
          ))}
      </fieldset>
      <DraftField
        label={t('visits.agenda.preparation')}
        hint={t('visits.agenda.private')}
        draftKey={`agenda:${id}:preparation`}
        saved={item.preparation}
        isLong
        save={(preparation) => set({ preparation })}
      />
    </div>
  )
}
