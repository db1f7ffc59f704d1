import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stance } from '../../../db/terms'
import type { FadedOpinion } from '../../../db/views/coverage'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { StanceMark } from '../../ui/stance-mark'
import { daysAgo } from './grid'

const rowsMax = 12

/** Opinions older than the setting: one click says that it still holds, today. */
export function Reconfirm({
  accountId,
  nowMs,
}: {
  readonly accountId: string
  readonly nowMs: number
}) {
  const { t } = useTranslation()
  const faded = useLive(store.view.fadedOpinions, { accountId })
  const [isOpen, setOpen] = useState(false)
  if (!faded) return null
  const { opinions, fadeDays } = faded
  const people = groupByPerson(opinions)
  const shown = isOpen ? people : people.slice(0, rowsMax)

  async function confirm(which: readonly FadedOpinion[]): Promise<void> {
    const list = which.map(({ personId, kind }) => ({ personId, kind }))
    const done = await run(store.reconfirm.opinions({ opinions: list }))
    if (done === undefined) return
    const first = which[0]!
    toastDone(
      new Set(which.map(({ personId }) => personId)).size === 1
        ? t('whitespace.confirmedOne', { name: first.name })
        : t('whitespace.confirmedAll', { n: which.length }),
    )
  }
  return (
    <section aria-label={t('whitespace.reconfirm')}>
      <div className="reconfirm__head">
        <h3>
          {t('whitespace.reconfirm')}{' '}
          {people.length > 0 && <span className="tabular">{people.length}</span>}
        </h3>
        <FadeDays key={fadeDays} days={fadeDays} />
      </div>
      {people.length === 0 ? (
        <p className="coverage__hint">{t('whitespace.allFresh', { n: fadeDays })}</p>
      ) : (
        <>
          <ul className="reconfirm" data-testid="coverage-reconfirm">
            {shown.map((theirs) => (
              <Row
                key={theirs[0]!.personId}
                accountId={accountId}
                opinions={theirs}
                nowMs={nowMs}
                onConfirm={() => void confirm(theirs)}
              />
            ))}
          </ul>
          <div className="reconfirm__foot">
            {people.length > rowsMax && (
              <Button look="quiet" onClick={() => setOpen(!isOpen)}>
                {isOpen
                  ? t('whitespace.fewer')
                  : t('whitespace.more', { n: people.length - rowsMax })}
              </Button>
            )}
            {shown.length > 1 && (
              <Button look="quiet" onClick={() => void confirm(shown.flat())}>
                {t('whitespace.confirmShown', { n: shown.length })}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  )
}

/** Opinions by person, whose oldest is the oldest first. */
function groupByPerson(opinions: readonly FadedOpinion[]): readonly (readonly FadedOpinion[])[] {
  const groups = new Map<string, FadedOpinion[]>()
  for (const opinion of opinions) {
    const group = groups.get(opinion.personId)
    if (group) group.push(opinion)
    else groups.set(opinion.personId, [opinion])
  }
  return [...groups.values()]
}

function Row({
  accountId,
  opinions,
  nowMs,
  onConfirm,
}: {
  readonly accountId: string
  readonly opinions: readonly FadedOpinion[]
  readonly nowMs: number
  onConfirm(): void
}) {
  const { t } = useTranslation()
  const { personId, name, atMs } = opinions[0]!
  const stance = opinions.find(({ kind }) => kind === 'stance')
  const words = opinions
    .map(({ kind, value }) =>
      kind === 'stance'
        ? t(`term.stance.${value}`)
        : t('whitespace.influence', { value: t(`term.influence.${value}`) }),
    )
    .join(' · ')
  return (
    <li>
      <button
        type="button"
        className="reconfirm__who"
        onClick={() => goTo(`accounts/${accountId}/people?person=${personId}`)}
      >
        <span className="reconfirm__name">
          <b dir="auto" title={name}>
            {name}
          </b>
          <small className="tabular">{t('whitespace.age', { n: daysAgo(atMs, nowMs) ?? 0 })}</small>
        </span>
        <small title={words}>
          {stance && <StanceMark stance={stance.value as Stance} size={12} />}
          {words}
        </small>
      </button>
      <Button
        look="quiet"
        data-testid="coverage-confirm"
        aria-label={t('whitespace.confirmOf', { name, words })}
        onClick={onConfirm}
      >
        {t('whitespace.confirm')}
      </Button>
    </li>
  )
}

/** The setting, where it is used: days after which an opinion is asked for again. */
function FadeDays({ days }: { readonly days: number }) {
  const { t } = useTranslation()
  const [text, setText] = useState(String(days))
  async function keep(): Promise<void> {
    const wanted = Math.round(Number(text))
    if (!(wanted >= 1 && wanted <= 3650)) return setText(String(days))
    if (wanted !== days)
      await run(store.preference.set({ name: 'opinionFadeDays', value: String(wanted) }))
  }
  return (
    <label className="reconfirm__days">
      {t('whitespace.olderThan')}
      <input
        type="number"
        min={1}
        max={3650}
        value={text}
        data-testid="coverage-fade-days"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => event.key === 'Enter' && void keep()}
      />
      {t('whitespace.days')}
    </label>
  )
}
