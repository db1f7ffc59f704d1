import { visitsStringsDe } from './strings-de'
import { visitsStringsEn } from './strings-en'
import { visitsStringsNl } from './strings-nl'
import { visitsStringsPl } from './strings-pl'

/** The words of visits, merged by the app under `visits.*`. */
export const visitsStrings = {
  en: { visits: visitsStringsEn },
  de: { visits: visitsStringsDe },
  nl: { visits: visitsStringsNl },
  pl: { visits: visitsStringsPl },
}
