import {
  IconCheckbox,
  IconEyeExclamation,
  IconLock,
  IconMessages,
  IconNote,
  IconPlaneArrival,
  IconScale,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stance } from '../../../db/terms'
import type { TimelineEntry } from '../../../db/views/account-timeline'
import { formatDay, formatTime } from '../../ui/format'
import { StanceMark } from '../../ui/stance-mark'

/** One entry: a sign of its kind, what it was, who and when. */
export function TimelineLine({ entry }: { readonly entry: TimelineEntry }) {
  const { t, i18n } = useTranslation()
  const Icon = icons[entry.kind]
  const place = placeOf(entry)
  const title = <TimelineTitle entry={entry} />
  return (
    <li className="timeline-line" data-testid="timeline-entry">
      <span className="timeline-icon" title={t(`accounts.timeline.kind.${entry.kind}`)}>
        <Icon size={16} stroke={1.7} />
      </span>
      <div>
        <p className="timeline-title" dir="auto">
          {place ? <a href={`#/${place}`}>{title}</a> : title}
          {entry.isPrivate && (
            <IconLock size={13} className="faint" aria-label={t('accounts.note.private')} />
          )}
        </p>
        {entry.detail && entry.kind !== 'action' && (
          <p className="timeline-detail" dir="auto">
            {entry.detail}
          </p>
        )}
        <p className="timeline-by">
          <SecondLine entry={entry} />
        </p>
      </div>
      <time
        className="tabular"
        title={formatTime(entry.atMs, i18n.language, { withDay: true })}
        dateTime={new Date(entry.atMs).toISOString()}
      >
        {formatDay(entry.atMs, i18n.language)}
      </time>
    </li>
  )
}

const icons = {
  meeting: IconMessages,
  visit: IconPlaneArrival,
  note: IconNote,
  opinion: IconScale,
  sighting: IconEyeExclamation,
  action: IconCheckbox,
} as const

function placeOf({ kind, id }: TimelineEntry): string | null {
  if (kind === 'meeting') return `meetings/${id}`
  return kind === 'visit' ? `visits/${id}` : null
}

function TimelineTitle({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { t } = useTranslation()
  if (entry.kind === 'opinion') {
    const name = entry.personName
    const value = t(`term.${entry.about}.${entry.value}`, { defaultValue: entry.value })
    return (
      <>
        {entry.about === 'stance' && <StanceMark stance={entry.value as Stance} size={12} />}
        {t(`accounts.timeline.${entry.about === 'influence' ? 'influence' : 'stance'}`, {
          name,
          value,
        })}
      </>
    )
  }
  if (entry.kind === 'sighting')
    return t('accounts.timeline.sighting', {
      name: entry.title || t('ui.unknown'),
      person: entry.personName || t('accounts.timeline.somebody'),
    })
  return entry.title
}

function SecondLine({ entry }: { readonly entry: TimelineEntry }) {
  const { t } = useTranslation()
  const { kind, value, people, personName, memberName } = entry
  const words = {
    meeting: () => [
      t(`term.modality.${value}`),
      people > 1 ? t('accounts.timeline.people', { n: people }) : personName,
    ],
    visit: () => [t('accounts.timeline.kind.visit'), t(`term.visitStatus.${value}`)],
    note: () => [value === 'note' ? '' : t(`term.noteKind.${value}`), personName],
    opinion: () => [],
    sighting: () => [],
    action: () => [t(`accounts.timeline.action.${value}`), personName],
  }[kind]()
  return <>{[...words, memberName].filter(Boolean).join(' · ')}</>
}
