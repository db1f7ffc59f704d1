import { accountsStringsEn } from './strings-en'

export const accountsStringsDe: typeof accountsStringsEn = accountsStringsEn
