import { useTranslation } from 'react-i18next'
import { DraftField } from '../../ui/draft-field'
import { foldText } from '../../ui/fold-text'

/** More names than this are not offered as a list; they are typed. */
const offeredMax = 400

/** A person or account chosen by typing the name; `[id, name]`. */
export function NameField({
  label,
  draftKey,
  value,
  options,
  isLabelHidden,
  look,
  onPick,
}: {
  readonly label: string
  readonly draftKey: string
  readonly value: string | null
  readonly options: readonly (readonly [string, string])[]
  readonly isLabelHidden?: boolean
  readonly look?: 'field' | 'quiet'
  onPick(id: string | null): Promise<unknown>
}) {
  const { t } = useTranslation()
  const idOf = (text: string) =>
    options.find(([, name]) => foldText(name) === foldText(text.trim()))?.[0] ?? null
  const saved = options.find(([id]) => id === value)?.[1] ?? ''
  return (
    <DraftField
      label={label}
      isLabelHidden={isLabelHidden}
      look={look}
      placeholder="–"
      draftKey={draftKey}
      saved={saved}
      list={options.length <= offeredMax ? options.map(([, name]) => name) : undefined}
      check={(text) =>
        text.trim() === '' || idOf(text) !== null ? null : t('accounts.nobodyNamed')
      }
      save={(text) => onPick(idOf(text))}
    />
  )
}
