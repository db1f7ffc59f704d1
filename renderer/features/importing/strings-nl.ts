import { importingStringsEn } from './strings-en'

export const importingStringsNl: typeof importingStringsEn = importingStringsEn
