import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writeRefusal } from '../../../db/formats/itip/refusals'
import type { Language } from '../../../db/terms'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import type { TakenAnswer } from './read-answers'
import { writeDay, writeTime } from './times'
import type { VisitModel } from './visit-model'

/** What the dropped answers said, one sentence each; strangers can be put on the map here. */
export function AnswersDialog({
  model,
  taken,
  onClose,
}: {
  readonly model: VisitModel
  readonly taken: readonly TakenAnswer[]
  onClose(): void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('visits.answers.title', { count: taken.length })}
      testId="answers-dialog"
      onClose={onClose}
      actions={
        <Button look="primary" data-testid="answers-close" onClick={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <ul className="answers">
        {taken.map((answer, index) => (
          <li key={index} data-testid={`outcome-${answer.outcome.kind}`}>
            <p>
              <AnswerSentence model={model} answer={answer} />
            </p>
            {answer.outcome.kind === 'applied' && answer.outcome.next.comment && (
              <blockquote>{answer.outcome.next.comment}</blockquote>
            )}
            <NewStakeholder model={model} answer={answer} />
          </li>
        ))}
      </ul>
      {taken.some(({ outcome }) => outcome.kind === 'applied') && (
        <p className="muted">{t('visits.answers.unverified')}</p>
      )}
    </Dialog>
  )
}

function AnswerSentence({
  model,
  answer: { outcome, name, otherVisit },
}: {
  readonly model: VisitModel
  readonly answer: TakenAnswer
}) {
  const { t, i18n } = useTranslation()
  switch (outcome.kind) {
    case 'applied':
      return outcome.next.partstat === 'DELEGATED'
        ? t('visits.answers.delegated', { name, to: outcome.next.delegatedTo ?? '?' })
        : t('visits.answers.applied', {
            name,
            answer: t(`visits.answer.${outcome.next.partstat}`),
          })
    case 'earlier_version':
      return t('visits.answers.earlier_version', {
        name,
        answer: t(`visits.answer.${outcome.partstat}`),
      })
    case 'unknown_replier':
      return t(
        outcome.delegatedFromId ? 'visits.answers.delegate' : 'visits.answers.unknown_replier',
        { name, address: outcome.person.address, answer: t(`visits.answer.${outcome.partstat}`) },
      )
    case 'wrong_sender':
      return t('visits.answers.wrong_sender', {
        sender: outcome.sender,
        address: outcome.speaksFor,
      })
    case 'proposal': {
      const { timeZone } = model.visit
      const when =
        outcome.startAtMs === null
          ? '?'
          : `${writeDay(outcome.startAtMs, timeZone, i18n.language)}, ${writeTime(outcome.startAtMs, timeZone)}`
      return t('visits.answers.proposal', { name: name || '?', when })
    }
    case 'other_meeting':
      return otherVisit
        ? t('visits.answers.other_visit', { title: otherVisit.title })
        : t('visits.answers.other_meeting')
    case 'refused':
      return writeRefusal(outcome.code, i18n.language as Language)
    case 'stale':
    case 'repeated':
      return t(`visits.answers.${outcome.kind}`, { name })
    case 'not_an_answer':
      return t('visits.answers.not_an_answer')
  }
}

/** Somebody who answered and is not on the map, or whom an answer was handed on to. */
function NewStakeholder({
  model,
  answer: { outcome },
}: {
  readonly model: VisitModel
  readonly answer: TakenAnswer
}) {
  const { t } = useTranslation()
  const [isAdded, setAdded] = useState(false)
  const person =
    outcome.kind === 'unknown_replier'
      ? outcome.person
      : outcome.kind === 'applied' && outcome.delegate && !outcome.delegate.knownId
        ? { name: '', address: outcome.delegate.address }
        : null
  if (!person) return null
  const name = person.name || person.address.split('@')[0]!
  const partstat = outcome.kind === 'unknown_replier' ? outcome.partstat : null

  async function add(): Promise<void> {
    const { id: visitId, accountId } = model.visit
    const drawn = await run(store.drawing.add({ accountId, bossId: null, name }))
    if (!drawn?.personId) return
    const personId = drawn.personId
    await run(store.person.set({ id: personId, fields: { email: person!.address } }))
    await run(store.attendee.invite({ visitId, personId, isInvited: 1 }))
    if (partstat) {
      const rows = await store.attendee.byVisit({ visitId })
      const row = rows.find((each) => each.personId === personId)
      if (row) await run(store.attendee.set({ id: row.id, fields: { partstat, isUnverified: 1 } }))
    }
    setAdded(true)
  }

  return isAdded ? (
    <p className="muted">{t('visits.answers.added', { name })}</p>
  ) : (
    <Button
      icon={<IconUserPlus size={16} />}
      data-testid={`add-${person.address}`}
      onClick={() => void add()}
    >
      {t('visits.answers.add', { name })}
    </Button>
  )
}
