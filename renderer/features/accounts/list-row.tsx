import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountListRow } from '../../../db/views/account-list'
import { daysFromNow, formatDay, formatRelativeDays } from '../../ui/format'
import { HeatDot } from '../../ui/heat-dot'
import { Initial } from '../../ui/initial'
import { heatOf, topFiveHeats } from './heat'
import { RiskWords } from './risk-words'
import { ValueBar } from './value-bar'

/** One account in one line. */
export const ListRow = memo(function ListRow({
  row,
  nowMs,
  largestMinor,
}: {
  readonly row: AccountListRow
  readonly nowMs: number
  readonly largestMinor: number
}) {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const place = [row.city, row.country].filter(Boolean).join(', ')
  return (
    <>
      <span role="gridcell" className="cell-name">
        <Initial name={row.name} />
        <span>
          <strong>{row.name}</strong>
          <span>{place || t(`term.accountStatus.${row.status}`)}</span>
        </span>
      </span>
      <span role="gridcell">
        <ValueBar
          nowMinor={row.valueNowMinor}
          potentialMinor={row.potentialValueMinor}
          currency={row.currency}
          largestMinor={largestMinor}
        />
      </span>
      <span role="gridcell">
        <TopFiveDots contacts={row.topFiveContacts} nowMs={nowMs} />
      </span>
      <span role="gridcell" className="cell-contact">
        <HeatDot heat={row.people === 0 ? 'open' : heatOf(row.lastContactAtMs, nowMs)} />
        {row.lastContactAtMs === null
          ? t('accounts.list.never')
          : formatRelativeDays(daysFromNow(row.lastContactAtMs, nowMs), language, 'short')}
      </span>
      <span role="gridcell" className={row.nextVisitAtMs === null ? 'faint' : undefined}>
        {row.nextVisitAtMs === null ? '–' : formatDay(row.nextVisitAtMs, language, nowMs)}
      </span>
      <span role="gridcell" className={row.renewalDate === null ? 'faint' : undefined}>
        {row.renewalDate === null ? '–' : formatDay(row.renewalDate, language, nowMs)}
      </span>
      <span role="gridcell">
        <RiskWords row={row} nowMs={nowMs} />
      </span>
    </>
  )
})

function TopFiveDots({
  contacts,
  nowMs,
}: {
  readonly contacts: readonly (number | null)[]
  readonly nowMs: number
}) {
  const { t } = useTranslation()
  const heats = topFiveHeats(contacts, nowMs)
  const parts = (['fresh', 'fading', 'stale', 'never', 'open'] as const).flatMap((heat) => {
    const n = heats.filter((each) => each === heat).length
    return n === 0 ? [] : [t(`accounts.heat.${heat}`, { n })]
  })
  const words = `${t('accounts.list.topFive')}: ${parts.join(', ')}`
  return (
    <span className="top-five" role="img" aria-label={words} title={words}>
      {heats.map((heat, position) => (
        // oxlint-disable-next-line react/no-array-index-key -- five fixed places
        <HeatDot key={position} heat={heat} />
      ))}
    </span>
  )
}
