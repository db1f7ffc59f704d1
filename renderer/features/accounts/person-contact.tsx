import { useTranslation } from 'react-i18next'
import type { Person } from '../../../db/entities/person'
import { languages } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Check } from '../../ui/check'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'
import { pickPerson, setPerson } from './save-person'

/** How to reach the person, in which language, and whether they may be invited. */
export function PersonContact({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const { id, accountId } = person
  const sites = useLive(store.site.byAccount, { accountId })
  const seats = useLive(store.occupancy.byAccount, { accountId })
  const word = (name: string) => t(`accounts.person.${name}`)
  const field = (name: 'email' | 'phone' | 'mobile', type: 'email' | 'tel') => (
    <DraftField
      label={word(name)}
      type={type}
      maxLength={400}
      testId={`person-${name}`}
      draftKey={`person.${id}.${name}`}
      saved={person[name]}
      check={name === 'email' ? (text) => (isMail(text) ? null : word('emailWrong')) : undefined}
      save={(text) => setPerson(id, { [name]: text.trim() }, word(name))}
    />
  )
  /** Leaving the company also ends where they sit, in one step. */
  async function setLeft(hasLeft: boolean): Promise<void> {
    const held = seats?.find((row) => row.personId === id && row.toDate === null)
    const answer = await run<unknown>(
      hasLeft && held
        ? store.drawing.vacate({ seatId: held.seatId, hasLeftCompany: true })
        : store.person.set({ id, fields: { status: hasLeft ? 'left' : 'active' } }),
    )
    if (answer !== undefined) toastDone(t('accounts.saved', { what: word('leftCompany') }))
  }
  const known = languages as readonly string[]
  const languageNames = languages.map((code) => [code, t(`accounts.language.${code}`)] as const)
  const other =
    person.language !== '' && !known.includes(person.language)
      ? [[person.language, person.language] as const]
      : []
  return (
    <section>
      <h3>{word('contact')}</h3>
      {field('email', 'email')}
      <div className="field-pair">
        {field('phone', 'tel')}
        {field('mobile', 'tel')}
      </div>
      <div className="field-pair">
        <SelectField<string>
          label={word('language')}
          value={person.language}
          options={[['', word('languageOfAccount')], ...languageNames, ...other]}
          onPick={(language) => pickPerson(id, { language }, word('language'))}
        />
        <SelectField<string>
          label={word('site')}
          value={person.siteId ?? ''}
          options={[['', '–'], ...(sites ?? []).map((site) => [site.id, site.name] as const)]}
          onPick={(siteId) => pickPerson(id, { siteId: siteId || null }, word('site'))}
        />
      </div>
      <div className="checks">
        <Check
          label={word('optedOut')}
          hint={word('optedOutHint')}
          isOn={person.isOptedOut === 1}
          testId="person-opted-out"
          onChange={(isOn) => pickPerson(id, { isOptedOut: isOn ? 1 : 0 }, word('optedOut'))}
        />
        <Check
          label={word('leftCompany')}
          hint={word('leftCompanyHint')}
          isOn={person.status === 'left'}
          testId="person-left"
          onChange={(isOn) => void setLeft(isOn)}
        />
      </div>
    </section>
  )
}

function isMail(text: string): boolean {
  return text.trim() === '' || /^[^\s@]+@[^\s@]+$/.test(text.trim())
}
