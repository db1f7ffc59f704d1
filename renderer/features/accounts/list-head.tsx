import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListChoice, SortKey } from './list-order'

/** Column headings that sort; the second press turns the order round. */
export function ListHead({
  choice,
  onChoice,
}: {
  readonly choice: ListChoice
  onChoice(choice: ListChoice): void
}) {
  const { t } = useTranslation()
  function sortBy(sort: SortKey): void {
    const isDescending =
      choice.sort === sort ? !choice.isDescending : sort === 'value' || sort === 'potential'
    onChoice({ ...choice, sort, isDescending })
  }
  const heading = (sort: SortKey, words: string) => {
    const isSorted = choice.sort === sort
    const Arrow = choice.isDescending ? IconChevronDown : IconChevronUp
    return (
      <button
        key={sort}
        type="button"
        className={isSorted ? 'sorted' : undefined}
        data-testid={`sort-${sort}`}
        onClick={() => sortBy(sort)}
      >
        {words}
        {isSorted && <Arrow size={13} />}
      </button>
    )
  }
  const order = (...keys: SortKey[]) => {
    if (!keys.includes(choice.sort)) return undefined
    return choice.isDescending ? ('descending' as const) : ('ascending' as const)
  }
  return (
    <div className="list-head account-grid" role="row">
      <span role="columnheader" aria-sort={order('name')}>
        {heading('name', t('accounts.field.name'))}
      </span>
      <span role="columnheader" aria-sort={order('value', 'potential')} className="head-value">
        {heading('value', t('accounts.list.value'))}
        {heading('potential', t('accounts.list.potential'))}
      </span>
      <span role="columnheader">{t('accounts.list.topFive')}</span>
      <span role="columnheader" aria-sort={order('contact')}>
        {heading('contact', t('accounts.list.contact'))}
      </span>
      <span role="columnheader" aria-sort={order('visit')}>
        {heading('visit', t('accounts.list.visit'))}
      </span>
      <span role="columnheader" aria-sort={order('renewal')}>
        {heading('renewal', t('accounts.list.renewal'))}
      </span>
      <span role="columnheader">{t('accounts.list.risk')}</span>
    </div>
  )
}
