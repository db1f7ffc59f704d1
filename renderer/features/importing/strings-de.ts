import { importingStringsEn } from './strings-en'

export const importingStringsDe: typeof importingStringsEn = importingStringsEn
