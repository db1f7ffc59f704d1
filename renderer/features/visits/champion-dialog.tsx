import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../db/terms'
import type { Language } from '../../../db/terms'
import { writeChampionAsk } from '../../../db/visit/champion-text'
import { chooseLanguage } from '../../../db/visit/planned-people'
import type { PlannedPerson } from '../../../db/visit/planned-person'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField, TextArea } from '../../ui/field'
import { addToast } from '../../ui/toasts'
import type { VisitModel } from './visit-model'

/** The text that asks the champion to bring the others; edit it, copy it, send it by own mail. */
export function ChampionDialog({
  model,
  champion,
  onClose,
}: {
  readonly model: VisitModel
  readonly champion: PlannedPerson
  onClose(): void
}) {
  const { t } = useTranslation()
  const { visit, people, site, invitation } = model
  const [language, setLanguage] = useState<Language>(() => chooseLanguage('', site?.country ?? ''))
  const [typed, setTyped] = useState<string | null>(null)
  const ask = useMemo(() => {
    const silent = people.filter(
      ({ person, state, attendee }) =>
        person.id !== champion.id &&
        (state === 'out' || (state === 'in' && attendee?.partstat !== 'ACCEPTED')),
    )
    const missing = silent.map(({ person: { name, title } }) => ({ name, title }))
    const { title, startAtMs, timeZone: zone } = visit
    const senderName = invitation.organizer.name
    const values = { championName: champion.name, senderName, title, startAtMs, zone, missing }
    return writeChampionAsk(values, language)
  }, [people, champion, visit, invitation, language])
  const text = typed ?? ask.text

  return (
    <Dialog
      title={t('visits.champion.title', { name: champion.name })}
      testId="champion-dialog"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          {champion.email && (
            <Button
              onClick={() => {
                const query = `subject=${encodeURIComponent(ask.subject)}&body=${encodeURIComponent(text)}`
                void window.shell.openAddress(`mailto:${champion.email}?${query}`)
              }}
            >
              {t('visits.champion.mail')}
            </Button>
          )}
          <Button
            look="primary"
            data-testid="champion-copy"
            onClick={() => {
              void navigator.clipboard.writeText(text)
              addToast({ text: t('visits.champion.copied') })
            }}
          >
            {t('ui.copy')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('visits.field.language')}
        value={language}
        options={languages.map((each) => [each, t(`visits.language.${each}`)] as const)}
        onPick={(picked) => {
          setLanguage(picked)
          setTyped(null)
        }}
      />
      <TextArea
        label={ask.subject}
        value={text}
        data-testid="champion-text"
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  )
}
