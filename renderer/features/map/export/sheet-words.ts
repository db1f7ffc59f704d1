import type { MapSeat } from '../model'
import type { Translate } from './words'

/** Title and date line of an exported sheet; the safe one says nothing of stakeholders. */
export function sheetWords(
  t: Translate,
  accountName: string,
  seats: readonly MapSeat[],
  isSafe: boolean,
  nowMs: number,
  language: string,
): { readonly title: string; readonly subtitle: string } {
  const kind = t(isSafe ? 'map.export.sheetSafe' : 'map.export.sheet')
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(nowMs)
  const people = seats.filter(({ person }) => person !== null).length
  return {
    title: [accountName, kind].filter(Boolean).join(' · '),
    subtitle: `${date} · ${t('map.export.people', { n: people })}`,
  }
}

/** A file name without what file systems refuse: 'Acme – Organisation chart 2026-11-21'. */
export function fileStem(title: string, nowMs: number): string {
  const date = new Date(nowMs)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return `${title
    .replace(/[\\/:*?"<>|·]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()} ${day}`
}
