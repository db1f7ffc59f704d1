import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../db/entities/visit'
import { writeDay, writeTime } from './times'

/** Visits as lines, the next one first, then those behind us. */
export function VisitList({
  visits,
  accountNames,
}: {
  readonly visits: readonly Visit[]
  /** Null on an account's own page, where its name would be noise. */
  readonly accountNames: ReadonlyMap<string, string> | null
}) {
  const { t } = useTranslation()
  const [nowMs] = useState(() => Date.now())
  const { coming, past } = useMemo(() => splitByTime(visits, nowMs), [visits, nowMs])
  return (
    <>
      {coming.length > 0 && (
        <section aria-label={t('visits.list.coming')}>
          <h2 className="visits-heading">{t('visits.list.coming')}</h2>
          {coming.map((visit) => (
            <VisitLine key={visit.id} visit={visit} accountNames={accountNames} />
          ))}
        </section>
      )}
      {past.length > 0 && (
        <section aria-label={t('visits.list.past')}>
          <h2 className="visits-heading">{t('visits.list.past')}</h2>
          {past.map((visit) => (
            <VisitLine key={visit.id} visit={visit} accountNames={accountNames} />
          ))}
        </section>
      )}
    </>
  )
}

function VisitLine({
  visit,
  accountNames,
}: {
  readonly visit: Visit
  readonly accountNames: ReadonlyMap<string, string> | null
}) {
  const { t, i18n } = useTranslation()
  const { startAtMs, endAtMs, timeZone } = visit
  return (
    <a className="visit-line" href={`#/visits/${visit.id}`} data-testid="visit-line">
      <span className="visit-line-date tabular">
        {writeDay(startAtMs, timeZone, i18n.language)}
      </span>
      <span className="visit-line-time tabular">
        {writeTime(startAtMs, timeZone)}–{writeTime(endAtMs, timeZone)}
      </span>
      <span className="visit-line-title">
        {accountNames && <strong>{accountNames.get(visit.accountId)}</strong>}
        <span>{visit.title}</span>
      </span>
      <span className="muted">{t(`term.visitType.${visit.type}`)}</span>
      <span className={`chip ${statusLook[visit.status]}`}>
        {t(`term.visitStatus.${visit.status}`)}
      </span>
    </a>
  )
}

const statusLook = { draft: '', invited: 'accent', done: 'ok', cancelled: 'danger' } as const

function splitByTime(
  visits: readonly Visit[],
  nowMs: number,
): { coming: readonly Visit[]; past: readonly Visit[] } {
  const inOrder = [...visits].sort((a, b) => a.startAtMs - b.startAtMs)
  const isComing = (visit: Visit) => visit.endAtMs >= nowMs && visit.status !== 'done'
  return { coming: inOrder.filter(isComing), past: inOrder.filter((v) => !isComing(v)).reverse() }
}
