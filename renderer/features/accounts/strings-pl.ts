import { accountsStringsEn } from './strings-en'

export const accountsStringsPl: typeof accountsStringsEn = accountsStringsEn
