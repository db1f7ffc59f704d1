import type { NamedValue } from '../../../db/views/conflict-list'

/** Columns with something in them, without ids of rows and times of bookkeeping. */
export function valuesOf(columns: Readonly<Record<string, unknown>>): readonly NamedValue[] {
  return Object.entries(columns)
    .filter(
      ([column, value]) => !/AtMs$|^rank$|Id$|^id$|Key$|^uid$/.test(column) && isFilled(value),
    )
    .filter(([column, value]) => !(/^is[A-Z]/.test(column) && value === 0))
    .map(([column, value]) => ({ column, value: value as NamedValue['value'], name: null }))
}

function isFilled(value: unknown): boolean {
  const isEmpty = value === null || value === '' || value === 'unknown'
  return !isEmpty && ['string', 'number'].includes(typeof value)
}
