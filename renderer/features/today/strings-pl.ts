import { todayStringsEn } from './strings-en'

export const todayStringsPl: typeof todayStringsEn = todayStringsEn
