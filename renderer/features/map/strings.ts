import { mapStringsDe } from './strings-de'
import { mapStringsEn } from './strings-en'
import { mapStringsNl } from './strings-nl'
import { mapStringsPl } from './strings-pl'

/** The map's words, merged by the app under `map.*`. */
export const mapStrings = {
  en: { map: mapStringsEn },
  de: { map: mapStringsDe },
  nl: { map: mapStringsNl },
  pl: { map: mapStringsPl },
}
