import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewAccount, ReviewPerson } from '../../../db/views/top-five-review'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { daysFromNow, formatMoney, formatRelativeDays } from '../../ui/format'
import { HeatDot } from '../../ui/heat-dot'
import { ScreenSkeleton } from '../../ui/skeleton'
import { StanceMark } from '../../ui/stance-mark'
import { usePageKeys } from '../../ui/use-page-keys'
import { addToast } from '../../ui/toasts'
import { useNowMs } from '../../ui/use-now'
import { recallNames } from './recall'
import './review.css'

/** A top-five contact older than this many days is stale (methods 0.13). */
const staleDays = 90

/** The weekly review: one account a page, first from memory, then the list with what to do. */
export function ReviewScreen() {
  const { t } = useTranslation()
  const accounts = useLive(store.view.topFiveReview, {})
  const [index, setIndex] = useState(0)
  const [isRevealed, setRevealed] = useState(false)
  const count = accounts?.length ?? 0
  function turn(step: number): void {
    setRevealed(false)
    setIndex((current) => Math.min(Math.max(0, current + step), Math.max(0, count - 1)))
  }
  usePageKeys({ arrowright: () => turn(1), arrowleft: () => turn(-1) })
  if (!accounts) return <ScreenSkeleton />
  const account = accounts[Math.min(index, count - 1)]
  if (!account)
    return (
      <EmptyState
        title={t('review.none.title')}
        actions={
          <Button look="primary" onClick={() => goTo('accounts')}>
            {t('review.none.action')}
          </Button>
        }
      >
        {t('review.none.text')}
      </EmptyState>
    )
  return (
    <div className="review" data-testid="review">
      <progress className="progress" max={count} value={index + 1} aria-label={t('review.title')} />
      <header>
        <div>
          <p className="review-where tabular">
            {t('review.page', { page: index + 1, count })} · {worthOf(account)}
          </p>
          <h1>{account.name}</h1>
        </div>
        <Button shortcut="←" disabled={index === 0} onClick={() => turn(-1)}>
          {t('review.previous')}
        </Button>
        <Button
          look="primary"
          shortcut="→"
          disabled={index === count - 1}
          data-testid="review-next"
          onClick={() => turn(1)}
        >
          {t('review.next')}
        </Button>
      </header>
      {isRevealed ? (
        <People key={account.id} account={account} />
      ) : (
        <Drill key={account.id} account={account} onReveal={() => setRevealed(true)} />
      )}
    </div>
  )
}

/** Name the five before the list is shown. */
function Drill({ account, onReveal }: { readonly account: ReviewAccount; onReveal(): void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  function reveal(): void {
    const { named } = recallNames(text, account.people)
    onReveal()
    if (text.trim() !== '')
      addToast({ text: t('review.score', { count: named.size, of: account.people.length }) })
  }
  return (
    <section className="drill">
      <h2>{t('review.drill.title')}</h2>
      <p>{t('review.drill.text')}</p>
      <textarea
        className="input"
        rows={6}
        autoFocus
        aria-label={t('review.drill.title')}
        data-testid="drill-names"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          reveal()
        }}
      />
      <Button look="primary" shortcut="Ctrl+Enter" data-testid="drill-reveal" onClick={reveal}>
        {t('review.drill.reveal')}
      </Button>
    </section>
  )
}

function People({ account }: { readonly account: ReviewAccount }) {
  const { t } = useTranslation()
  if (account.people.length === 0)
    return (
      <EmptyState
        title={t('review.nobody.title')}
        actions={
          <Button look="primary" onClick={() => goTo(`accounts/${account.id}/map`)}>
            {t('review.nobody.action')}
          </Button>
        }
      >
        {t('review.nobody.text', { count: account.othersKnown })}
      </EmptyState>
    )
  return (
    <>
      <ol className="review-people">
        {account.people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ol>
      {account.people.length < 5 && (
        <p className="review-hint">
          {t('review.fewer', { count: 5 - account.people.length })}{' '}
          <a href={`#/accounts/${account.id}/map`}>{t('review.nobody.action')}</a>
        </p>
      )}
    </>
  )
}

function Person({ person }: { readonly person: ReviewPerson }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  const at = person.lastContactAtMs
  const days = at === null ? null : -daysFromNow(at, nowMs)
  const heat = days === null ? 'never' : days > staleDays ? 'stale' : days > 30 ? 'fading' : 'fresh'
  async function log(modality: 'phone' | 'email' | 'on_site'): Promise<void> {
    const id = await run(store.meetingLog.logContact({ personId: person.id, modality }))
    if (id !== undefined) toastDone(t('review.logged', { name: person.name }))
  }
  return (
    <li data-testid="review-person">
      <StanceMark
        stance={person.stance as 'champion'}
        size={18}
        label={t(`term.stance.${person.stance}`)}
      />
      <div>
        <p className="review-name">{person.name}</p>
        <p className="review-title">{person.title}</p>
      </div>
      <p className="review-when">
        <HeatDot heat={heat} />
        {at === null
          ? t('review.never')
          : `${formatRelativeDays(daysFromNow(at, nowMs), i18n.language)}, ${t(`term.modality.${person.lastModality}`)}`}
      </p>
      <p className="review-needs">{person.needs || t('review.noNeeds')}</p>
      <div className="review-actions">
        {(['phone', 'email', 'on_site'] as const).map((modality) => (
          <Button
            key={modality}
            aria-label={`${t('review.log')}: ${t(`term.modality.${modality}`)}, ${person.name}`}
            onClick={() => void log(modality)}
          >
            {t(`term.modality.${modality}`)}
          </Button>
        ))}
      </div>
    </li>
  )
}

function worthOf({ valueNowMinor, potentialValueMinor, currency }: ReviewAccount): string {
  const language = document.documentElement.lang || 'en'
  return [valueNowMinor, potentialValueMinor]
    .flatMap((minor) => (minor === null ? [] : [formatMoney(minor, currency, language)]))
    .join(' / ')
}
