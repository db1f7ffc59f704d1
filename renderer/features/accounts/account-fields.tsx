import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../db/entities/account'
import { contractTerms, origins } from '../../../db/terms'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { Check } from '../../ui/check'
import { DraftField } from '../../ui/draft-field'
import { SelectField } from '../../ui/field'
import { formatDay } from '../../ui/format'
import { MoneyFact } from './money-fact'
import { NameField } from './name-field'
import { pickAccount, setAccount } from './save-account'
import type { AccountFields as Fields } from './save-account'

type Column = keyof Fields & keyof Account

/** The account's own fields in groups. */
export function AccountFields({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  const { id } = account
  const word = (column: string) => t(`accounts.field.${column}`)
  const text = (column: Column, type?: 'tel' | 'url') => (
    <Fact account={account} column={column} type={type} />
  )
  return (
    <div className="facts-fields">
      <section>
        <h2>{t('accounts.facts.company')}</h2>
        {text('industry')}
        <div className="field-pair">
          {text('website', 'url')}
          {text('phone', 'tel')}
          {text('region')}
          {text('country')}
          <CountFact account={account} column="employees" />
          <SelectField
            label={word('origin')}
            value={account.origin}
            options={origins.map((value) => [value, t(`term.origin.${value}`)])}
            onPick={(origin) => pickAccount(id, { origin }, word('origin'))}
          />
        </div>
        <ParentField account={account} />
      </section>
      <section>
        <h2>{t('accounts.facts.value')}</h2>
        <div className="field-pair">
          <MoneyFact account={account} column="valueNowMinor" />
          <MoneyFact account={account} column="potentialValueMinor" />
          <Fact
            account={account}
            column="currency"
            check={(typed) =>
              /^[A-Z]{3}$/.test(typed.trim().toUpperCase()) ? null : t('accounts.currencyNeeded')
            }
            toValue={(typed) => typed.trim().toUpperCase()}
          />
          <RatioFact account={account} />
          <CountFact account={account} column="seatsActual" />
          <CountFact account={account} column="seatsPotential" />
        </div>
      </section>
      <section>
        <h2>{t('accounts.facts.contract')}</h2>
        <div className="field-pair">
          <SelectField
            label={word('contractTerm')}
            value={account.contractTerm}
            options={contractTerms.map((value) => [value, t(`term.contractTerm.${value}`)])}
            onPick={(contractTerm) => pickAccount(id, { contractTerm }, word('contractTerm'))}
          />
          <DateFact account={account} column="customerSince" />
          <DateFact account={account} column="contractStart" />
          <DateFact account={account} column="renewalDate" />
          <DateFact account={account} column="noticeDate" />
        </div>
      </section>
      <section>
        <h2>{t('accounts.facts.programme')}</h2>
        <p className="facts-hint">{t('accounts.facts.programmeHint')}</p>
        <div className="field-pair">
          {text('programmeName')}
          <MoneyFact account={account} column="programmeBudgetMinor" />
        </div>
      </section>
      <section>
        <h2>{t('accounts.facts.about')}</h2>
        <DraftField
          label={word('about')}
          isLong
          draftKey={`account.${id}.about`}
          saved={account.about}
          save={(typed) => setAccount(id, { about: typed }, word('about'))}
        />
        <Check
          label={word('isReference')}
          isOn={account.isReference === 1}
          onChange={(isOn) => pickAccount(id, { isReference: isOn ? 1 : 0 }, word('isReference'))}
        />
        {text('externalId')}
      </section>
    </div>
  )
}

function Fact({
  account,
  column,
  type,
  check,
  toValue = (typed) => typed.trim(),
}: {
  readonly account: Account
  readonly column: Column
  readonly type?: 'tel' | 'url' | undefined
  check?(text: string): string | null
  toValue?(text: string): string
}) {
  const { t } = useTranslation()
  const label = t(`accounts.field.${column}`)
  return (
    <DraftField
      label={label}
      type={type}
      maxLength={400}
      draftKey={`account.${account.id}.${column}`}
      saved={String(account[column] ?? '')}
      check={check}
      save={(text) => setAccount(account.id, { [column]: toValue(text) }, label)}
    />
  )
}

function DateFact({ account, column }: { readonly account: Account; readonly column: Column }) {
  const { t, i18n } = useTranslation()
  const label = t(`accounts.field.${column}`)
  const saved = String(account[column] ?? '')
  return (
    <DraftField
      label={label}
      type="date"
      draftKey={`account.${account.id}.${column}`}
      saved={saved}
      shown={saved ? formatDay(saved, i18n.language) : undefined}
      save={(text) => setAccount(account.id, { [column]: text || null }, label)}
    />
  )
}

function CountFact({ account, column }: { readonly account: Account; readonly column: Column }) {
  const { t } = useTranslation()
  const label = t(`accounts.field.${column}`)
  const digits = (text: string) => text.replace(/[\s.,'\u00a0\u202f]/g, '')
  return (
    <DraftField
      label={label}
      draftKey={`account.${account.id}.${column}`}
      saved={String(account[column] ?? '')}
      check={(text) => (/^\d{0,9}$/.test(digits(text)) ? null : t('accounts.countNeeded'))}
      save={(text) =>
        setAccount(
          account.id,
          { [column]: digits(text) === '' ? null : Number(digits(text)) },
          label,
        )
      }
    />
  )
}

/** Net retention: kept as a ratio, read and typed in per cent (standards.md 6). */
function RatioFact({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  const label = t('accounts.field.netRetention')
  const ratio = account.netRetention
  const toRatio = (text: string) => Number(text.replace(',', '.').replace('%', '')) / 100
  return (
    <DraftField
      label={label}
      draftKey={`account.${account.id}.netRetention`}
      saved={ratio === null ? '' : String(Math.round(ratio * 1000) / 10)}
      check={(text) =>
        text.trim() === '' || (toRatio(text) >= 0 && toRatio(text) <= 5)
          ? null
          : t('accounts.percentNeeded')
      }
      save={(text) =>
        setAccount(account.id, { netRetention: text.trim() === '' ? null : toRatio(text) }, label)
      }
    />
  )
}

function ParentField({ account }: { readonly account: Account }) {
  const { t } = useTranslation()
  const rows = useLive(store.view.accountList, {})
  const options = useMemo(
    () =>
      (rows ?? []).filter((row) => row.id !== account.id).map((row) => [row.id, row.name] as const),
    [rows, account.id],
  )
  const label = t('accounts.field.parentAccountId')
  if (!rows) return null
  return (
    <NameField
      label={label}
      draftKey={`account.${account.id}.parentAccountId`}
      value={account.parentAccountId}
      options={options}
      onPick={(parentAccountId) => setAccount(account.id, { parentAccountId }, label)}
    />
  )
}
