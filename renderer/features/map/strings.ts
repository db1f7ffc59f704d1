import type { Words } from '../../app/feature'
import { exportStringsDe } from './export/strings-de'
import { mapStringsDe } from './strings-de'
import { exportStringsEn } from './export/strings-en'
import { mapStringsEn } from './strings-en'
import { exportStringsNl } from './export/strings-nl'
import { mapStringsNl } from './strings-nl'
import { exportStringsPl } from './export/strings-pl'
import { mapStringsPl } from './strings-pl'

/** The map's words, merged by the app under `map.*`. */
export const mapStrings = {
  en: { map: withExport(mapStringsEn, exportStringsEn) },
  de: { map: withExport(mapStringsDe, exportStringsDe) },
  nl: { map: withExport(mapStringsNl, exportStringsNl) },
  pl: { map: withExport(mapStringsPl, exportStringsPl) },
}

function withExport<S extends { readonly command: Words }, E extends { readonly title: string }>(
  words: S,
  exported: E,
) {
  return { ...words, command: { ...words.command, exportMap: exported.title }, export: exported }
}
