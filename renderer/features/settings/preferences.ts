import i18next from 'i18next'
import type { Language } from '../../../db/terms'

/** Changes the language of everything on the screen and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  await window.shell.setPreferences({ language })
}
