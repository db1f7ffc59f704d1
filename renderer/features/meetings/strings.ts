import { meetingsStringsDe } from './strings-de'
import { meetingsStringsEn } from './strings-en'
import { meetingsStringsNl } from './strings-nl'
import { meetingsStringsPl } from './strings-pl'

/** The words of meetings, merged by the app under `meetings.*`. */
export const meetingsStrings = {
  en: { meetings: meetingsStringsEn },
  de: { meetings: meetingsStringsDe },
  nl: { meetings: meetingsStringsNl },
  pl: { meetings: meetingsStringsPl },
}
