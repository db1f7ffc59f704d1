import { todayStringsDe } from './strings-de'
import { todayStringsEn } from './strings-en'
import { todayStringsNl } from './strings-nl'
import { todayStringsPl } from './strings-pl'

/** The words of the first screen, merged by the app under `today.*`. */
export const todayStrings = {
  en: { today: todayStringsEn },
  de: { today: todayStringsDe },
  nl: { today: todayStringsNl },
  pl: { today: todayStringsPl },
}
