import type { Language, Words } from './feature'
import { de } from './strings-de'
import { en } from './strings-en'
import { nl } from './strings-nl'
import { pl } from './strings-pl'
import { termWords } from './strings-terms'

/** The words of the frame itself, of errors and of tables; features bring their own. */
export const appWords: Readonly<Record<Language, Words>> = {
  en: { ...en, ...termWords.en },
  de: { ...de, ...termWords.de },
  nl: { ...nl, ...termWords.nl },
  pl: { ...pl, ...termWords.pl },
}
