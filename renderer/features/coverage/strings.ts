import type { Language, Words } from '../../app/feature'
import { coverageStringsDe } from './strings-de'
import { coverageStringsEn } from './strings-en'
import { coverageStringsNl } from './strings-nl'
import { coverageStringsPl } from './strings-pl'

export const coverageStrings: Readonly<Record<Language, Words>> = {
  en: { whitespace: coverageStringsEn },
  de: { whitespace: coverageStringsDe },
  nl: { whitespace: coverageStringsNl },
  pl: { whitespace: coverageStringsPl },
}
