import { makeAccountDirectory, type AccountDirectory } from './account-directory'
import { fitMapping, type ImportFile } from './import-fields'
import { makeOwnerFinder } from './owners'
import { addNote, readPeopleRows, type PeopleRow } from './people-rows'
import type {
  AccountStep,
  ImportNoteCode,
  ImportPlan,
  LineStep,
  PlanCounts,
  PlanRef,
  PlanRow,
} from './plan-model'
import { planAccounts } from './plan-accounts'
import { planOpportunities } from './plan-opportunities'
import { planPeople, type PeoplePlan } from './plan-people'
import type { ImportSnapshot } from './snapshot'

/** Which account people and opportunities belong to. */
export type ImportTarget =
  | { readonly kind: 'account'; readonly accountId: string }
  /** A new account, or the one that has this name already. */
  | { readonly kind: 'named_account'; readonly name: string }
  /** As each row says; rows that say nothing go to `fallbackAccountId`, or nowhere. */
  | { readonly kind: 'by_column'; readonly fallbackAccountId: string | null }

export interface PlanOptions {
  readonly target: ImportTarget
  /** 'YYYY-MM-DD': who left before it is not imported. */
  readonly today: string
}

/**
 * What importing these files together would do: nothing is written. The same files again, after the
 * plan was done, give a plan in which every row is skipped.
 */
export function planImport(
  typedFiles: readonly ImportFile[],
  snapshot: ImportSnapshot,
  options: PlanOptions,
): ImportPlan {
  const files = typedFiles.map((file) => ({
    ...file,
    mapping: fitMapping(file.mapping, file.table),
  }))
  const directory = makeAccountDirectory(snapshot)
  const findOwner = makeOwnerFinder(snapshot.members)
  const accountRows = files.flatMap((file, at) =>
    file.mapping.kind === 'accounts' ? planAccounts(file, at, directory, findOwner) : [],
  )
  const targetRef = refOfTarget(options.target, directory, files)

  const peopleRows = files.flatMap((file, at) =>
    file.mapping.kind === 'people' ? readPeopleRows(file, at, options.today) : [],
  )
  const accountRefs = findAccounts(peopleRows, options.target, targetRef, directory)
  const people = planPeople(peopleRows, (row) => accountRefs.get(row) ?? null, snapshot)
  const opportunities = planOpportunities(
    files.flatMap((file, fileIndex) =>
      file.mapping.kind === 'opportunities' ? [{ file, fileIndex }] : [],
    ),
    directory,
    targetRef,
    snapshot,
    findOwner,
  )
  const rows = [
    ...accountRows,
    ...peopleRows.map((row) => planRowOf(row, people)),
    ...opportunities.rows,
  ].sort((left, right) => left.file - right.file || left.row - right.row)
  return {
    rows,
    counts: countRows(rows),
    countsByFile: files.map((_, at) => countRows(rows.filter((row) => row.file === at))),
    noteCounts: countNotes(rows),
    accounts: parentsFirst(directory),
    sites: people.sites,
    people: people.people,
    seats: people.seats,
    occupancies: people.occupancies,
    lines: linesOf(files, rows, snapshot),
    opportunities: opportunities.steps,
  }
}

function refOfTarget(
  target: ImportTarget,
  directory: AccountDirectory,
  files: readonly ImportFile[],
): PlanRef | null {
  if (target.kind === 'account') return target.accountId
  if (target.kind === 'by_column') return target.fallbackAccountId
  if (files.every((file) => file.mapping.kind === 'accounts')) return null
  return directory.findByName(target.name) ?? directory.add({ name: target.name })
}

/** The account of each row. Only a row that says something can make a new one. */
function findAccounts(
  rows: readonly PeopleRow[],
  target: ImportTarget,
  targetRef: PlanRef | null,
  directory: AccountDirectory,
): ReadonlyMap<PeopleRow, PlanRef | null> {
  const refs = new Map<PeopleRow, PlanRef | null>()
  const silent: PeopleRow[] = []
  for (const row of rows) {
    const known = target.kind !== 'by_column' || row.account === '' ? targetRef : null
    const found = known ?? directory.find(row.account) ?? null
    if (found !== null || row.account === '') refs.set(row, found)
    else if (row.name === '' && row.title === '') silent.push(row)
    else {
      addNote(row.notes, 'new_account', row.account)
      refs.set(row, directory.add({ name: row.account }))
    }
  }
  for (const row of silent) refs.set(row, directory.find(row.account) ?? targetRef)
  return refs
}

function planRowOf(row: PeopleRow, people: PeoplePlan): PlanRow {
  const outcome = people.outcomes.get(row)!
  const subject = [row.name || row.vacantWord, row.title].filter((part) => part !== '').join(', ')
  return { file: row.file, row: row.row, subject, notes: row.notes, ...outcome }
}

function countRows(rows: readonly PlanRow[]): PlanCounts {
  const counts = { rows: rows.length, created: 0, updated: 0, skipped: 0 }
  for (const { action } of rows) {
    if (action === 'create') counts.created += 1
    else if (action === 'update') counts.updated += 1
    else counts.skipped += 1
  }
  return counts
}

function countNotes(rows: readonly PlanRow[]): ImportPlan['noteCounts'] {
  const counts = new Map<ImportNoteCode, number>()
  for (const { notes } of rows)
    for (const { code } of notes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((left, right) => right.count - left.count)
}

/** New accounts with every parent before its children, then the changed ones. */
function parentsFirst({ steps }: AccountDirectory): ImportPlan['accounts'] {
  const created = new Map(
    steps.filter(({ action }) => action === 'create').map((step) => [step.ref, step]),
  )
  const sorted = new Set<ImportPlan['accounts'][number]>()
  for (const step of created.values()) {
    const chain: AccountStep[] = []
    for (let at: AccountStep | undefined = step; at && !sorted.has(at) && !chain.includes(at);) {
      chain.push(at)
      at = created.get(at.values.parentAccountId ?? '')
    }
    for (const each of chain.reverse()) sorted.add(each)
  }
  return [...sorted, ...steps.filter(({ action }) => action === 'update')]
}

/** Lines between people of an outline, as far as both ends have a seat and the line is new. */
function linesOf(
  files: readonly ImportFile[],
  rows: readonly PlanRow[],
  snapshot: ImportSnapshot,
): LineStep[] {
  const known = new Set(
    snapshot.lines.map((line) => `${line.kind} ${line.fromSeatId} ${line.toSeatId}`),
  )
  const lines: LineStep[] = []
  for (const [at, { links = [] }] of files.entries()) {
    if (links.length === 0) continue
    const rowsByNumber = new Map(
      rows.filter(({ file }) => file === at).map((row) => [row.row, row]),
    )
    for (const { kind, fromRow, toRow } of links) {
      const from = rowsByNumber.get(fromRow)
      const to = rowsByNumber.get(toRow)
      if (!from?.ref || !to?.ref || !from.accountRef) continue
      if (from.ref === to.ref || known.has(`${kind} ${from.ref} ${to.ref}`)) continue
      lines.push({ accountRef: from.accountRef, kind, fromSeatRef: from.ref, toSeatRef: to.ref })
    }
  }
  return lines
}
