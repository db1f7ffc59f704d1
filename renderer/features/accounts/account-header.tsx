import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../db/entities/account'
import { accountStatuses, segments } from '../../../db/terms'
import { DraftField } from '../../ui/draft-field'
import { formatDay } from '../../ui/format'
import { Initial } from '../../ui/initial'
import { QuietSelect } from '../../ui/quiet-select'
import { MoneyFact } from './money-fact'
import { pickAccount, setAccount } from './save-account'
import { useMemberOptions } from './use-members'

/** The facts that matter in one row; each is edited where it stands. */
export function AccountHeader({ account }: { readonly account: Account }) {
  const { t, i18n } = useTranslation()
  const { id } = account
  const owners = useMemberOptions(account.ownerMemberId)
  const label = (name: string) => t(`accounts.field.${name}`)
  return (
    <header className="account-header">
      <Initial name={account.name} size={36} />
      <div className="account-name">
        <DraftField
          label={t('accounts.nameLabel')}
          isLabelHidden
          look="title"
          testId="account-name"
          maxLength={400}
          draftKey={`account.${id}.name`}
          saved={account.name}
          check={(text) => (text.trim() === '' ? t('accounts.nameNeeded') : null)}
          save={(text) => setAccount(id, { name: text.trim() }, t('accounts.nameLabel'))}
        />
      </div>
      <Fact name="status" label={label('status')}>
        <QuietSelect
          label={label('status')}
          value={account.status}
          testId="account-status"
          options={accountStatuses.map((value) => [value, t(`term.accountStatus.${value}`)])}
          onPick={(status) => pickAccount(id, { status }, label('status'))}
        />
      </Fact>
      <Fact name="segment" label={label('segment')}>
        <QuietSelect
          label={label('segment')}
          value={account.segment}
          options={segments.map((value) => [value, t(`term.segment.${value}`)])}
          onPick={(segment) => pickAccount(id, { segment }, label('segment'))}
        />
      </Fact>
      <Fact name="city" label={label('city')}>
        <DraftField
          label={label('city')}
          isLabelHidden
          look="quiet"
          placeholder="–"
          maxLength={400}
          draftKey={`account.${id}.city`}
          saved={account.city}
          save={(text) => setAccount(id, { city: text.trim() }, label('city'))}
        />
      </Fact>
      <Fact name="value" label={t('accounts.fact.value')}>
        <span className="fact-pair">
          <MoneyFact account={account} column="valueNowMinor" look="quiet" isLabelHidden />
          <span className="faint">{t('accounts.fact.of')}</span>
          <MoneyFact account={account} column="potentialValueMinor" look="quiet" isLabelHidden />
        </span>
      </Fact>
      <Fact name="renewal" label={label('renewalDate')}>
        <DraftField
          label={label('renewalDate')}
          isLabelHidden
          look="quiet"
          type="date"
          placeholder="–"
          draftKey={`account.${id}.renewalDate`}
          saved={account.renewalDate ?? ''}
          shown={account.renewalDate ? formatDay(account.renewalDate, i18n.language) : undefined}
          save={(text) => setAccount(id, { renewalDate: text || null }, label('renewalDate'))}
        />
      </Fact>
      <Fact name="owner" label={label('owner')}>
        <QuietSelect
          label={label('owner')}
          value={account.ownerMemberId ?? ''}
          options={[['', '–'], ...owners]}
          onPick={(owner) => pickAccount(id, { ownerMemberId: owner || null }, label('owner'))}
        />
      </Fact>
    </header>
  )
}

function Fact({
  name,
  label,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div className={`fact fact-${name}`}>
      <span className="fact-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  )
}
