import { useTranslation } from 'react-i18next'
import type { PlanCounts } from '../../../db/import/plan-model'
import { formatCount } from '../../ui/format'

/** Created + updated + skipped = rows, as a sum that adds up before one's eyes. */
export function CountSum({ counts }: { readonly counts: PlanCounts }) {
  const { t, i18n } = useTranslation()
  return (
    <dl className="count-sum" data-testid="import-counts">
      {(['created', 'updated', 'skipped', 'rows'] as const).map((name) => (
        <div key={name} className={name}>
          <dt>{t(`importing.count.${name}`)}</dt>
          <dd className="tabular" data-testid={`count-${name}`}>
            {formatCount(counts[name], i18n.language)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
