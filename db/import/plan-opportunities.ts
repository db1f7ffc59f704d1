import type { AccountDirectory } from './account-directory'
import { readDay, readMinor } from './amounts'
import { changesOf, pickChanged } from './changes'
import { columnsByField, type ImportFile } from './import-fields'
import { jointKey, makeKeyIndex, matchKey } from './match'
import { addNote, makeReader, type CellReader } from './people-rows'
import {
  newRefPrefix,
  type ImportNote,
  type OpportunityStep,
  type OpportunityValues,
  type PlanRef,
  type PlanRow,
} from './plan-model'
import type { ExistingOpportunity, ImportSnapshot } from './snapshot'
import { readOpportunityKind, readStage } from './term-words'

type FindOwner = (text: string, notes: ImportNote[]) => string | null

export interface OpportunityPlan {
  readonly rows: PlanRow[]
  readonly steps: OpportunityStep[]
}

interface OpportunityRow {
  readonly file: number
  readonly row: number
  readonly values: Partial<OpportunityValues> & {
    readonly name: string
    readonly externalId: string
  }
  readonly account: string
  readonly notes: ImportNote[]
}

/**
 * Plans the rows of all files about opportunities. An account that is not known is made; a row that
 * names none goes to `fallbackRef`, or is skipped when there is none.
 */
export function planOpportunities(
  files: readonly { readonly file: ImportFile; readonly fileIndex: number }[],
  directory: AccountDirectory,
  fallbackRef: PlanRef | null,
  snapshot: ImportSnapshot,
  findOwner: FindOwner,
): OpportunityPlan {
  const plan: OpportunityPlan = { rows: [], steps: [] }
  const finder = makeFinder(snapshot.opportunities)
  const rowOfKey = new Map<string, number>()
  for (const row of files.flatMap((each) => readRows(each.file, each.fileIndex, findOwner))) {
    const base = { file: row.file, row: row.row, subject: row.values.name, notes: row.notes }
    const nothing = { otherRow: 0, ref: null, accountRef: null, changes: [] } as const
    const skip = { ...base, ...nothing, action: 'skip' } as const
    if (row.values.name === '') {
      plan.rows.push({ ...skip, reason: 'nothing' })
      continue
    }
    const accountRef = accountOf(row, directory, fallbackRef)
    if (accountRef === null) {
      plan.rows.push({ ...skip, reason: 'no_account' })
      continue
    }
    const key = `${accountRef} ${matchKey(row.values.externalId)}`
    const earlier = row.values.externalId === '' ? undefined : rowOfKey.get(key)
    if (earlier !== undefined) {
      addNote(row.notes, 'duplicate_id', row.values.externalId, earlier)
      plan.rows.push({ ...skip, reason: 'repeats_row', otherRow: earlier, accountRef })
      continue
    }
    rowOfKey.set(key, row.row)
    plan.rows.push({
      ...base,
      otherRow: 0,
      accountRef,
      ...finish(row, accountRef, finder, plan.steps),
    })
  }
  return plan
}

function finish(
  row: OpportunityRow,
  accountRef: PlanRef,
  finder: Finder,
  steps: OpportunityStep[],
): Pick<PlanRow, 'action' | 'reason' | 'ref' | 'changes'> {
  const existing = finder(row.values, accountRef)
  if (!existing) {
    const ref = `${newRefPrefix}opportunity:${steps.length + 1}`
    steps.push({ ref, action: 'create', accountRef, values: row.values })
    return { action: 'create', reason: 'new', ref, changes: [] }
  }
  const wanted = Object.fromEntries(Object.entries(row.values).filter(([, value]) => value !== ''))
  const changes = changesOf(existing, wanted)
  if (changes.length === 0)
    return { action: 'skip', reason: 'unchanged', ref: existing.id, changes }
  const values = pickChanged(wanted, changes)
  steps.push({ ref: existing.id, action: 'update', accountRef, values })
  return { action: 'update', reason: 'changed', ref: existing.id, changes }
}

type Finder = (
  values: OpportunityRow['values'],
  accountRef: PlanRef,
) => ExistingOpportunity | undefined

/** By key, else by account, name, value and date; each existing one is found once. */
function makeFinder(opportunities: readonly ExistingOpportunity[]): Finder {
  const byKey = makeKeyIndex<ExistingOpportunity>()
  const byContent = new Map<string, ExistingOpportunity[]>()
  for (const each of opportunities) {
    byKey.add(matchKey(each.externalId), each)
    const key = contentKey(each.accountId, each)
    byContent.set(key, [...(byContent.get(key) ?? []), each])
  }
  return (values, accountRef) => {
    if (values.externalId !== '') {
      const found = byKey.all(matchKey(values.externalId))
      return found.find((each) => each.accountId === accountRef) ?? found[0]
    }
    return byContent.get(contentKey(accountRef, values))?.shift()
  }
}

function contentKey(
  accountRef: PlanRef,
  {
    name,
    valueMinor,
    closeDate,
  }: Pick<Partial<OpportunityValues>, 'name' | 'valueMinor' | 'closeDate'>,
): string {
  return jointKey(accountRef, name ?? '', String(valueMinor ?? ''), closeDate ?? '')
}

function accountOf(
  row: OpportunityRow,
  directory: AccountDirectory,
  fallbackRef: PlanRef | null,
): PlanRef | null {
  if (row.account === '') return fallbackRef
  const known = directory.find(row.account)
  if (known) return known
  addNote(row.notes, 'new_account', row.account)
  return directory.add({ name: row.account })
}

function readRows(file: ImportFile, fileIndex: number, findOwner: FindOwner): OpportunityRow[] {
  const columns = columnsByField(file.mapping)
  return file.table.rows.map(({ row, cells }) => {
    const notes: ImportNote[] = []
    const reader = makeReader(cells, columns, notes)
    const values = readValues(reader, file, findOwner)
    return { file: fileIndex, row, values, account: reader.line('account'), notes }
  })
}

function readValues(
  reader: CellReader,
  { mapping }: ImportFile,
  findOwner: FindOwner,
): OpportunityRow['values'] {
  const value = readMinor(reader, 'value', mapping)
  const closeDate = readDay(reader, 'closeDate', mapping)
  const owner = findOwner(reader.line('owner'), reader.notes)
  const stage = readWord(reader, 'stage', readStage)
  const kind = readWord(reader, 'kind', readOpportunityKind)
  const externalId = mapping.areIdsLocal ? '' : reader.line('externalId')
  return {
    name: reader.line('name') || reader.line('product') || externalId,
    externalId,
    nextStep: reader.line('nextStep'),
    outcomeReason: reader.line('outcomeReason'),
    ...(stage && { stage }),
    ...(kind && { kind }),
    ...(value && { valueMinor: value.minor, currency: value.currency }),
    ...(closeDate && { closeDate }),
    ...(owner && { ownerMemberId: owner }),
  }
}

function readWord<T>(
  reader: CellReader,
  field: 'stage' | 'kind',
  read: (text: string) => T | null,
): T | null {
  const cell = reader.line(field)
  const value = cell === '' ? null : read(cell)
  if (cell !== '' && value === null) addNote(reader.notes, 'unknown_value', cell)
  return value
}
