import { settingsStringsEn } from './strings-en'

export const settingsStringsNl: typeof settingsStringsEn = settingsStringsEn
