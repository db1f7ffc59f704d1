import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry, TimelineKind } from '../../../db/views/account-timeline'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { NoteBox } from './note-box'
import './people.css'
import { TimelineLine } from './timeline-line'
import './timeline.css'

const pageSize = 150
const kinds = ['meeting', 'visit', 'note', 'opinion', 'sighting', 'action'] as const

/** What happened at an account, by time, the newest first; and a place to write a note. */
export function TimelineTab({ accountId }: { readonly accountId: string }) {
  const { t, i18n } = useTranslation()
  const [limit, setLimit] = useState(pageSize)
  const [shown, setShown] = useState<TimelineKind | null>(null)
  const entries = useLive(store.view.accountTimeline, { accountId, limit })
  const [lastEntries, setLastEntries] = useState(entries)
  if (entries && entries !== lastEntries) setLastEntries(entries)
  const known = entries ?? lastEntries
  if (!known) return <ScreenSkeleton />
  const listed = known.filter((entry) => shown === null || entry.kind === shown)
  return (
    <div className="timeline" data-testid="timeline">
      <NoteBox accountId={accountId} />
      {known.length === 0 ? (
        <EmptyState title={t('accounts.timeline.empty')}>
          {t('accounts.timeline.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="kinds" role="group" aria-label={t('accounts.people.show')}>
            <button type="button" aria-pressed={shown === null} onClick={() => setShown(null)}>
              {t('accounts.timeline.all')}
            </button>
            {kinds
              .filter((kind) => known.some((entry) => entry.kind === kind))
              .map((kind) => (
                <button
                  key={kind}
                  type="button"
                  aria-pressed={shown === kind}
                  onClick={() => setShown(kind)}
                >
                  {t(`accounts.timeline.kind.${kind}`)}
                </button>
              ))}
          </div>
          {groupByMonth(listed, i18n.language).map(({ month, members }) => (
            <section key={month} aria-label={month}>
              <h3>{month}</h3>
              <ul>
                {members.map((entry) => (
                  <TimelineLine key={entry.id} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
          {known.length >= limit && (
            <Button onClick={() => setLimit(limit + pageSize)}>
              {t('accounts.timeline.more')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** Entries under the name of their month; they come in order. */
function groupByMonth(entries: readonly TimelineEntry[], language: string) {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' })
  const groups: { month: string; members: TimelineEntry[] }[] = []
  for (const entry of entries) {
    const month = format.format(entry.atMs)
    const last = groups.at(-1)
    if (last?.month === month) last.members.push(entry)
    else groups.push({ month, members: [entry] })
  }
  return groups
}
