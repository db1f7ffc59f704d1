import { settingsStringsEn } from './strings-en'

export const settingsStringsDe: typeof settingsStringsEn = settingsStringsEn
