import { IconCoffee, IconHandOff, IconUsers } from '@tabler/icons-react'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { PixelsPerMinuteContext } from './agenda-scale'
import { writeMinutes, writeTime } from './times'
import type { AgendaDrag } from './use-agenda-drag'
import type { TimedItem } from './visit-model'

/** One item in the day column. */
export function AgendaCard({
  part,
  zone,
  top,
  isSelected,
  neededCount,
  drag,
  onSelect,
}: {
  readonly part: TimedItem
  readonly zone: string
  readonly top: number
  readonly isSelected: boolean
  readonly neededCount: number
  readonly drag: AgendaDrag
  onSelect(): void
}) {
  const { t } = useTranslation()
  const pixelsPerMinute = use(PixelsPerMinuteContext)
  const { item, startAtMs, durationMinutes } = part
  const moving = drag.moving?.id === part.id ? drag.moving : null
  const minutes = moving?.kind === 'stretch' ? moving.minutes : durationMinutes
  const shift = moving?.kind === 'move' ? moving.pixels : 0
  const height = Math.max(18, minutes * pixelsPerMinute - 2)
  const look = item.kind === 'item' ? (item.isCustomerValue ? 'theirs' : 'pitch') : 'pause'
  const startWords = writeTime(moving?.kind === 'move' ? moving.atMs : startAtMs, zone)
  return (
    <div
      role="option"
      tabIndex={0}
      data-agenda-id={part.id}
      data-testid={`agenda-${item.title}`}
      aria-label={t('visits.agenda.itemWords', {
        time: startWords,
        title: item.title,
        minutes: writeMinutes(minutes),
      })}
      aria-selected={isSelected}
      className={[
        'agenda-card',
        look,
        isSelected && 'is-selected',
        moving && 'is-moving',
        height < 34 && 'is-short',
      ]
        .filter(Boolean)
        .join(' ')}
      style={{ top, height, transform: shift ? `translateY(${shift}px)` : undefined }}
      onPointerDown={(event) => drag.start(event, part, 'move')}
      onClick={onSelect}
      onFocus={(event) => event.target === event.currentTarget && onSelect()}
    >
      <span className="agenda-card-time tabular">{startWords}</span>
      <span className="agenda-card-title">
        {item.kind === 'break' && <IconCoffee size={14} />}
        {item.title}
      </span>
      <span className="agenda-card-facts tabular">
        {item.isNoSell === 1 && (
          <span title={t('visits.agenda.noSell')}>
            <IconHandOff size={13} />
          </span>
        )}
        {neededCount > 0 && (
          <span title={t('visits.agenda.needed', { count: neededCount })}>
            <IconUsers size={13} /> {neededCount}
          </span>
        )}
        {writeMinutes(minutes)}
      </span>
      <span
        className="agenda-card-edge"
        aria-hidden="true"
        onPointerDown={(event) => drag.start(event, part, 'stretch')}
      />
    </div>
  )
}
