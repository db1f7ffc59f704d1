import { useTranslation } from 'react-i18next'
import type { PlannedPerson } from '../../../db/visit/planned-person'
import type { Selection } from '../../../db/visit/select-attendees'
import { StanceMark } from '../../ui/stance-mark'

/** Everybody who will be invited, the champion first; leaving somebody out asks why. */
export function InvitePicker({
  invited,
  out,
  reasons,
  onChange,
}: {
  readonly invited: readonly PlannedPerson[]
  readonly out: Selection['out']
  /** Person id to reason, of those left out by hand. */
  readonly reasons: ReadonlyMap<string, string>
  readonly language: string
  onChange(reasons: ReadonlyMap<string, string>): void
}) {
  const { t } = useTranslation()
  function toggle(personId: string): void {
    const next = new Map(reasons)
    if (!next.delete(personId)) next.set(personId, '')
    onChange(next)
  }
  return (
    <section className="invite-picker" aria-label={t('visits.people.title')}>
      <h2>{t('visits.make.everyone', { count: invited.length })}</h2>
      <p className="muted">{t('visits.make.everyoneHint')}</p>
      <ul>
        {invited.map((person) => {
          const reason = reasons.get(person.id)
          return (
            <li key={person.id} className={reason === undefined ? 'invitee' : 'invitee is-out'}>
              <label className="invitee-main">
                <input
                  type="checkbox"
                  checked={reason === undefined}
                  data-testid={`invite-${person.name}`}
                  onChange={() => toggle(person.id)}
                />
                <StanceMark stance={person.stance} label={t(`term.stance.${person.stance}`)} />
                <span className="invitee-name">{person.name}</span>
                <span className="invitee-title">
                  {[person.title, person.department].filter(Boolean).join(' · ')}
                </span>
                {person.isTopFive && (
                  <span className="chip accent">{t('visits.people.topFive')}</span>
                )}
              </label>
              {reason !== undefined && (
                <input
                  className="input"
                  autoFocus
                  value={reason}
                  maxLength={400}
                  aria-label={t('visits.people.reasonOf', { name: person.name })}
                  placeholder={t('visits.people.reason')}
                  data-testid={`reason-${person.name}`}
                  onChange={(event) =>
                    onChange(new Map(reasons).set(person.id, event.target.value))
                  }
                />
              )}
            </li>
          )
        })}
      </ul>
      {out.length > 0 && (
        <>
          <h3 className="visits-heading">{t('visits.people.notAsked', { count: out.length })}</h3>
          <ul className="not-asked">
            {out.map(({ person, why }) => (
              <li key={person.id}>
                <span>{person.name}</span>
                <span className="muted">{t(`visits.people.state.${why}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
