import type { Language, Words } from './feature'
import { termWordsDe } from './strings-terms-de'
import { termWordsEn } from './strings-terms-en'
import { termWordsNl } from './strings-terms-nl'
import { termWordsPl } from './strings-terms-pl'

/** Words for the values of `db/terms.ts`, for every screen: `term.stance.champion`. */
export const termWords: Readonly<Record<Language, Words>> = {
  en: { term: termWordsEn },
  de: { term: termWordsDe },
  nl: { term: termWordsNl },
  pl: { term: termWordsPl },
}
