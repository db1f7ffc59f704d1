import { useTranslation } from 'react-i18next'
import type { Person } from '../../../db/entities/person'
import { influences, stances } from '../../../db/terms'
import type { Influence, Stance } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { daysFromNow, formatRelativeDays } from '../../ui/format'
import { StanceMark } from '../../ui/stance-mark'
import { useNowMs } from '../../ui/use-now'

/** Stance and influence, each with the age of the opinion. */
export function PersonOpinion({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const { id } = person
  async function setStance(stance: Stance): Promise<void> {
    const answer = await run(store.opinions.setStance({ personIds: [id], stance }))
    if (answer !== undefined) toastDone(t(`term.stance.${stance}`))
  }
  async function setInfluence(influence: Influence): Promise<void> {
    const answer = await run(store.opinions.setInfluence({ personIds: [id], influence }))
    if (answer !== undefined)
      toastDone(`${t('accounts.person.influence')}: ${t(`term.influence.${influence}`)}`)
  }
  return (
    <section>
      <div className="field">
        <span className="label">
          {t('accounts.person.stance')}: <strong>{t(`term.stance.${person.stance}`)}</strong>
          <Age atMs={person.stanceAtMs} />
        </span>
        <div className="marks" role="radiogroup" aria-label={t('accounts.person.stance')}>
          {stances.map((stance) => (
            <button
              key={stance}
              type="button"
              role="radio"
              aria-checked={person.stance === stance}
              aria-label={t(`term.stance.${stance}`)}
              title={t(`term.stance.${stance}`)}
              data-testid={`stance-${stance}`}
              onClick={() => void setStance(stance)}
            >
              <StanceMark stance={stance} size={18} />
            </button>
          ))}
        </div>
      </div>
      <div className="field">
        <span className="label">
          {t('accounts.person.influence')}
          <Age atMs={person.influenceAtMs} />
        </span>
        <div className="marks" role="radiogroup" aria-label={t('accounts.person.influence')}>
          {influences.map((influence) => (
            <button
              key={influence}
              type="button"
              role="radio"
              aria-checked={person.influence === influence}
              onClick={() => void setInfluence(influence)}
            >
              {t(`term.influence.${influence}`)}
            </button>
          ))}
        </div>
      </div>
    </section>
  )
}

function Age({ atMs }: { readonly atMs: number | null }) {
  const { i18n } = useTranslation()
  const nowMs = useNowMs()
  if (atMs === null) return null
  return <span className="age">{formatRelativeDays(daysFromNow(atMs, nowMs), i18n.language)}</span>
}
