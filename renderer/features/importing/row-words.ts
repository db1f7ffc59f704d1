import type { TFunction } from 'i18next'
import type { FieldChange, PlanRow } from '../../../db/import/plan-model'

/** What becomes of a row and why, what changes, and what was noticed about it. */
export function rowWords(row: PlanRow, t: TFunction): { why: string; notes: readonly string[] } {
  // The sign of the row says already that it is new.
  const reason =
    row.reason === 'new' ? '' : t(`importing.reason.${row.reason}`, { row: row.otherRow })
  const changes = row.changes.map((change) => changeWords(change, t))
  return {
    why: [reason, ...changes].join(' ').trim(),
    notes: row.notes.map(({ code, text, otherRow }) =>
      t(`importing.note.${code}`, { text, row: otherRow }),
    ),
  }
}

/** Columns that hold the key of another row say nothing to a reader. */
function changeWords({ field, before, after }: FieldChange, t: TFunction): string {
  const label = t(`importing.changed.${field}`, { defaultValue: field })
  if (field.endsWith('Id') && field !== 'externalId') return t('importing.changedKey', { label })
  return before === ''
    ? t('importing.changedFromNothing', { label, after })
    : t('importing.changedFrom', { label, before, after: after || '–' })
}
