import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedEntry } from '../../../db/views/team-feed'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { formatDay } from '../../ui/format'
import { QuietSelect } from '../../ui/quiet-select'
import { ScreenSkeleton } from '../../ui/skeleton'
import { usePageKeys } from '../../ui/use-page-keys'
import { Log } from './log'
import { sentenceOf } from './sentence'

const dayMs = 86_400_000
const periods = ['30', '90', '365', 'all'] as const
type Period = (typeof periods)[number]

/** What the team logged, like an inbox: newest first, unread marked, the log beside it. */
export function Feed() {
  const { t, i18n } = useTranslation()
  const [period, setPeriod] = useState<Period>('90')
  const [author, setAuthor] = useState('all')
  const [kind, setKind] = useState('all')
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [openedAtMs] = useState(() => Date.now())
  const sinceMs = period === 'all' ? 0 : openedAtMs - Number(period) * dayMs
  const entries = useLive(store.view.teamFeed, { sinceMs })
  const authors = useMemo(() => authorsOf(entries ?? []), [entries])
  const shown = (entries ?? []).filter(
    (entry) =>
      (author === 'all' || entry.authorId === author) &&
      (kind === 'all' || (kind === 'visit') === (entry.visitId !== null)) &&
      (!isUnreadOnly || entry.isUnread || entry.id === chosenId),
  )
  const index = shown.findIndex((entry) => entry.id === chosenId)
  const chosen = shown[index] ?? null

  function choose(entry: FeedEntry | undefined): void {
    if (!entry) return
    setChosenId(entry.id)
    if (entry.isUnread) void run(store.readMark.set({ subjectId: entry.id, isRead: true }))
    document.getElementById(`log-${entry.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  usePageKeys({
    arrowdown: () => choose(shown[index + 1]),
    arrowup: () => choose(shown[Math.max(0, index - 1)]),
    u: () => chosen && void run(store.readMark.set({ subjectId: chosen.id, isRead: false })),
  })

  if (!entries) return <ScreenSkeleton />
  return (
    <div className="feed">
      <div className="feed-side">
        <div className="feed-filters">
          <QuietSelect
            label={t('team.filter.period')}
            value={period}
            options={periods.map((value) => [value, t(`team.period.${value}`)] as const)}
            onPick={setPeriod}
          />
          <QuietSelect
            label={t('team.filter.author')}
            value={author}
            options={[['all', t('team.filter.everybody')] as const, ...authors]}
            onPick={setAuthor}
          />
          <QuietSelect
            label={t('team.filter.kind')}
            value={kind}
            options={[
              ['all', t('team.filter.allKinds')] as const,
              ['visit', t('team.filter.visits')] as const,
              ['contact', t('team.filter.contacts')] as const,
            ]}
            onPick={setKind}
          />
          <Button
            look={isUnreadOnly ? 'plain' : 'quiet'}
            aria-pressed={isUnreadOnly}
            data-testid="feed-unread"
            onClick={() => setUnreadOnly(!isUnreadOnly)}
          >
            {t('team.filter.unread', {
              count: entries.filter((entry) => entry.isUnread).length,
            })}
          </Button>
        </div>
        {shown.length === 0 ? (
          <EmptyState title={t('team.none.title')} testId="feed-empty">
            {t('team.none.text')}
          </EmptyState>
        ) : (
          <ul className="feed-list" role="listbox" aria-label={t('team.tab.feed')}>
            {shown.map((entry) => (
              <li
                key={entry.id}
                id={`log-${entry.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={entry.id === chosenId}
                className={entry.isUnread ? 'unread' : undefined}
                data-testid="feed-entry"
                onClick={() => choose(entry)}
              >
                <span className="feed-dot" aria-hidden="true" />
                <span className="feed-who" title={entry.accountName}>
                  {entry.accountName}
                </span>
                <time className="tabular">{formatDay(entry.startedAtMs, i18n.language)}</time>
                <span className="feed-title" title={entry.title}>
                  {[entry.authorName, entry.title].filter(Boolean).join(' · ')}
                </span>
                <span className="feed-sentence">{sentenceOf(entry, t)}</span>
                {entry.isUnread && <span className="visually-hidden">{t('team.unread')}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
      {chosen ? (
        <Log entry={chosen} />
      ) : (
        <EmptyState title={t('team.choose.title')}>{t('team.choose.text')}</EmptyState>
      )}
    </div>
  )
}

function authorsOf(entries: readonly FeedEntry[]): (readonly [string, string])[] {
  const names = new Map(
    entries.flatMap(({ authorId, authorName }) =>
      authorId && authorName ? [[authorId, authorName] as const] : [],
    ),
  )
  return [...names].sort((left, right) => left[1].localeCompare(right[1]))
}
