import type { CsvColumn } from '../formats/csv-shape'
import type { CsvRow } from '../formats/csv'
import type { LineKind } from '../terms'
import { compactHeader } from './header-words'

export const importKinds = ['people', 'accounts', 'opportunities'] as const
export type ImportKind = (typeof importKinds)[number]

/** What a column of each kind of file can be. */
export const importFields = {
  people: [
    'name',
    'firstName',
    'lastName',
    'title',
    'department',
    'email',
    'phone',
    'mobile',
    'postId', // key of the post, which stays when people change
    'externalId', // key of the person
    'managerId',
    'manager', // by name, address, key or title, whatever the cell holds
    'managerEmail',
    'hierarchyPath', // /1/4/2/ or a hierarchyid of SQL Server
    'level',
    'headcount',
    'site',
    'city',
    'country',
    'status', // vacant, left ...
    'endDate',
    'account',
    'stance',
    'influence',
    'roles',
    'topFive',
    'language',
    'note',
  ],
  accounts: [
    'name',
    'externalId',
    'website',
    'phone',
    'industry',
    'segment',
    'status',
    'city',
    'region',
    'country',
    'employees',
    'revenue', // the company's own; goes into the text about it
    'valueNow', // what it pays us a year
    'potentialValue',
    'currency',
    'owner',
    'parent',
    'renewalDate',
    'customerSince',
    'note',
  ],
  opportunities: [
    'name',
    'externalId',
    'account',
    'stage',
    'kind',
    'value',
    'currency',
    'closeDate',
    'nextStep',
    'owner',
    'product',
    'outcomeReason',
  ],
} as const
export type ImportField = (typeof importFields)[ImportKind][number]

export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** How a file's columns are read: a plain value that the user changes and the app remembers. */
export interface ColumnMapping {
  readonly kind: ImportKind
  /** The field of each column by its index, null = not used. A field may have several columns. */
  readonly columns: readonly (ImportField | null)[]
  readonly dateOrder: DateOrder
  readonly decimal: '.' | ','
  /** ISO 4217, for amounts that name no currency. */
  readonly currency: string
  /** Names stand as `Last, First`. */
  readonly isFamilyNameFirst: boolean
  /** Keys hold inside the import only (line numbers of an outline) and are not kept. */
  readonly areIdsLocal: boolean
}

/** Rows to import, from whatever file. A `CsvTable` is one. */
export interface ImportTable {
  readonly columns: readonly CsvColumn[]
  readonly rows: readonly CsvRow[]
}

export interface ImportFile {
  /** As the user knows it, for the report. */
  readonly name: string
  readonly table: ImportTable
  readonly mapping: ColumnMapping
  /** Lines between the people of two rows, where the file draws them. */
  readonly links?: readonly RowLink[]
}

export interface RowLink {
  readonly kind: LineKind
  readonly fromRow: number
  readonly toRow: number
}

/** The key under which a mapping is remembered: files with the same headers are read the same way. */
export function headerSignature(columns: readonly CsvColumn[]): string {
  return columns.map(({ header }) => compactHeader(header)).join('|')
}

/** The mapping made to fit a table: fields its kind does not have and columns too many go. */
export function fitMapping(mapping: ColumnMapping, table: ImportTable): ColumnMapping {
  const allowed = new Set<string>(importFields[mapping.kind])
  const columns = table.columns.map(({ index }) => {
    const field = mapping.columns[index] ?? null
    return field !== null && allowed.has(field) ? field : null
  })
  return { ...mapping, columns }
}

/** The columns of each field, in the order of the file. */
export function columnsByField(
  mapping: ColumnMapping,
): ReadonlyMap<ImportField, readonly number[]> {
  const byField = new Map<ImportField, number[]>()
  for (const [index, field] of mapping.columns.entries())
    if (field !== null) byField.set(field, [...(byField.get(field) ?? []), index])
  return byField
}
