import i18next from 'i18next'
import { useEffect, useState } from 'react'
import type { ShellPreferences } from '../../../electron/shell'
import type { Language } from '../../../db/terms'

/** Changes the language of everything on the screen and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  await window.shell.setPreferences({ language })
}

/** The theme chosen, and a way to choose another; the whole window follows at once. */
export function useTheme() {
  const [theme, setTheme] = useState<ShellPreferences['theme'] | null>(null)
  useEffect(() => {
    void window.shell.preferences().then((preferences) => setTheme(preferences.theme))
  }, [])
  return {
    theme,
    pickTheme(next: ShellPreferences['theme']) {
      setTheme(next)
      void window.shell.setPreferences({ theme: next })
    },
  }
}
