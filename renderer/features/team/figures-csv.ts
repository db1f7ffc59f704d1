import type { TFunction } from 'i18next'
import { printCsv } from '../../../db/formats/csv-print'
import type { TeamFigures } from '../../../db/views/team-figures'
import { formatDay } from '../../ui/format'

/** The face-time list as a CSV file (UTF-8 with BOM, safe to open in a spreadsheet). */
export function figuresCsv(figures: TeamFigures, t: TFunction, language: string): Uint8Array {
  const head = ['account', 'lastOnSite', 'due', 'overdueDays'].map((column) =>
    t(`team.csv.${column}`),
  )
  const rows = figures.faceTime.map((entry) => [
    entry.name,
    entry.lastAtMs === null ? '' : formatDay(entry.lastAtMs, language),
    formatDay(entry.dueAtMs, language),
    String(entry.overdueDays),
  ])
  return new TextEncoder().encode(printCsv([head, ...rows]))
}
