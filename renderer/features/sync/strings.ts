import { syncStringsDe } from './strings-de'
import { syncStringsEn } from './strings-en'
import { syncStringsNl } from './strings-nl'
import { syncStringsPl } from './strings-pl'

/** The words of this feature, merged by the app under `sync.*`. */
export const syncStrings = {
  en: { sync: syncStringsEn },
  de: { sync: syncStringsDe },
  nl: { sync: syncStringsNl },
  pl: { sync: syncStringsPl },
}
