import { accountsStringsEn } from './strings-en'

export const accountsStringsNl: typeof accountsStringsEn = accountsStringsEn
