import type { FieldChange } from './plan-model'

/** The fields that differ from the row in the store. */
export function changesOf(before: object, wanted: object): FieldChange[] {
  const row = before as Readonly<Record<string, unknown>>
  return Object.entries(wanted)
    .filter(([field, after]) => row[field] !== after)
    .map(([field, after]) => ({ field, before: sayValue(row[field]), after: sayValue(after) }))
}

/** Only the values that a change names. */
export function pickChanged<T extends object>(
  wanted: T,
  changes: readonly FieldChange[],
): Partial<T> {
  const fields = new Set(changes.map(({ field }) => field))
  return Object.fromEntries(
    Object.entries(wanted).filter(([field]) => fields.has(field)),
  ) as Partial<T>
}

function sayValue(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
