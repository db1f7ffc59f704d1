import { settingsStringsDe } from './strings-de'
import { settingsStringsEn } from './strings-en'
import { settingsStringsNl } from './strings-nl'
import { settingsStringsPl } from './strings-pl'

/** The words of this feature, merged by the app under `settings.*`. */
export const settingsStrings = {
  en: { settings: settingsStringsEn },
  de: { settings: settingsStringsDe },
  nl: { settings: settingsStringsNl },
  pl: { settings: settingsStringsPl },
}
