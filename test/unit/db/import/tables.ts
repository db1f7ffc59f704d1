import { readCsvTable } from '../../../../db/formats/csv-table'
import { sayFormatProblem } from '../../../../db/formats/problem'
import { guessMapping } from '../../../../db/import/columns'
import { isHeaderWord } from '../../../../db/import/header-words'
import type { ColumnMapping, ImportFile } from '../../../../db/import/import-fields'
import { planImport, type PlanOptions } from '../../../../db/import/plan'
import type { ImportPlan } from '../../../../db/import/plan-model'
import { sayPlanRow } from '../../../../db/import/say-plan'
import type { ImportSnapshot } from '../../../../db/import/snapshot'
import { makeCsvEngine } from '../../../../db/node/csv-engine'
import { anAccount } from './apply-plan'

/** A CSV text or file as the import sees it, its mapping guessed and changed as wanted. */
export async function fileOf(
  content: string | Uint8Array,
  change: Partial<ColumnMapping> = {},
): Promise<ImportFile> {
  const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content)) : content
  const read = await readCsvTable(bytes, { makeEngine: makeCsvEngine, isHeaderWord })
  if (!read.ok) throw new Error(sayFormatProblem(read.problem))
  const mapping = guessMapping(read.value, change.kind)
  return { name: 'test.csv', table: read.value, mapping: { ...mapping, ...change } }
}

export const intoAcme: PlanOptions = {
  target: { kind: 'account', accountId: 'acme' },
  today: '2026-11-21',
}
export const byColumn: PlanOptions = {
  target: { kind: 'by_column', fallbackAccountId: null },
  today: '2026-11-21',
}

export async function planCsv(
  content: string,
  snapshot: ImportSnapshot = anAccount,
  options: PlanOptions = intoAcme,
): Promise<ImportPlan> {
  return planImport([await fileOf(content)], snapshot, options)
}

/** Who reports to whom by what they are called, `-` = the top. */
export function chartOf(snapshot: ImportSnapshot): string[] {
  const holders = new Map<string, string[]>()
  const names = new Map(snapshot.people.map((person) => [person.id, person.name]))
  for (const { seatId, personId } of snapshot.occupancies)
    holders.set(seatId, [...(holders.get(seatId) ?? []), names.get(personId)!])
  const labels = new Map(
    snapshot.seats.map((seat) => {
      const who = holders.get(seat.id)?.join(' + ') ?? (seat.remark || '?')
      return [seat.id, seat.title === '' ? who : `${who}, ${seat.title}`]
    }),
  )
  return snapshot.seats.map(
    (seat) => `${labels.get(seat.id)} < ${seat.bossId === null ? '-' : labels.get(seat.bossId)}`,
  )
}

export function said(plan: ImportPlan): string[] {
  return plan.rows.map(sayPlanRow)
}
