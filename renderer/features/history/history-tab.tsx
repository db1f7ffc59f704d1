import { use, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MapPictureContext } from '../../app/map-picture'
import type { MapMark } from '../../app/map-picture'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { addToast } from '../../ui/toasts'
import { useNowMs } from '../../ui/use-now'
import { DiffList } from './diff-list'
import { MomentList } from './moment-list'
import { momentWords } from './moment-words'
import { listMoments, pairFor } from './moments'
import { Scrubber } from './scrubber'
import { marksOf } from './marks'
import './history.css'

const noMarks: ReadonlyMap<string, MapMark> = new Map()

/** The account tab: what changed first, then the map of that day, and a scale to go through time. */
export function HistoryTab({ accountId }: { readonly accountId: string }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  const snapshots = useLive(store.snapshot.byAccount, { accountId })
  const meetings = useLive(store.meeting.byAccount, { accountId })
  const members = useLive(store.member.all, {})
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [pinnedId, setPinnedId] = useState<string | null>(null)
  const [side, setSide] = useState<'after' | 'before'>('after')
  const moments = useMemo(
    () => (snapshots ? listMoments(snapshots, nowMs) : null),
    [snapshots, nowMs],
  )
  const found = moments?.findIndex(({ id }) => id === chosenId) ?? -1
  const to = moments ? (found < 0 ? moments.length - 1 : found) : 0
  const pinned = moments?.findIndex(({ id }) => id !== null && id === pinnedId) ?? -1
  const pair = moments && pairFor(moments, to, pinned < 0 ? null : pinned)
  const from = pair && moments ? moments[pair.from]! : null
  const current = moments?.[to]
  const changes = useLive(
    store.view.mapDiff,
    from?.id && current ? { fromSnapshotId: from.id, toSnapshotId: current.id } : null,
  )
  const shown = side === 'before' && from ? from : current
  const map = useLive(
    store.view.mapAt,
    shown && moments && moments.length > 1 ? { accountId, snapshotId: shown.id } : null,
  )
  const [lastMap, setLastMap] = useState(map)
  if (map !== undefined && map !== lastMap) setLastMap(map)
  const marks = useMemo(() => (changes ? marksOf(changes.diff, side) : noMarks), [changes, side])
  const MapPicture = use(MapPictureContext)

  async function take(): Promise<void> {
    const taken = await run(store.snapshots.take({ accountId }))
    if (!taken) return
    addToast({ text: t(taken.isNew ? 'mapHistory.taken' : 'mapHistory.nothingNew') })
  }
  if (!moments || !meetings || !members || !current) return <ScreenSkeleton />
  const takeButton = (
    <Button look="primary" onClick={() => void take()} data-testid="history-take">
      {t('mapHistory.take')}
    </Button>
  )
  if (moments.length === 1)
    return (
      <EmptyState title={t('mapHistory.empty')} actions={takeButton} testId="history-empty">
        {t('mapHistory.emptyText')}
      </EmptyState>
    )
  const language = i18n.language as 'en'
  const words = momentWords(t, i18n.language, meetings, members, nowMs)
  const drawn = map ?? lastMap
  return (
    <div className="history" data-testid="history">
      <MomentList
        moments={moments}
        chosen={to}
        from={pair?.from ?? null}
        isPinned={pinned >= 0}
        words={words}
        onChoose={(at) => setChosenId(moments[at]!.id)}
        onPin={setPinnedId}
        take={takeButton}
      />
      <section className="history__changes" aria-label={t('mapHistory.changes')}>
        <header>
          <p className="history__span">
            {from
              ? t('mapHistory.between', { from: words.title(from), to: words.title(current) })
              : words.title(current)}
          </p>
          <h2 data-testid="history-summary">
            {!from
              ? t('mapHistory.first')
              : changes === null
                ? t('mapHistory.unreadable')
                : (changes?.summary[language] ?? '\u00a0')}
          </h2>
        </header>
        {changes && <DiffList changes={changes} />}
      </section>
      <section className="history__map" aria-label={words.title(shown ?? current)}>
        <div className="history__sides" role="group" aria-label={t('mapHistory.sides')}>
          {(['before', 'after'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={side === each}
              disabled={each === 'before' && !from}
              onClick={() => setSide(each)}
            >
              {t(`mapHistory.${each}`)}
            </button>
          ))}
          <span className="history__when">{words.title(shown ?? current)}</span>
        </div>
        <div className="history__picture">
          {drawn === null && <p className="history__unreadable">{t('mapHistory.unreadable')}</p>}
          {drawn && MapPicture && (
            <MapPicture
              state={drawn.state}
              names={drawn.names}
              marks={marks}
              label={t('mapHistory.picture', { when: words.title(shown ?? current) })}
            />
          )}
        </div>
        <Scrubber
          moments={moments}
          chosen={to}
          words={words}
          onChoose={(at) => setChosenId(moments[at]!.id)}
        />
      </section>
    </div>
  )
}
