import { todayStringsEn } from './strings-en'

export const todayStringsNl: typeof todayStringsEn = todayStringsEn
