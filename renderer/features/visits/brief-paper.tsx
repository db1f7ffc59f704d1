import { useTranslation } from 'react-i18next'
import { layOutAgendaDays, writeWhen } from '../../../db/formats/itip/agenda-text'
import type { Language } from '../../../db/terms'
import { formatDay } from '../../ui/format'
import { StanceMark } from '../../ui/stance-mark'
import { mainLanguage } from './main-language'
import type { BriefModel, BriefPerson } from './use-brief'
import { writeTime } from './times'

/** For us: the agenda with what we want, a card a person, what is open. Never for the customer. */
export function InternalPaper({ brief }: { readonly brief: BriefModel }) {
  const { t, i18n } = useTranslation()
  const { visit: model, people, otherActions, promises } = brief
  const { visit, account, timed, invitation, neededByItem } = model
  const nameOf = (personId: string) =>
    model.people.find(({ person }) => person.id === personId)?.person.name ?? ''
  return (
    <article className="brief" data-testid="brief-internal">
      <header>
        <p className="brief-mark">{t('visits.brief.internalMark')}</p>
        <h1>{visit.title}</h1>
        <p>
          {account.name} · {writeWhen(invitation, i18n.language as Language)} ({visit.timeZone})
        </p>
        <p>{[invitation.place, visit.room].filter(Boolean).join(', ')}</p>
        {model.site?.directions && <p className="brief-faint">{model.site.directions}</p>}
      </header>
      {(visit.objective || visit.preparation) && (
        <section>
          {visit.objective && <p className="brief-lead">{visit.objective}</p>}
          {visit.preparation && <p className="brief-pre">{visit.preparation}</p>}
        </section>
      )}
      <section>
        <h2>{t('visits.agenda.title')}</h2>
        <table>
          <tbody>
            {timed.map(({ id, item, startAtMs }) => {
              const needed = (neededByItem.get(id) ?? []).map(nameOf).filter(Boolean).join(', ')
              return (
                <tr key={id}>
                  <td className="tabular">{writeTime(startAtMs, visit.timeZone)}</td>
                  <td>
                    <strong>{item.title}</strong>
                    {item.objective && <span>{item.objective}</span>}
                    {needed && <span className="brief-faint">{needed}</span>}
                    {item.preparation && <span className="brief-pre">{item.preparation}</span>}
                  </td>
                  <td className="tabular brief-right">{item.durationMinutes} min</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{t('visits.people.title')}</h2>
        <div className="brief-cards">
          {people.map((entry) => (
            <PersonCard key={entry.person.id} entry={entry} />
          ))}
        </div>
      </section>
      {otherActions.length + promises.length > 0 && (
        <section>
          <h2>{t('visits.brief.open')}</h2>
          <ul className="brief-list">
            {promises.map((note) => (
              <li key={note.id}>
                {t('term.noteKind.promise')}: {note.body}
              </li>
            ))}
            {otherActions.map((action) => (
              <li key={action.id}>
                {action.title}
                {action.dueDate && ` (${formatDay(action.dueDate, i18n.language)})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

function PersonCard({ entry }: { readonly entry: BriefPerson }) {
  const { t, i18n } = useTranslation()
  const { person, attendee, lastContact, stances, actions, sightings, objectives } = entry
  const language = i18n.language
  const history = stances
    .map(({ value, atMs }) => `${t(`term.stance.${value}`)} (${formatDay(atMs, language)})`)
    .join(' ← ')
  const facts: readonly (readonly [string, string])[] = [
    [t('visits.brief.want'), objectives.join('; ')],
    [t('visits.brief.needs'), person.needs],
    [
      t('visits.brief.lastContact'),
      lastContact
        ? `${formatDay(lastContact.atMs, language)}, ${t(`term.modality.${lastContact.modality}`)}`
        : t('visits.brief.never'),
    ],
    [t('visits.brief.stance'), history || t(`term.stance.${person.stance}`)],
    [t('visits.brief.roles'), person.roles.map((role) => t(`term.buyingRole.${role}`)).join(', ')],
    [t('visits.brief.open'), actions.map(({ title }) => title).join('; ')],
    [
      t('visits.brief.competitors'),
      sightings
        .map(({ competitorName, pitch }) => [competitorName, pitch].filter(Boolean).join(': '))
        .join('; '),
    ],
  ]
  return (
    <section className="brief-card">
      <h3>
        <StanceMark stance={person.stance} label={t(`term.stance.${person.stance}`)} />
        {person.name}
        {person.isTopFive && ' ★'}
        <span className="brief-answer">{attendee && t(`visits.answer.${attendee.partstat}`)}</span>
      </h3>
      <p className="brief-faint">{[person.title, person.department].filter(Boolean).join(', ')}</p>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** For the customer: made from the public invitation alone, so nothing private can be in it. */
export function CustomerPaper({ brief }: { readonly brief: BriefModel }) {
  const { i18n } = useTranslation()
  const { invitation } = brief.visit
  const language = mainLanguage(invitation)
  const t = i18n.getFixedT(language)
  const days = layOutAgendaDays(invitation, language)
  const names = [
    invitation.organizer.name,
    ...invitation.invitees.map(({ person }) => person.name),
  ].filter(Boolean)
  return (
    <article className="brief" data-testid="brief-customer">
      <header>
        <h1>{invitation.title}</h1>
        <p>
          {writeWhen(invitation, language)} ({invitation.zone})
        </p>
        <p>{[invitation.place, invitation.room].filter(Boolean).join(', ')}</p>
      </header>
      <section>
        <h2>{t('visits.agenda.title')}</h2>
        {days.map(({ heading, items }) => (
          <div key={heading}>
            {heading && <h3>{heading}</h3>}
            <table>
              <tbody>
                {items.map(({ time, title, detail }, index) => (
                  <tr key={index}>
                    <td className="tabular">{time}</td>
                    <td>
                      <strong>{title}</strong>
                      <span className="brief-faint">{detail}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </section>
      <section>
        <h2>{t('visits.brief.participants')}</h2>
        <p>{names.join(', ')}</p>
      </section>
    </article>
  )
}
