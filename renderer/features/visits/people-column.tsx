import { IconMessage2Share, IconUsersPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { ChampionDialog } from './champion-dialog'
import { CoverageBars } from './coverage-bars'
import { PersonRow } from './person-row'
import type { VisitModel } from './visit-model'

/** Who is in, who is out and why, by level and department; the coverage on top. */
export function PeopleColumn({ model }: { readonly model: VisitModel }) {
  const { t } = useTranslation()
  const { visit, coverage, groups, notAsked, champion } = model
  const [isAsking, setAsking] = useState(false)

  async function inviteAll(): Promise<void> {
    for (const personId of coverage.missing) {
      await run(store.attendee.invite({ visitId: visit.id, personId, isInvited: 1 }))
    }
    toastDone(t('visits.people.allInvited', { count: coverage.missing.length }))
  }

  return (
    <section className="visit-column people-column" aria-label={t('visits.people.title')}>
      <div className="column-head">
        <h2>{t('visits.people.title')}</h2>
        <span className="muted tabular" data-testid="invited-count">
          {t('visits.people.invited', { count: model.invitedCount })}
        </span>
      </div>
      <CoverageBars coverage={coverage} />
      {coverage.missing.length > 0 && (
        <div className="people-actions">
          <Button
            icon={<IconUsersPlus size={16} />}
            data-testid="invite-missing"
            onClick={() => void inviteAll()}
          >
            {t('visits.people.inviteMissing', { count: coverage.missing.length })}
          </Button>
        </div>
      )}
      {champion && (
        <div className="people-actions">
          <Button
            look="quiet"
            icon={<IconMessage2Share size={16} />}
            data-testid="ask-champion"
            onClick={() => setAsking(true)}
          >
            {t('visits.people.askChampion', { name: champion.name })}
          </Button>
        </div>
      )}
      <div className="people-list">
        {groups.map(({ level, department, people }) => (
          <section key={`${level} ${department}`}>
            <h3 className="people-group">
              {[level === 'unknown' ? '' : t(`term.seatLevel.${level}`), department]
                .filter(Boolean)
                .join(' · ') || t('visits.people.noSeat')}
            </h3>
            <ul>
              {people.map((entry) => (
                <PersonRow key={entry.person.id} visitId={visit.id} entry={entry} />
              ))}
            </ul>
          </section>
        ))}
        {notAsked.length > 0 && (
          <section>
            <h3 className="people-group">
              {t('visits.people.notAsked', { count: notAsked.length })}
            </h3>
            <ul className="not-asked">
              {notAsked.map(({ person, state }) => (
                <li key={person.id} data-testid={`not-asked-${person.name}`}>
                  <span>{person.name}</span>
                  <span className="muted">{t(`visits.people.state.${state}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {isAsking && champion && (
        <ChampionDialog model={model} champion={champion} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}
