import { useTranslation } from 'react-i18next'
import type { Account } from '../../../db/entities/account'
import { DraftField } from '../../ui/draft-field'
import type { DraftFieldProps } from '../../ui/draft-field'
import { formatExactMoney, moneyToType, parseMoney } from '../../ui/format'
import { setAccount } from './save-account'

/** An amount of the account: reads '€1.2M', takes '1.2M', '1,200,000' or '1.200.000'. */
export function MoneyFact({
  account,
  column,
  look,
  isLabelHidden,
}: {
  readonly account: Account
  readonly column: 'valueNowMinor' | 'potentialValueMinor' | 'programmeBudgetMinor'
} & Pick<DraftFieldProps, 'look' | 'isLabelHidden'>) {
  const { t, i18n } = useTranslation()
  const { id, currency } = account
  const minor = account[column]
  const label = t(`accounts.field.${column}`)
  return (
    <DraftField
      label={label}
      look={look}
      isLabelHidden={isLabelHidden}
      placeholder="–"
      testId={`account-${column}`}
      draftKey={`account.${id}.${column}`}
      saved={moneyToType(minor, currency)}
      shown={minor === null ? undefined : formatExactMoney(minor, currency, i18n.language)}
      check={(text) =>
        parseMoney(text, currency) === undefined ? t('accounts.amountNeeded') : null
      }
      save={(text) => setAccount(id, { [column]: parseMoney(text, currency) ?? null }, label)}
    />
  )
}
