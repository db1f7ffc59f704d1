import type { AccountDirectory } from './account-directory'
import { readCount, readDay, readMinor } from './amounts'
import { changesOf, pickChanged } from './changes'
import { columnsByField, type ImportFile } from './import-fields'
import { matchKey } from './match'
import { addNote, makeReader, type CellReader } from './people-rows'
import type { AccountValues, FieldChange, ImportNote, PlanRef, PlanRow } from './plan-model'
import { readAccountStatus, readSegment } from './term-words'

type FindOwner = (text: string, notes: ImportNote[]) => string | null

interface AccountRow {
  readonly file: number
  readonly row: number
  readonly values: Partial<AccountValues> & { readonly name: string; readonly externalId: string }
  readonly parent: string
  readonly notes: ImportNote[]
}

/** Plans the rows of one file about accounts; the directory learns the accounts it makes. */
export function planAccounts(
  file: ImportFile,
  fileIndex: number,
  directory: AccountDirectory,
  findOwner: FindOwner,
): PlanRow[] {
  const rows = readAccountRows(file, fileIndex, findOwner)
  const rowOfRef = new Map<PlanRef, AccountRow>()
  const placed = rows.map((row) => placeRow(row, rowOfRef, directory))
  const parents = findParents(placed, directory)
  return placed.map(({ row, ref, otherRow, isNew }) =>
    finishRow(
      row,
      ref,
      otherRow,
      isNew,
      ref === null ? null : (parents.get(ref) ?? null),
      directory,
    ),
  )
}

interface Placed {
  readonly row: AccountRow
  /** null = the row makes nothing. */
  readonly ref: PlanRef | null
  readonly otherRow: number
  readonly isNew: boolean
}

function placeRow(
  row: AccountRow,
  rowOfRef: Map<PlanRef, AccountRow>,
  directory: AccountDirectory,
): Placed {
  const { name, externalId } = row.values
  if (name === '') return { row, ref: null, otherRow: 0, isNew: false }
  const byKey = directory.findByKey(externalId)
  const byName = directory.findByName(name)
  const found =
    byKey ?? (byName && fitsKey(byName, externalId, rowOfRef, directory) ? byName : undefined)
  const earlier = found === undefined ? undefined : rowOfRef.get(found)
  if (earlier) {
    if (externalId !== '') addNote(row.notes, 'duplicate_id', externalId, earlier.row)
    return { row, ref: null, otherRow: earlier.row, isNew: false }
  }
  const namesake = byName === undefined ? undefined : rowOfRef.get(byName)
  if (namesake) addNote(row.notes, 'same_name', name, namesake.row)
  const ref = found ?? directory.add(row.values)
  directory.know(ref, name, externalId)
  rowOfRef.set(ref, row)
  return { row, ref, otherRow: 0, isNew: found === undefined }
}

/** An account with another key is another account, whatever its name. */
function fitsKey(
  ref: PlanRef,
  externalId: string,
  rowOfRef: ReadonlyMap<PlanRef, AccountRow>,
  directory: AccountDirectory,
): boolean {
  const key = rowOfRef.get(ref)?.values.externalId ?? directory.existing(ref)?.externalId ?? ''
  return externalId === '' || key === '' || matchKey(key) === matchKey(externalId)
}

/** The parent of each account that names one; a parent that would close a loop is left out. */
function findParents(
  placed: readonly Placed[],
  directory: AccountDirectory,
): ReadonlyMap<PlanRef, PlanRef> {
  const parents = new Map<PlanRef, PlanRef>()
  for (const { row, ref } of placed) {
    if (ref === null || row.parent === '') continue
    const parent = directory.find(row.parent)
    if (parent === undefined) addNote(row.notes, 'unknown_parent', row.parent)
    else if (parent === ref) addNote(row.notes, 'self_report', row.parent)
    else if (isAbove(ref, parent, parents, directory)) addNote(row.notes, 'cycle', row.parent)
    else parents.set(ref, parent)
  }
  return parents
}

function isAbove(
  ref: PlanRef,
  other: PlanRef,
  parents: ReadonlyMap<PlanRef, PlanRef>,
  directory: AccountDirectory,
): boolean {
  const seen = new Set<PlanRef>()
  for (let at: PlanRef | null | undefined = other; at && !seen.has(at);) {
    if (at === ref) return true
    seen.add(at)
    at = parents.get(at) ?? directory.existing(at)?.parentAccountId
  }
  return false
}

