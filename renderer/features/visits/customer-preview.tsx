import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvitationProblem, Invitee } from '../../../db/formats/itip/invitation'
import { layOutMail } from '../../../db/formats/itip/mail-text'
import { languages } from '../../../db/terms'
import type { Language } from '../../../db/terms'
import { store } from '../../data/store'
import { DraftField } from '../../ui/draft-field'
import { MissingAddresses } from './missing-addresses'
import { OutboxPanel } from './outbox-panel'
import type { VisitModel } from './visit-model'
import './preview.css'

/** What the customer will see, word for word, in each invitee's language. */
export function CustomerPreview({ model }: { readonly model: VisitModel }) {
  const { t } = useTranslation()
  const { invitation, visit } = model
  const used = languages.filter((language) =>
    invitation.invitees.some((invitee) => invitee.language === language),
  )
  const [picked, setPicked] = useState<Language | null>(null)
  const language = picked && used.includes(picked) ? picked : (used[0] ?? 'en')
  const invitee = invitation.invitees.find((each) => each.language === language) ?? nobody(language)
  const hasLeft = model.mails.some(({ status }) => status === 'sent' || status === 'handed_over')
  const edited = { subject: '', opening: visit.welcome }
  const mail = layOutMail(hasLeft ? 'update' : 'invitation', invitation, invitee, edited)
  return (
    <section className="visit-column preview-column" aria-label={t('visits.preview.title')}>
      <div className="column-head">
        <h2>{t('visits.preview.title')}</h2>
        <div className="segments" role="group" aria-label={t('visits.field.language')}>
          {used.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === language}
              data-testid={`preview-${each}`}
              title={t(`visits.language.${each}`)}
              onClick={() => setPicked(each)}
            >
              {each.toUpperCase()}
            </button>
          ))}
        </div>
      </div>
      <Problems problems={model.problems} />
      <MissingAddresses model={model} />
      <OutboxPanel model={model} />
      <DraftField
        label={t('visits.preview.welcome')}
        hint={t('visits.preview.welcomeHint')}
        draftKey={`visit:${visit.id}:welcome`}
        saved={visit.welcome}
        isLong
        testId="visit-welcome"
        save={(welcome) => store.visit.set({ id: visit.id, fields: { welcome } })}
      />
      <article className="paper" lang={language} data-testid="preview-paper">
        <h3>{mail.subject}</h3>
        <p>{mail.greeting}</p>
        <p className="paper-opening">{mail.opening}</p>
        <dl>
          {mail.facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="muted">{mail.zone}</p>
        {mail.agenda.length > 0 && <h4>{mail.agendaHeading}</h4>}
        {mail.agenda.map(({ heading, items }) => (
          <div key={heading}>
            {heading && <p className="paper-day">{heading}</p>}
            <ul>
              {items.map(({ time, title, detail }, index) => (
                <li key={index}>
                  <span className="tabular">{time}</span>
                  <span>
                    {title}
                    <span className="muted">{detail}</span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {mail.answer && <p>{mail.answer}</p>}
        <p>
          {mail.closing}
          <br />
          {mail.organizer}
        </p>
      </article>
    </section>
  )
}

function Problems({ problems }: { readonly problems: readonly InvitationProblem[] }) {
  const { t } = useTranslation()
  const shown = problems.filter(
    ({ code }) => code !== 'invitee_address' && code !== 'organizer_address',
  )
  if (shown.length === 0) return null
  return (
    <ul className="preview-problems" role="status">
      {shown.map((problem, index) => (
        <li key={index}>{t(`visits.invitation.${problem.code}`, { ...problem })}</li>
      ))}
    </ul>
  )
}

function nobody(language: Language): Invitee {
  const person = { name: '…', address: '' }
  return { id: '', person, kind: 'required', partstat: 'NEEDS-ACTION', language }
}
