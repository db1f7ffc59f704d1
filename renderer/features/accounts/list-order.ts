import type { AccountListRow } from '../../../db/views/account-list'
import { foldText, holdsWords } from '../../ui/fold-text'

export const sortKeys = [
  'name',
  'value',
  'potential',
  'contact',
  'visit',
  'renewal',
  'people',
] as const
export type SortKey = (typeof sortKeys)[number]

export const groupKeys = ['none', 'status', 'segment', 'country', 'owner'] as const
export type GroupKey = (typeof groupKeys)[number]

/** What the list shows and how; remembered. Null = not filtered by this. */
export interface ListChoice {
  readonly sort: SortKey
  readonly isDescending: boolean
  readonly group: GroupKey
  readonly status: string | null
  readonly segment: string | null
  readonly country: string | null
  readonly owner: string | null
}

export const firstChoice: ListChoice = {
  sort: 'name',
  isDescending: false,
  group: 'none',
  status: null,
  segment: null,
  country: null,
  owner: null,
}

/** A row of the list or the heading of a group. */
export type ListItem =
  | { readonly kind: 'group'; readonly key: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: AccountListRow; readonly position: number }

/** A row with its words ready for comparing; made once per row. */
export interface FoldedRow {
  readonly row: AccountListRow
  readonly hay: string
}

/** Name, place and industry of each row, ready for the filter. */
export function foldRows(rows: readonly AccountListRow[]): FoldedRow[] {
  return rows.map((row) => ({
    row,
    hay: foldText(`${row.name} ${row.city} ${row.country} ${row.industry}`),
  }))
}

/** Rows in order. Unknown values go last in both directions; equal ones by name. */
export function sortRows(
  rows: readonly FoldedRow[],
  sort: SortKey,
  isDescending: boolean,
  collator: Intl.Collator,
): FoldedRow[] {
  const sign = isDescending ? -1 : 1
  const byName = (left: FoldedRow, right: FoldedRow) =>
    collator.compare(left.row.name, right.row.name)
  if (sort === 'name') return [...rows].sort((left, right) => sign * byName(left, right))
  const valueOf = values[sort]
  return [...rows].sort((left, right) => {
    const a = valueOf(left.row)
    const b = valueOf(right.row)
    if (a === null || b === null) return a === b ? byName(left, right) : a === null ? 1 : -1
    if (a === b) return byName(left, right)
    return sign * (a < b ? -1 : 1)
  })
}

/** The sorted rows that fit the text and the chosen filters. */
export function filterRows(
  rows: readonly FoldedRow[],
  text: string,
  choice: ListChoice,
): FoldedRow[] {
  const needle = foldText(text.trim())
  const { status, segment, country, owner } = choice
  return rows.filter(
    ({ row, hay }) =>
      (status === null || row.status === status) &&
      (segment === null || row.segment === segment) &&
      (country === null || row.country === country) &&
      (owner === null || row.ownerMemberId === owner) &&
      (needle === '' || holdsWords(hay, needle)),
  )
}

/** Rows under the headings of their groups; the groups in the order of their words. */
export function groupRows(
  rows: readonly FoldedRow[],
  group: GroupKey,
  wordsOf: (key: string) => string,
  collator: Intl.Collator,
): ListItem[] {
  if (group === 'none')
    return rows.map(({ row }, position) => ({ kind: 'row' as const, row, position }))
  const byKey = new Map<string, AccountListRow[]>()
  for (const { row } of rows) {
    const key = groupOf(row, group)
    const members = byKey.get(key)
    if (members) members.push(row)
    else byKey.set(key, [row])
  }
  const items: ListItem[] = []
  let position = 0
  const keys = [...byKey.keys()].sort((left, right) => {
    if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1
    return collator.compare(wordsOf(left), wordsOf(right))
  })
  for (const key of keys) {
    const members = byKey.get(key)!
    items.push({ kind: 'group', key, count: members.length })
    for (const row of members) items.push({ kind: 'row', row, position: position++ })
  }
  return items
}

/** The values that occur, for the filters: countries and owners of the rows. */
export function valuesOf(rows: readonly AccountListRow[], column: 'country' | 'ownerMemberId') {
  const found = new Set<string>()
  for (const row of rows) if (row[column]) found.add(row[column])
  return [...found]
}

function groupOf(row: AccountListRow, group: Exclude<GroupKey, 'none'>): string {
  return (group === 'owner' ? row.ownerMemberId : row[group]) ?? ''
}

const values: Readonly<
  Record<Exclude<SortKey, 'name'>, (row: AccountListRow) => number | string | null>
> = {
  value: (row) => row.valueNowMinor,
  potential: (row) => row.potentialValueMinor,
  contact: (row) => row.lastContactAtMs,
  visit: (row) => row.nextVisitAtMs,
  renewal: (row) => row.renewalDate,
  people: (row) => row.people,
}
