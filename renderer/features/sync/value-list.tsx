import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { NamedValue } from '../../../db/views/conflict-list'

/** Values with the names of their fields; long texts keep their lines. */
export function ValueList({ values }: { readonly values: readonly NamedValue[] }) {
  const { t } = useTranslation()
  return (
    <dl className="sync-values">
      {values.map(({ column, value, name }) => (
        <div key={column}>
          <dt>{t([`sync.field.${column}`, 'sync.field.other'], { column })}</dt>
          <dd dir="auto">{name ?? wordsOf(column, value, t)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Columns whose lists of values stand under another name in `db/terms.ts`. */
const termOf: Readonly<Record<string, string>> = {
  level: 'seatLevel',
  relationshipTarget: 'relationshipLevel',
}

/** The word of a list's value, such as a stance; everything else as it stands. */
function wordsOf(column: string, value: NamedValue['value'], t: TFunction): string {
  if (value === null || value === '') return '–'
  const text = String(value)
  if (!/^[a-z_]{1,40}$/.test(text)) return text
  return t([`term.${termOf[column] ?? column}.${text}`, 'sync.value'], { value: text })
}
