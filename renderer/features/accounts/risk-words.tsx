import { useTranslation } from 'react-i18next'
import type { AccountListRow } from '../../../db/views/account-list'
import { formatDays } from '../../ui/format'
import { risksOf, riskThresholds } from './risk'
import type { Risk } from './risk'

/** Risks as words, the gravest first, as many as fit; all with their rules in the tooltip. */
export function RiskWords({
  row,
  nowMs,
}: {
  readonly row: AccountListRow
  readonly nowMs: number
}) {
  const { t, i18n } = useTranslation()
  const risks = risksOf(row, nowMs)
  const words = (risk: Risk) => t(`accounts.risk.${risk.kind}`, fieldsOf(risk, i18n.language))
  const rule = (risk: Risk) => t(`accounts.riskRule.${risk.kind}`, fieldsOf(risk, i18n.language))
  return (
    <span
      className="risks"
      title={risks.map((risk) => `${words(risk)}: ${rule(risk)}`).join('\n') || undefined}
    >
      {risks.map((risk) => (
        <span key={risk.kind} className={`chip ${tones[risk.kind]}`}>
          {words(risk)}
        </span>
      ))}
    </span>
  )
}

const tones: Readonly<Record<Risk['kind'], string>> = {
  overdue: 'danger',
  renewal: 'warn',
  nobody: 'danger',
  neverMet: 'danger',
  quiet: 'warn',
  experiment: 'warn',
  thirdYear: '',
}

function fieldsOf(risk: Risk, language: string): Record<string, string | number> {
  const { experimentShare, quietDays, renewalDays } = riskThresholds
  return {
    share: Math.round(experimentShare * 100),
    quiet: formatDays(quietDays, language),
    window: formatDays(renewalDays, language),
    ...('days' in risk ? { days: formatDays(risk.days, language) } : {}),
    ...('percent' in risk ? { percent: risk.percent } : {}),
    ...('months' in risk ? { months: risk.months } : {}),
  }
}
