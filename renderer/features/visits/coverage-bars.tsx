import { useTranslation } from 'react-i18next'
import type { Coverage, CoverageCount } from '../../../db/visit/coverage'

/** Invited and accepted as bars: everybody, the top five, each level; gates and needs as words. */
export function CoverageBars({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation()
  const { all, topFive, byLevel, gates, needs } = coverage
  const openGates = gates.filter(({ isInvited }) => !isInvited)
  return (
    <div className="coverage" data-testid="coverage">
      <CoverageBar label={t('visits.coverage.all')} count={all} isStrong />
      {topFive.people > 0 && <CoverageBar label={t('visits.coverage.topFive')} count={topFive} />}
      {byLevel.map(({ level, ...count }) => (
        <CoverageBar key={level} label={t(`term.seatLevel.${level}`)} count={count} />
      ))}
      {gates.length > 0 && (
        <p className="coverage-line" data-testid="coverage-gates">
          {openGates.length === 0
            ? t('visits.coverage.gatesAll', { count: gates.length })
            : t('visits.coverage.gatesMissing', {
                kinds: openGates.map(({ kind }) => t(`term.gateKind.${kind}`)).join(', '),
              })}
        </p>
      )}
      {needs.people > 0 && (
        <p className="coverage-line">
          {t('visits.coverage.needs', { addressed: needs.addressed, count: needs.people })}
        </p>
      )}
    </div>
  )
}

function CoverageBar({
  label,
  count,
  isStrong = false,
}: {
  readonly label: string
  readonly count: CoverageCount
  readonly isStrong?: boolean
}) {
  const { t } = useTranslation()
  const percent = (part: number) => `${count.people === 0 ? 0 : (100 * part) / count.people}%`
  const words = t('visits.coverage.words', {
    invited: count.invited,
    people: count.people,
    accepted: count.accepted,
  })
  return (
    <div className={isStrong ? 'coverage-row strong' : 'coverage-row'} title={words}>
      <span className="coverage-label">{label}</span>
      <span className="coverage-track" aria-hidden="true">
        <span className="coverage-invited" style={{ width: percent(count.invited) }} />
        <span className="coverage-accepted" style={{ width: percent(count.accepted) }} />
      </span>
      <span className="coverage-count tabular">
        {count.invited}/{count.people}
        <span className="visually-hidden">{words}</span>
      </span>
    </div>
  )
}
