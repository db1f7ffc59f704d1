import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountStatuses, segments } from '../../../db/terms'
import type { AccountListRow } from '../../../db/views/account-list'
import { toastDone } from '../../data/history'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField, TextField } from '../../ui/field'
import { foldText } from '../../ui/fold-text'

/** Asks for what an account needs to begin; the rest is filled in on its page. */
export function NewAccountDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly AccountListRow[]
  onClose(): void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [city, setCity] = useState('')
  const [status, setStatus] = useState<AccountListRow['status']>('prospect')
  const [segment, setSegment] = useState<AccountListRow['segment']>('unknown')
  const [isBusy, setBusy] = useState(false)
  const twin = name.trim() && rows.find((row) => foldText(row.name) === foldText(name.trim()))

  async function create(): Promise<void> {
    if (name.trim() === '' || isBusy) return
    setBusy(true)
    const id = await run(
      store.account.create({ name: name.trim(), city: city.trim(), status, segment }),
    )
    setBusy(false)
    if (id === undefined) return
    onClose()
    goTo(`accounts/${id}`)
    toastDone(t('accounts.new.done', { name: name.trim() }))
  }

  return (
    <Dialog
      title={t('accounts.new.title')}
      testId="new-account-dialog"
      onClose={onClose}
      onSubmit={() => void create()}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            look="primary"
            disabled={name.trim() === '' || isBusy}
            data-testid="create-account"
          >
            {t('accounts.new.create')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('accounts.nameLabel')}
        autoFocus
        required
        maxLength={400}
        data-testid="new-account-name"
        hint={twin ? t('accounts.new.twin', { name: twin.name }) : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('accounts.field.city')}
        maxLength={400}
        value={city}
        onChange={(event) => setCity(event.target.value)}
      />
      <div className="field-pair">
        <SelectField
          label={t('accounts.field.status')}
          options={accountStatuses.map((value) => [value, t(`term.accountStatus.${value}`)])}
          value={status}
          onPick={setStatus}
        />
        <SelectField
          label={t('accounts.field.segment')}
          options={segments.map((value) => [value, t(`term.segment.${value}`)])}
          value={segment}
          onPick={setSegment}
        />
      </div>
    </Dialog>
  )
}