function finishRow(
  row: AccountRow,
  ref: PlanRef | null,
  otherRow: number,
  isNew: boolean,
  parent: PlanRef | null,
  directory: AccountDirectory,
): PlanRow {
  const base = {
    file: row.file,
    row: row.row,
    otherRow,
    subject: row.values.name,
    ref,
    accountRef: ref,
    notes: row.notes,
  }
  const noChanges: readonly FieldChange[] = []
  if (ref === null) {
    const reason = otherRow > 0 ? 'repeats_row' : 'nothing'
    return { ...base, action: 'skip', reason, changes: noChanges }
  }
  if (isNew) {
    const at = directory.steps.findIndex((step) => step.ref === ref)
    const step = directory.steps[at]!
    if (parent)
      directory.steps[at] = { ...step, values: { ...step.values, parentAccountId: parent } }
    return { ...base, action: 'create', reason: 'new', changes: noChanges }
  }
  const existing = directory.existing(ref)
  if (!existing) return { ...base, action: 'skip', reason: 'unchanged', changes: noChanges }
  const { about, ...others } = row.values
  const isAboutNews = about !== undefined && existing.about === ''
  const said = {
    ...others,
    ...(isAboutNews && { about }),
    ...(parent && { parentAccountId: parent }),
  }
  const wanted = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
  const changes = changesOf(existing, wanted)
  if (changes.length === 0)
    return { ...base, action: 'skip', reason: 'unchanged', changes: noChanges }
  directory.steps.push({ ref, action: 'update', values: pickChanged(wanted, changes) })
  return { ...base, action: 'update', reason: 'changed', changes }
}

function readAccountRows(file: ImportFile, fileIndex: number, findOwner: FindOwner): AccountRow[] {
  const columns = columnsByField(file.mapping)
  const revenueColumn = file.table.columns.find(
    ({ index }) => file.mapping.columns[index] === 'revenue',
  )
  return file.table.rows.map(({ row, cells }) => {
    const notes: ImportNote[] = []
    const reader = makeReader(cells, columns, notes)
    const values = readValues(reader, file, revenueColumn?.name ?? '', findOwner)
    return { file: fileIndex, row, values, parent: reader.line('parent'), notes }
  })
}

function readValues(
  reader: CellReader,
  file: ImportFile,
  revenueName: string,
  findOwner: FindOwner,
): AccountRow['values'] {
  const { mapping } = file
  const valueNow = readMinor(reader, 'valueNow', mapping)
  const potential = readMinor(reader, 'potentialValue', mapping)
  const revenue = reader.line('revenue')
  const about = [reader.text('note'), revenue === '' ? '' : `${revenueName}: ${revenue}`]
  const owner = findOwner(reader.line('owner'), reader.notes)
  const status = readWord(reader, 'status', readAccountStatus)
  const segment = readWord(reader, 'segment', readSegment)
  const employees = readCount(reader, 'employees', mapping)
  const renewalDate = readDay(reader, 'renewalDate', mapping)
  const customerSince = readDay(reader, 'customerSince', mapping)
  const currency = valueNow?.currency ?? potential?.currency
  return {
    name: reader.line('name'),
    externalId: mapping.areIdsLocal ? '' : reader.line('externalId'),
    website: reader.line('website'),
    phone: reader.line('phone'),
    industry: reader.line('industry'),
    city: reader.line('city'),
    region: reader.line('region'),
    country: reader.line('country'),
    about: about.filter((part) => part !== '').join('\n\n'),
    ...(status && { status }),
    ...(segment && { segment }),
    ...(employees !== null && { employees }),
    ...(valueNow && { valueNowMinor: valueNow.minor }),
    ...(potential && { potentialValueMinor: potential.minor }),
    ...(currency && { currency }),
    ...(owner && { ownerMemberId: owner }),
    ...(renewalDate && { renewalDate }),
    ...(customerSince && { customerSince }),
  }
}

function readWord<T>(
  reader: CellReader,
  field: 'status' | 'segment',
  read: (text: string) => T | null,
): T | null {
  const cell = reader.line(field)
  const value = cell === '' ? null : read(cell)
  if (cell !== '' && value === null) addNote(reader.notes, 'unknown_value', cell)
  return value
}
