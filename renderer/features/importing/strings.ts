import { importingStringsDe } from './strings-de'
import { importingStringsEn } from './strings-en'
import { importingStringsNl } from './strings-nl'
import { importingStringsPl } from './strings-pl'

/** The words of this feature, merged by the app under `importing.*`. */
export const importingStrings = {
  en: { importing: importingStringsEn },
  de: { importing: importingStringsDe },
  nl: { importing: importingStringsNl },
  pl: { importing: importingStringsPl },
}
