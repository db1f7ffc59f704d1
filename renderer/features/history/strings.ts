import type { Language, Words } from '../../app/feature'
import { historyStringsDe } from './strings-de'
import { historyStringsEn } from './strings-en'
import { historyStringsNl } from './strings-nl'
import { historyStringsPl } from './strings-pl'

/** Words of the tab; `history.*` is taken by undo and redo. */
export const historyStrings: Readonly<Record<Language, Words>> = {
  en: { mapHistory: historyStringsEn },
  de: { mapHistory: historyStringsDe },
  nl: { mapHistory: historyStringsNl },
  pl: { mapHistory: historyStringsPl },
}
