import { IconFileImport, IconPlus, IconSearch, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { accountStatuses, segments } from '../../../db/terms'
import { goTo } from '../../data/place'
import { Button } from '../../ui/button'
import { formatCount } from '../../ui/format'
import { groupKeys } from './list-order'
import type { GroupKey, ListChoice } from './list-order'

export interface ToolbarProps {
  readonly text: string
  readonly choice: ListChoice
  readonly countries: readonly string[]
  /** `[memberId, name]`. */
  readonly owners: readonly (readonly [string, string])[]
  readonly shown: number
  readonly total: number
  readonly inputRef: Ref<HTMLInputElement>
  onText(text: string): void
  onChoice(choice: ListChoice): void
  onKeyDown(event: KeyboardEvent): void
  onNew(): void
}

/** The thin bar over the list: filter, what is shown, how it is grouped, and ways to add. */
export function ListToolbar(props: ToolbarProps) {
  const { t, i18n } = useTranslation()
  const { text, choice, countries, owners, shown, total } = props
  const isFiltered = shown !== total
  const count = formatCount(shown, i18n.language)
  const all = formatCount(total, i18n.language)
  const set = (change: Partial<ListChoice>) => props.onChoice({ ...choice, ...change })
  return (
    <div className="list-toolbar">
      <div className="filter">
        <IconSearch size={15} aria-hidden="true" />
        <input
          ref={props.inputRef}
          className="input"
          data-testid="account-filter"
          type="text"
          role="searchbox"
          aria-label={t('accounts.list.filter')}
          placeholder={t('accounts.list.filter')}
          value={text}
          onChange={(event) => props.onText(event.target.value)}
          onKeyDown={props.onKeyDown}
        />
        {text === '' ? (
          <kbd className="key">/</kbd>
        ) : (
          <Button
            look="quiet"
            icon={<IconX size={14} />}
            title={t('accounts.list.clear')}
            onClick={() => props.onText('')}
          />
        )}
      </div>
      <Pick
        label={t('accounts.field.status')}
        value={choice.status}
        options={accountStatuses.map((value) => [value, t(`term.accountStatus.${value}`)])}
        onPick={(status) => set({ status })}
      />
      <Pick
        label={t('accounts.field.segment')}
        value={choice.segment}
        options={segments.map((value) => [value, t(`term.segment.${value}`)])}
        onPick={(segment) => set({ segment })}
      />
      {countries.length > 1 && (
        <Pick
          label={t('accounts.field.country')}
          value={choice.country}
          options={countries.map((value) => [value, value])}
          onPick={(country) => set({ country })}
        />
      )}
      {owners.length > 1 && (
        <Pick
          label={t('accounts.field.owner')}
          value={choice.owner}
          options={owners}
          onPick={(owner) => set({ owner })}
        />
      )}
      <select
        className="input pick"
        aria-label={t('accounts.list.group')}
        data-testid="account-group"
        value={choice.group}
        onChange={(event) => set({ group: event.target.value as GroupKey })}
      >
        {groupKeys.map((key) => (
          <option key={key} value={key}>
            {t(`accounts.group.${key}`)}
          </option>
        ))}
      </select>
      <span className="list-count tabular" role="status" data-testid="account-count">
        {isFiltered ? t('accounts.list.countOf', { count, all }) : all}
      </span>
      <span className="toolbar-end">
        <Button icon={<IconFileImport size={16} />} onClick={() => goTo('import')}>
          {t('accounts.list.import')}
        </Button>
        <Button
          look="primary"
          icon={<IconPlus size={16} />}
          shortcut="N"
          title={t('accounts.new.title')}
          data-testid="new-account"
          onClick={props.onNew}
        >
          {t('accounts.new.title')}
        </Button>
      </span>
    </div>
  )
}

/** A filter by one value; the label is the choice that shows everything. */
function Pick({
  label,
  value,
  options,
  onPick,
}: {
  readonly label: string
  readonly value: string | null
  readonly options: readonly (readonly [string, string])[]
  onPick(value: string | null): void
}) {
  const { t } = useTranslation()
  return (
    <select
      className={value === null ? 'input pick' : 'input pick active'}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onPick(event.target.value || null)}
    >
      <option value="">{t('accounts.list.any', { what: label })}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}
