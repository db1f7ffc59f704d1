import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../db/entities/account'
import { toastDone } from '../../data/history'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'

/** Moves the account and all that belongs to it to the trash. */
export function DeleteAccount({
  account,
  people,
}: {
  readonly account: Account
  readonly people: number
}) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  async function remove(): Promise<void> {
    goTo('accounts')
    const rows = await run(store.portfolio.removeAccount({ accountId: account.id }))
    if (rows !== undefined) toastDone(t('accounts.delete.done', { name: account.name }))
  }
  return (
    <section>
      <Button
        look="danger"
        icon={<IconTrash size={16} />}
        data-testid="delete-account"
        onClick={() => setAsking(true)}
      >
        {t('accounts.delete.verb')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('accounts.delete.title', { name: account.name })}
          text={t('accounts.delete.text', { n: people })}
          verb={t('accounts.delete.verb')}
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
