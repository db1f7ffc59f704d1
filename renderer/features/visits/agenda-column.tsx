import { IconCoffee, IconPlus, IconPresentation } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { AgendaCard } from './agenda-card'
import { AgendaItemPanel } from './agenda-item-panel'
import { choosePixelsPerMinute, listHours, PixelsPerMinuteContext } from './agenda-scale'
import { useAgendaDrag } from './use-agenda-drag'
import { useAgendaKeys } from './use-agenda-keys'
import { writeTime } from './times'
import { OpenBefore } from './open-before'
import type { VisitModel } from './visit-model'
import './agenda.css'

/** The day as a column with real times: drag to move, pull the edge to stretch, or use the keys. */
export function AgendaColumn({
  model,
  selectedId,
  onSelect,
}: {
  readonly model: VisitModel
  readonly selectedId: string | null
  onSelect(itemId: string | null): void
}) {
  const { t } = useTranslation()
  const { visit, timed, share } = model
  const list = useRef<HTMLDivElement>(null)
  const pixelsPerMinute = choosePixelsPerMinute(timed.map((part) => part.durationMinutes))
  const drag = useAgendaDrag(model, pixelsPerMinute)
  const onKeyDown = useAgendaKeys({ model, list, onSelect })
  const endAtMs = Math.max(visit.endAtMs, timed.at(-1)?.endAtMs ?? 0)
  const hours = listHours(visit.startAtMs, endAtMs, visit.timeZone)
  const topOf = (atMs: number) => ((atMs - hours[0]!) / 60_000) * pixelsPerMinute
  const selected = timed.find(({ id }) => id === selectedId) ?? null

  async function add(kind: 'item' | 'break'): Promise<void> {
    const { id: visitId, accountId } = visit
    const title = t(kind === 'break' ? 'visits.agenda.break' : 'visits.agenda.newItem')
    const durationMinutes = kind === 'break' ? 15 : 30
    const afterId = selected?.id
    const values = { accountId, visitId, title, kind, durationMinutes }
    const id = await run(store.agendaItem.create(afterId ? { ...values, afterId } : values))
    if (id) onSelect(id)
  }

  return (
    <section className="visit-column agenda-column" aria-label={t('visits.agenda.title')}>
      <div className="column-head">
        <h2>{t('visits.agenda.title')}</h2>
        {share.share !== null && (
          <span className="share" title={t('visits.agenda.shareHint')} data-testid="customer-share">
            <span className="share-track" aria-hidden="true">
              <span style={{ width: `${share.share * 100}%` }} />
            </span>
            {t('visits.agenda.share', { percent: Math.round(share.share * 100) })}
          </span>
        )}
        <span className="spacer" />
        <Button
          look="quiet"
          icon={<IconPresentation size={16} />}
          title={t('visits.present.title')}
          data-testid="present-agenda"
          onClick={() => goTo(`visits/${visit.id}/present`)}
        />
        <Button
          look="quiet"
          icon={<IconCoffee size={16} />}
          title={t('visits.agenda.addBreak')}
          data-testid="add-break"
          onClick={() => void add('break')}
        />
        <Button
          icon={<IconPlus size={16} />}
          shortcut="N"
          title={t('visits.agenda.addHint')}
          data-testid="add-item"
          onClick={() => void add('item')}
        >
          {t('visits.agenda.add')}
        </Button>
      </div>
      <PixelsPerMinuteContext value={pixelsPerMinute}>
        <div className="agenda-scroll">
          <div
            ref={list}
            className="agenda-day"
            role="listbox"
            tabIndex={-1}
            aria-label={t('visits.agenda.keys')}
            style={{ height: topOf(hours.at(-1)!) + 8 }}
            onKeyDown={onKeyDown}
            data-testid="agenda-day"
          >
            {hours.map((atMs) => (
              <div
                key={atMs}
                className="agenda-hour tabular"
                style={{ top: topOf(atMs) }}
                aria-hidden="true"
              >
                {writeTime(atMs, visit.timeZone)}
              </div>
            ))}
            <div
              className="agenda-end"
              style={{ top: topOf(visit.endAtMs) }}
              title={t('visits.agenda.end')}
              aria-hidden="true"
            />
            {timed.map((part) => (
              <AgendaCard
                key={part.id}
                part={part}
                zone={visit.timeZone}
                top={topOf(part.startAtMs)}
                isSelected={part.id === selectedId}
                neededCount={model.neededByItem.get(part.id)?.length ?? 0}
                drag={drag}
                onSelect={() => onSelect(part.id)}
              />
            ))}
            {timed.length === 0 && <p className="agenda-empty">{t('visits.agenda.empty')}</p>}
          </div>
        </div>
      </PixelsPerMinuteContext>
      <OpenBefore model={model} />
      {selected && (
        <AgendaItemPanel
          key={selected.id}
          model={model}
          part={selected}
          onClose={() => onSelect(null)}
        />
      )}
    </section>
  )
}
