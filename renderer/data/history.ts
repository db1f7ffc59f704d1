import i18next from 'i18next'
import { addToast } from '../ui/toasts'
import { run } from './run'
import { store } from './store'

/** Takes back the last step and says which one it was. */
export async function undo(): Promise<void> {
  const operation = await run(store.history.undo())
  if (operation) addToast({ text: i18next.t('history.undone', { step: stepWords(operation) }) })
}

export async function redo(): Promise<void> {
  const operation = await run(store.history.redo())
  if (operation) addToast({ text: i18next.t('history.redone', { step: stepWords(operation) }) })
}

/** Says what was done, with a button that takes it back. */
export function toastDone(text: string): void {
  addToast({ text, action: { label: i18next.t('history.undo'), run: () => void undo() } })
}

function stepWords(operation: string): string {
  return i18next.t([`step.${operation}`, 'step.other'])
}
