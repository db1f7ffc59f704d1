import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameColumns } from '../../../../db/formats/csv-shape'
import type { ImportField, ImportFile } from '../../../../db/import/import-fields'
import { planImport } from '../../../../db/import/plan'
import type { ImportSnapshot } from '../../../../db/import/snapshot'
import { anAccount, applyPlan } from './apply-plan'
import { byColumn, intoAcme } from './tables'

const fields = [
  'postId',
  'externalId',
  'name',
  'title',
  'department',
  'email',
  'managerId',
  'manager',
  'headcount',
  'account',
  'endDate',
] as const satisfies readonly ImportField[]

const few = (...texts: string[]) => fc.constantFrom('', ...texts)
const row = fc.tuple(
  few('1', '2', '3', '4', 'A'),
  few('1', '2', 'e3', 'e4'),
  few('Anna', 'Jan', 'Eva', 'anna ', 'Vacant', 'N/D', 'Eliminated', 'Łukasz Żak'),
  few('CIO', 'Dev', 'Ops', 'Not in post'),
  few('IT', 'HR'),
  few('anna@acme.example', 'info@acme.example', 'none'),
  few('1', '2', '3', '4', 'A', 'XX', '99'),
  few('Anna', 'Jan', 'Eva', 'CIO', 'info@acme.example'),
  few('1', '2.5', 'x'),
  few('acme', 'Globex'),
  few('2020-01-01', '2099-01-01'),
)
const file = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.subarray([...fields]))
  .map(([rows, used]): ImportFile => ({
    name: 'generated.csv',
    table: {
      columns: nameColumns(fields, fields.length),
      rows: rows.map((cells, at) => ({ row: at + 2, cells })),
    },
    mapping: {
      kind: 'people',
      columns: fields.map((field) => (used.includes(field) ? field : null)),
      dateOrder: 'ymd',
      decimal: '.',
      currency: 'EUR',
      isFamilyNameFirst: false,
      areIdsLocal: false,
    },
  }))
const options = fc.constantFrom(intoAcme, byColumn)

/** Fixed, so that a run today and a run tomorrow see the same files. */
const seed = 20_261_121

describe(`any files about people (seed ${seed})`, () => {
  it('give a plan whose rows add up, that can be sent and done, without loops and lost rows', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 3 }), options, (files, chosen) => {
        const plan = planImport(files, anAccount, chosen)
        const { rows, created, updated, skipped } = plan.counts
        expect(rows).toBe(files.reduce((sum, { table }) => sum + table.rows.length, 0))
        expect(created + updated + skipped).toBe(rows)
        expect(plan.rows.length).toBe(rows)
        expect(structuredClone(plan)).toEqual(plan)
        expect(findLoop(applyPlan(anAccount, plan))).toBe(null)
      }),
      { numRuns: 1_500, seed },
    )
  })

  it('change nothing the second time, unless they tell namesakes apart by nothing', () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 2 }), options, (files, chosen) => {
        const after = applyPlan(anAccount, planImport(files, anAccount, chosen))
        const again = planImport(files, after, chosen)
        fc.pre(!again.noteCounts.some(({ code }) => code.endsWith('_ambiguous')))
        expect(again.rows.filter(({ action }) => action !== 'skip')).toEqual([])
      }),
      { numRuns: 1_500, seed },
    )
  })

  it('never close a loop with what is in the store', () => {
    fc.assert(
      fc.property(file, file, options, (first, second, chosen) => {
        const before = applyPlan(anAccount, planImport([first], anAccount, chosen))
        const plan = planImport([second], before, chosen)
        expect(findLoop(applyPlan(before, plan))).toBe(null)
      }),
      { numRuns: 1_500, seed },
    )
  })
})

function findLoop(snapshot: ImportSnapshot): string | null {
  const bossOf = new Map(snapshot.seats.map(({ id, bossId }) => [id, bossId]))
  for (const { id } of snapshot.seats) {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null; at = bossOf.get(at) ?? null) {
      if (seen.has(at)) return at
      seen.add(at)
    }
  }
  return null
}
