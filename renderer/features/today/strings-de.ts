import { todayStringsEn } from './strings-en'

export const todayStringsDe: typeof todayStringsEn = todayStringsEn
