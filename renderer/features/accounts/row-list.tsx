import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'

export interface RowListProps<R extends { readonly id: string }> {
  readonly rows: readonly R[]
  /** The words of the button that adds one, and of the field for its name. */
  readonly addWords: string
  readonly nameWords: string
  readonly emptyWords: string
  readonly testId: string
  nameOf(row: R): string
  renderRow(row: R): ReactNode
  add(name: string): Promise<boolean>
  remove(row: R): void
}

/** A short list of things that belong to the account: edit in place, add by name, remove with undo. */
export function RowList<R extends { readonly id: string }>(props: RowListProps<R>) {
  const { t } = useTranslation()
  const [name, setName] = useState<string | null>(null)
  async function add(): Promise<void> {
    if (!name?.trim()) return setName(null)
    if (await props.add(name.trim())) setName(null)
  }
  return (
    <div className="row-list" data-testid={props.testId}>
      {props.rows.length === 0 && name === null && <p className="facts-hint">{props.emptyWords}</p>}
      <ul>
        {props.rows.map((row) => (
          <li key={row.id}>
            <div>{props.renderRow(row)}</div>
            <Button
              look="quiet"
              icon={<IconTrash size={15} />}
              title={t('accounts.removeNamed', { name: props.nameOf(row) })}
              onClick={() => props.remove(row)}
            />
          </li>
        ))}
      </ul>
      {name === null ? (
        <Button
          look="quiet"
          icon={<IconPlus size={15} />}
          data-testid={`${props.testId}-add`}
          onClick={() => setName('')}
        >
          {props.addWords}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <input
            className="input"
            // The button that was pressed has just given way to this field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-label={props.nameWords}
            placeholder={props.nameWords}
            maxLength={400}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setName(null)}
          />
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            {t('ui.add')}
          </Button>
        </form>
      )}
    </div>
  )
}
