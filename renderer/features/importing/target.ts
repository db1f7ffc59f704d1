import type { FileSummary } from '../../../db/flows/import-read'
import type { ColumnMapping } from '../../../db/import/import-fields'
import type { ImportTarget } from '../../../db/import/plan'

type Mappings = readonly (ColumnMapping | null)[]

/** Whether any row can say itself which account it belongs to. */
export function namesAccounts(mappings: Mappings): boolean {
  return mappings.some((mapping) => mapping?.columns.includes('account'))
}

/** Whether a row needs an account to go to: people and deals do, accounts are accounts. */
export function needsAccount(mappings: Mappings): boolean {
  return mappings.some((mapping) => mapping !== null && mapping.kind !== 'accounts')
}

/**
 * Where rows go when the user said nothing yet: to the account they came from, to the accounts the
 * rows name, or to a new one with the name of the file.
 */
export function firstTarget(
  files: readonly FileSummary[],
  mappings: Mappings,
  accountId: string | null,
): ImportTarget | null {
  if (accountId !== null) return { kind: 'account', accountId }
  if (!needsAccount(mappings) || namesAccounts(mappings))
    return { kind: 'by_column', fallbackAccountId: null }
  const name = nameFromFile(files.find(({ mapping }) => mapping !== null)?.name ?? '')
  return name === '' ? null : { kind: 'named_account', name }
}

/** 'acme_staff-2026.csv' -> 'Acme staff 2026'. */
export function nameFromFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[_\-.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.slice(0, 1).toUpperCase() + words.slice(1, 400)
}
