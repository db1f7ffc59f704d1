import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/field'

/** Adds a person with a seat on the map in one step. */
export function AddPersonDialog({
  accountId,
  onClose,
  onAdded,
}: {
  readonly accountId: string
  onClose(): void
  onAdded(personId: string): void
}) {
  const { t } = useTranslation()
  const [fields, setFields] = useState({ name: '', title: '', department: '', email: '' })
  const [isBusy, setBusy] = useState(false)
  const name = fields.name.trim()
  async function add(): Promise<void> {
    if (name === '' || isBusy) return
    setBusy(true)
    const { title, department, email } = fields
    const added = await run(
      store.drawing.add({
        accountId,
        bossId: null,
        name,
        title: title.trim(),
        department: department.trim(),
        email: email.trim(),
      }),
    )
    setBusy(false)
    if (!added) return
    onClose()
    toastDone(t('accounts.people.added', { name }))
    if (added.personId) onAdded(added.personId)
  }
  return (
    <Dialog
      title={t('accounts.people.add')}
      testId="add-person-dialog"
      onClose={onClose}
      onSubmit={() => void add()}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" disabled={name === '' || isBusy}>
            {t('accounts.people.add')}
          </Button>
        </>
      }
    >
      {(['name', 'title', 'department', 'email'] as const).map((field) => (
        <TextField
          key={field}
          label={t(`accounts.person.${field}`)}
          autoFocus={field === 'name'}
          type={field === 'email' ? 'email' : 'text'}
          maxLength={400}
          data-testid={`add-person-${field}`}
          hint={field === 'title' ? t('accounts.people.onMap') : undefined}
          value={fields[field]}
          onChange={(event) => setFields({ ...fields, [field]: event.target.value })}
        />
      ))}
    </Dialog>
  )
}
