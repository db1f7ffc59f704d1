import { importingStringsEn } from './strings-en'

export const importingStringsPl: typeof importingStringsEn = importingStringsEn
