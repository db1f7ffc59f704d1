import type { AccountListRow } from '../../../db/views/account-list'

/**
 * Signs that an account is at risk, as words with the numbers behind them (product.md rule 4).
 * Defaults of `methods.md`; every threshold is here.
 */
export const riskThresholds = {
  /** 0.4: a customer that pays less than this share of what it could is an experiment. */
  experimentShare: 0.1,
  /** 0.3: the third year, in months since the start. */
  thirdYearMonths: [24, 36],
  renewalDays: 90,
  quietDays: 90,
} as const

export type Risk =
  | { readonly kind: 'renewal'; readonly days: number }
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'experiment'; readonly percent: number }
  | { readonly kind: 'thirdYear'; readonly months: number }
  | { readonly kind: 'quiet'; readonly days: number }
  | { readonly kind: 'neverMet' }
  | { readonly kind: 'nobody' }

type Facts = Pick<
  AccountListRow,
  | 'status'
  | 'valueNowMinor'
  | 'potentialValueMinor'
  | 'renewalDate'
  | 'customerSince'
  | 'lastContactAtMs'
  | 'people'
>

const dayMs = 86_400_000

/** The risks of an account, the gravest first. */
export function risksOf(row: Facts, nowMs: number): Risk[] {
  const risks: Risk[] = []
  const isCustomer = row.status === 'customer'
  const renewalDays = row.renewalDate && daysUntil(row.renewalDate, nowMs)
  if (isCustomer && typeof renewalDays === 'number') {
    if (renewalDays < 0) risks.push({ kind: 'overdue', days: -renewalDays })
    else if (renewalDays <= riskThresholds.renewalDays)
      risks.push({ kind: 'renewal', days: renewalDays })
  }
  if (row.status !== 'lost') {
    if (row.people === 0) risks.push({ kind: 'nobody' })
    else if (row.lastContactAtMs === null) risks.push({ kind: 'neverMet' })
    else {
      const days = Math.floor((nowMs - row.lastContactAtMs) / dayMs)
      if (days > riskThresholds.quietDays) risks.push({ kind: 'quiet', days })
    }
  }
  if (isCustomer && row.valueNowMinor !== null && row.potentialValueMinor) {
    const share = row.valueNowMinor / row.potentialValueMinor
    if (share < riskThresholds.experimentShare)
      risks.push({ kind: 'experiment', percent: Math.round(share * 1000) / 10 })
  }
  if (isCustomer && row.customerSince) {
    const months = Math.floor(-daysUntil(row.customerSince, nowMs) / 30.44)
    const [from, to] = riskThresholds.thirdYearMonths
    if (months >= from && months < to) risks.push({ kind: 'thirdYear', months })
  }
  return risks
}

function daysUntil(date: string, nowMs: number): number {
  return Math.ceil((Date.parse(date) - nowMs) / dayMs)
}
