import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../ui/format'

/**
 * Value now as the filled part of a thin bar, whose length is the potential against the largest one
 * of the list (by square root, so that small accounts stay visible).
 */
export function ValueBar({
  nowMinor,
  potentialMinor,
  currency,
  largestMinor,
}: {
  readonly nowMinor: number | null
  readonly potentialMinor: number | null
  readonly currency: string
  readonly largestMinor: number
}) {
  const { t, i18n } = useTranslation()
  if (nowMinor === null && potentialMinor === null) return <span className="faint">–</span>
  const whole = Math.max(nowMinor ?? 0, potentialMinor ?? 0)
  const words = (minor: number) => formatMoney(minor, currency, i18n.language)
  const length = largestMinor === 0 ? 0 : Math.sqrt(whole / largestMinor)
  const share = whole === 0 ? 0 : (nowMinor ?? 0) / whole
  return (
    <span className="value">
      <span className="value-words tabular">
        <span>{nowMinor === null ? '–' : words(nowMinor)}</span>
        {potentialMinor !== null && (
          <span className="faint">
            {t('accounts.list.ofPotential', { value: words(potentialMinor) })}
          </span>
        )}
      </span>
      <span className="value-track" style={{ width: `${Math.max(6, length * 100)}%` }}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  )
}
