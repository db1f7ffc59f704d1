import { settingsStringsEn } from './strings-en'

export const settingsStringsPl: typeof settingsStringsEn = settingsStringsEn
