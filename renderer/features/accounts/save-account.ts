import i18next from 'i18next'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'

/** The fields of an account that can be set. */
export type AccountFields = Parameters<typeof store.account.set>[0]['fields']

/** Sets fields and says so with undo; throws what the store answers, for fields that keep the text. */
export async function setAccount(id: string, fields: AccountFields, what: string): Promise<void> {
  await store.account.set({ id, fields })
  toastDone(i18next.t('accounts.saved', { what }))
}

/** The same for a choice that has no text to keep: a failure becomes a toast. */
export function pickAccount(id: string, fields: AccountFields, what: string): void {
  void run(setAccount(id, fields, what))
}
