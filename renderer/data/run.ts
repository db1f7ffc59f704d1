import i18next from 'i18next'
import { StoreError } from '../../db/remote'
import { addToast } from '../ui/toasts'

/**
 * Runs a command and puts a failure into words. Gives its value, or undefined when it failed; the
 * caller keeps what was typed.
 */
export async function run<V>(call: Promise<V>): Promise<V | undefined> {
  try {
    return await call
  } catch (error) {
    addToast({ kind: 'error', text: errorWords(error) })
    return undefined
  }
}

/** The sentence for an error: what happened, what is safe, what to do. */
export function errorWords(error: unknown): string {
  if (error instanceof StoreError) return i18next.t(`error.${error.code}`, error.fields)
  const code = error instanceof Error ? /: (\w+)$/.exec(error.message)?.[1] : undefined
  return i18next.t([`error.${code ?? 'internal'}`, 'error.internal'])
}
