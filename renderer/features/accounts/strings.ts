import { accountsStringsDe } from './strings-de'
import { accountsStringsEn } from './strings-en'
import { accountsStringsNl } from './strings-nl'
import { accountsStringsPl } from './strings-pl'

/** The words of this feature, merged by the app under `accounts.*`. */
export const accountsStrings = {
  en: { accounts: accountsStringsEn },
  de: { accounts: accountsStringsDe },
  nl: { accounts: accountsStringsNl },
  pl: { accounts: accountsStringsPl },
}
