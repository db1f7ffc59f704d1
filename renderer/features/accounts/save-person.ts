import i18next from 'i18next'
import { toastDone } from '../../data/history'
import { run } from '../../data/run'
import { store } from '../../data/store'

/** The plain fields of a person; opinions and the top-five mark have steps of their own. */
export type PersonFields = Parameters<typeof store.person.set>[0]['fields']

/** Sets fields and says so with undo; throws what the store answers, for fields that keep the text. */
export async function setPerson(id: string, fields: PersonFields, what: string): Promise<void> {
  await store.person.set({ id, fields })
  toastDone(i18next.t('accounts.saved', { what }))
}

/** The same for a choice that has no text to keep: a failure becomes a toast. */
export function pickPerson(id: string, fields: PersonFields, what: string): void {
  void run(setPerson(id, fields, what))
}
