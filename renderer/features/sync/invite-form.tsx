import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { SelectField, TextField } from '../../ui/field'

const roles = ['rep', 'manager', 'admin'] as const
type Role = (typeof roles)[number]

/** An administrator makes the invitation link of a colleague here; the server refuses everybody else. */
export function InviteForm() {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('rep')
  const [link, setLink] = useState<{ name: string; address: string } | null>(null)
  async function invite(): Promise<void> {
    const address = await run(store.sync.invite({ name: name.trim(), role }))
    if (address === undefined) return
    setLink({ name: name.trim(), address })
    setName('')
  }
  return (
    <details className="sync-invite">
      <summary data-testid="invite-colleague">{t('sync.invite.title')}</summary>
      <form
        className="sync-form"
        onSubmit={(event) => {
          event.preventDefault()
          void invite()
        }}
      >
        <TextField
          label={t('sync.invite.name')}
          data-testid="invite-name"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('sync.invite.role')}
          value={role}
          options={roles.map((value) => [value, t(`sync.invite.roles.${value}`)] as const)}
          onPick={setRole}
        />
        <div>
          <Button type="submit" data-testid="invite-make" disabled={name.trim() === ''}>
            {t('sync.invite.verb')}
          </Button>
        </div>
        {link && (
          <div role="status">
            <p>{t('sync.invite.done', { name: link.name })}</p>
            <p className="sync-invite-link" data-testid="invite-link">
              {link.address}
            </p>
            <Button onClick={() => void navigator.clipboard.writeText(link.address)}>
              {t('sync.invite.copy')}
            </Button>
          </div>
        )}
      </form>
    </details>
  )
}
