import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../db/terms'
import type { Language } from '../../../db/terms'
import { readAddress } from '../../../db/formats/itip/address'
import { writeFollowUp } from '../../../db/visit/follow-up'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField, TextArea } from '../../ui/field'
import { addToast } from '../../ui/toasts'
import type { MeetingModel } from './use-meeting'

/** The mail to who was there, drafted from decisions and actions that are not private. */
export function FollowUpDialog({
  model,
  onClose,
}: {
  readonly model: MeetingModel
  onClose(): void
}) {
  const { t, i18n } = useTranslation()
  const { meeting, marks, actions, present, members, people, self } = model
  const [language, setLanguage] = useState<Language>(i18n.language as Language)
  const [typed, setTyped] = useState<string | null>(null)
  const draft = useMemo(
    () =>
      writeFollowUp(
        {
          title: meeting.title,
          startAtMs: meeting.startedAtMs,
          zone: meeting.timeZone,
          senderName: self?.name ?? '',
          decisions: marks
            .filter(({ kind }) => kind === 'decision')
            .map(({ body, isPrivate }) => ({ text: body, isPrivate: isPrivate === 1 })),
          actions: actions
            .filter(({ status }) => status !== 'dropped')
            .map((action) => ({
              title: action.title,
              ownerName:
                members.find(({ id }) => id === action.ownerMemberId)?.name ??
                people.find(({ id }) => id === action.personId)?.name ??
                action.ownerName,
              dueDate: action.dueDate,
              isPrivate: action.isPrivate === 1,
            })),
          nextStep: meeting.nextStep,
        },
        language,
      ),
    [meeting, marks, actions, members, people, self, language],
  )
  const text = typed ?? draft.text
  const addresses = present
    .filter(
      ({ participant: { attendance } }) => attendance !== 'unknown' && attendance !== 'absent',
    )
    .flatMap(({ person }) => readAddress(person.email) ?? [])

  return (
    <Dialog
      title={t('meetings.followUp.title')}
      isWide
      testId="follow-up-dialog"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          <Button
            disabled={addresses.length === 0}
            onClick={() => {
              const query = `subject=${encodeURIComponent(draft.subject)}&body=${encodeURIComponent(text)}`
              void window.shell.openAddress(`mailto:${addresses.join(',')}?${query}`)
            }}
          >
            {t('meetings.followUp.mail', { count: addresses.length })}
          </Button>
          <Button
            look="primary"
            data-testid="follow-up-copy"
            onClick={() => {
              void navigator.clipboard.writeText(text)
              addToast({ text: t('meetings.followUp.copied') })
            }}
          >
            {t('ui.copy')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('meetings.followUp.hint')}</p>
      <SelectField
        label={t('meetings.field.language')}
        value={language}
        options={languages.map((each) => [each, t(`meetings.language.${each}`)] as const)}
        onPick={(picked) => {
          setLanguage(picked)
          setTyped(null)
        }}
      />
      <TextArea
        label={draft.subject}
        value={text}
        data-testid="follow-up-text"
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  )
}
