import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictSideView, ConflictView } from '../../../db/views/conflict-list'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ScreenSkeleton } from '../../ui/skeleton'
import { usePageKeys } from '../../ui/use-page-keys'
import { whenOf } from './status-words'
import { useNowMs } from '../../ui/use-now'
import { ValueList } from './value-list'

type Choice = 'kept' | 'lost' | 'both'

/** Conflicts like an inbox: both values side by side, one key to choose. */
export function ConflictScreen() {
  const { t } = useTranslation()
  const conflicts = useLive(store.view.conflictList, {})
  const [chosenId, setChosenId] = useState<string | null>(null)
  const index = Math.max(0, conflicts?.findIndex(({ id }) => id === chosenId) ?? 0)
  const current = conflicts?.[index]
  async function choose(choice: Choice): Promise<void> {
    if (!current || (choice === 'both' && !current.canKeepBoth)) return
    const next = conflicts?.[index + 1] ?? conflicts?.[index - 1]
    const done = await run(store.conflicts.choose({ id: current.id, choice }))
    if (done === undefined) return
    setChosenId(next?.id ?? null)
    toastDone(t('sync.conflicts.done'))
  }
  function turn(step: number): void {
    setChosenId(conflicts?.[index + step]?.id ?? current?.id ?? null)
  }
  usePageKeys({
    arrowleft: () => void choose('kept'),
    arrowright: () => void choose('lost'),
    b: () => void choose('both'),
    arrowdown: () => turn(1),
    arrowup: () => turn(-1),
  })
  if (!conflicts) return <ScreenSkeleton />
  if (!current)
    return (
      <EmptyState testId="no-conflicts" title={t('sync.conflicts.noneTitle')}>
        {t('sync.conflicts.none')}
      </EmptyState>
    )
  return (
    <div className="sync-screen wide" data-testid="conflicts">
      <header>
        <h1>{t('sync.conflicts.title')}</h1>
        <p>{t('sync.conflicts.text')}</p>
      </header>
      <ul className="conflict-list">
        {conflicts.map((conflict) => (
          <li key={conflict.id} aria-current={conflict.id === current.id}>
            <button type="button" onClick={() => setChosenId(conflict.id)}>
              <strong>{conflict.about || t([`table.${conflict.rowTable}`, 'sync.row'])}</strong>
              <span>{conflict.accountName}</span>
            </button>
          </li>
        ))}
      </ul>
      <Conflict key={current.id} conflict={current} onChoose={(choice) => void choose(choice)} />
    </div>
  )
}

function Conflict({
  conflict,
  onChoose,
}: {
  readonly conflict: ConflictView
  onChoose(choice: Choice): void
}) {
  const { t } = useTranslation()
  const { kind, rowTable, rowId, about } = conflict
  return (
    <article className="conflict" data-testid="conflict" data-kind={kind}>
      <h2>
        {t([`table.${rowTable}`, 'sync.row'])}
        {about && ` · ${about}`}
      </h2>
      <p>{t(`sync.conflicts.kind.${kind}`)}</p>
      <div className="conflict-sides">
        <Side
          title={t('sync.conflicts.kept')}
          shortcut="←"
          verb={t(kind === 'edit_beats_delete' ? 'sync.conflicts.keepRow' : 'sync.conflicts.keep')}
          testId="choose-kept"
          side={conflict.kept}
          onPick={() => onChoose('kept')}
        />
        <Side
          title={t('sync.conflicts.lost')}
          shortcut="→"
          verb={t(kind === 'edit_beats_delete' ? 'sync.conflicts.delete' : 'sync.conflicts.take')}
          testId="choose-lost"
          side={conflict.lost}
          onPick={() => onChoose('lost')}
        />
      </div>
      <div className="actions">
        {conflict.canKeepBoth && (
          <Button shortcut="B" data-testid="choose-both" onClick={() => onChoose('both')}>
            {t('sync.conflicts.both')}
          </Button>
        )}
        <a href={`#/changes/${rowTable}/${rowId}`}>{t('sync.history.title')}</a>
      </div>
    </article>
  )
}

function Side({
  title,
  shortcut,
  verb,
  testId,
  side,
  onPick,
}: {
  readonly title: string
  readonly shortcut: string
  readonly verb: string
  readonly testId: string
  readonly side: ConflictSideView
  onPick(): void
}) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  const who = side.memberName || t('sync.somebody')
  return (
    <section className="conflict-side">
      <h3>{title}</h3>
      <p className="conflict-who">
        {who} · {whenOf(side.atMs, t, i18n.language, nowMs)}
      </p>
      <ValueList values={side.values.filter(({ column }) => column !== 'deleted')} />
      <Button shortcut={shortcut} data-testid={testId} onClick={onPick}>
        {verb} <kbd className="key">{shortcut}</kbd>
      </Button>
    </section>
  )
}
