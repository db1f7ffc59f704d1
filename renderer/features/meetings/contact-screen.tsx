import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { modalities } from '../../../db/terms'
import type { Modality } from '../../../db/terms'
import type { RouteParams } from '../../app/feature'
import { useLive } from '../../data/live'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { SelectField, TextArea, TextField } from '../../ui/field'
import { foldText } from '../../ui/fold-text'
import { ScreenSkeleton } from '../../ui/skeleton'
import './meetings.css'

/** A contact in four fields: who, how, when, what. Enter saves. */
export function ContactScreen({ params }: { readonly params: RouteParams }) {
  const { t } = useTranslation()
  const accountId = params.accountId!
  const people = useLive(store.person.byAccount, { accountId })
  const [typed, setTyped] = useState<string | null>(null)
  const [modality, setModality] = useState<Modality>('phone')
  const [date, setDate] = useState(todayLocal)
  const [remark, setRemark] = useState('')
  if (!people) return <ScreenSkeleton />
  const active = people.filter(({ status }) => status === 'active')
  const preset = active.find(({ id }) => id === params.personId)
  const name = typed ?? preset?.name ?? ''
  const person = findPerson(active, name)

  async function save(): Promise<void> {
    if (!person) return
    const atMs = date === todayLocal() ? undefined : new Date(`${date}T12:00`).getTime()
    const values = { personId: person.id, modality, remark }
    const id = await run(
      store.meetingLog.logContact(atMs === undefined ? values : { ...values, atMs }),
    )
    if (!id) return
    toastDone(t('meetings.contact.done', { name: person.name }))
    window.history.back()
  }

  return (
    <form
      className="contact-form"
      data-testid="contact-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') window.history.back()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
      }}
    >
      <h1>{t('meetings.contact.title')}</h1>
      <TextField
        label={t('meetings.contact.who')}
        autoFocus
        list="contact-people"
        value={name}
        problem={name !== '' && !person ? t('meetings.contact.nobody') : null}
        data-testid="contact-who"
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id="contact-people">
        {active.map(({ id, name: each }) => (
          <option key={id} value={each}>
            {each}
          </option>
        ))}
      </datalist>
      <div className="field-row">
        <SelectField
          label={t('meetings.contact.how')}
          value={modality}
          options={modalities.map((each) => [each, t(`term.modality.${each}`)] as const)}
          data-testid="contact-how"
          onPick={setModality}
        />
        <TextField
          label={t('meetings.contact.when')}
          type="date"
          value={date}
          max={todayLocal()}
          onChange={(event) => setDate(event.target.value)}
        />
      </div>
      <TextArea
        label={t('meetings.contact.note')}
        value={remark}
        data-testid="contact-note"
        onChange={(event) => setRemark(event.target.value)}
      />
      <div className="contact-actions">
        <Button onClick={() => window.history.back()}>{t('ui.cancel')}</Button>
        <Button
          look="primary"
          type="submit"
          shortcut="Ctrl+Enter"
          disabled={!person}
          data-testid="contact-save"
        >
          {t('meetings.contact.save')}
        </Button>
      </div>
    </form>
  )
}

/** The one person whose name this is, or the only one it is a part of. */
function findPerson<P extends { readonly name: string }>(
  people: readonly P[],
  typed: string,
): P | null {
  const needle = foldText(typed.trim())
  if (needle === '') return null
  const same = people.find(({ name }) => foldText(name) === needle)
  const part = people.filter(({ name }) => foldText(name).includes(needle))
  return same ?? (part.length === 1 ? part[0]! : null)
}

function todayLocal(): string {
  const now = new Date()
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
