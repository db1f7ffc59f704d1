import { useTranslation } from 'react-i18next'
import { languages, teamRoles } from '../../../db/terms'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'

/** The user's own row among our people: it signs invitations as the organiser. */
export function MySelf({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation()
  const member = useLive(store.member.byId, { id: memberId })
  if (!member) return null
  const word = (name: string) => t(`settings.me.${name}`)
  async function set(
    fields: Parameters<typeof store.member.set>[0]['fields'],
    what: string,
  ): Promise<void> {
    await store.member.set({ id: memberId, fields })
    toastDone(t('settings.saved', { what }))
  }
  const field = (column: 'name' | 'email' | 'phone' | 'title', type: 'text' | 'email' | 'tel') => (
    <DraftField
      label={word(column === 'title' ? 'jobTitle' : column)}
      type={type}
      maxLength={400}
      testId={`me-${column}`}
      draftKey={`member.${memberId}.${column}`}
      saved={member[column]}
      check={(text) => {
        if (column === 'name' && text.trim() === '') return word('nameNeeded')
        const isMail = /^[^\s@]+@[^\s@]+$/.test(text.trim())
        return column === 'email' && text.trim() !== '' && !isMail ? word('emailWrong') : null
      }}
      save={(text) =>
        set({ [column]: text.trim() }, word(column === 'title' ? 'jobTitle' : column))
      }
    />
  )
  return (
    <div className="settings-pair">
      {field('name', 'text')}
      {field('email', 'email')}
      {field('title', 'text')}
      {field('phone', 'tel')}
      <SelectField
        label={word('role')}
        value={member.teamRole}
        options={teamRoles.map((role) => [role, t(`term.teamRole.${role}`)])}
        onPick={(teamRole) => void run(set({ teamRole }, word('role')))}
      />
      <SelectField
        label={word('language')}
        value={member.language}
        options={languages.map((code) => [code, t(`settings.language.${code}`)])}
        onPick={(language) => void run(set({ language }, word('language')))}
      />
    </div>
  )
}
