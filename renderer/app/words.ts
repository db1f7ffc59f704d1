import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language, Words } from './feature'
import { features } from './features'
import { appWords } from './strings'

const languages: readonly Language[] = ['en', 'de', 'nl', 'pl']

/** Starts i18n with the words of the app and of every feature. */
export async function startWords(chosen: Language | null): Promise<void> {
  const resources = Object.fromEntries(
    languages.map((language) => [language, { translation: allWords(language) }]),
  )
  await i18next.use(initReactI18next).init({
    resources,
    lng: chosen ?? systemLanguage(),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = i18next.language
}

function systemLanguage(): Language {
  const wanted = navigator.language.slice(0, 2)
  return languages.find((language) => language === wanted) ?? 'en'
}

function allWords(language: Language): Words {
  const parts: Words[] = [appWords[language], ...features.map((feature) => feature.words[language])]
  return Object.assign({}, ...parts) as Words
}
