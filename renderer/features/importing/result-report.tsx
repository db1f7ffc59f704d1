import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../db/flows/importing'
import { undo } from '../../data/history'
import { goTo } from '../../data/place'
import { Button } from '../../ui/button'
import { formatCount } from '../../ui/format'
import { CountSum } from './count-sum'

/** What the import did, what to look at, and the way back. */
export function ResultReport({
  result,
  onAgain,
}: {
  readonly result: ImportResult
  onAgain(): void
}) {
  const { t, i18n } = useTranslation()
  const [isUndone, setUndone] = useState(false)
  const { made, counts, noteCounts, accountId } = result
  const parts = (['accounts', 'people', 'seats'] as const).filter((name) => made[name] > 0)
  async function takeBack(): Promise<void> {
    setUndone(true)
    await undo()
  }
  return (
    <div className="import-report" data-testid="import-report">
      <h1>
        <IconCircleCheck size={24} aria-hidden="true" />
        {t(isUndone ? 'importing.report.undone' : 'importing.report.title')}
      </h1>
      <CountSum counts={counts} />
      {parts.length > 0 && (
        <p>
          {parts
            .map((name) =>
              t(`importing.report.${name}`, { n: formatCount(made[name], i18n.language) }),
            )
            .join(' · ')}
        </p>
      )}
      {noteCounts.length > 0 && (
        <>
          <h2>{t('importing.report.noticed')}</h2>
          <ul className="report-notes">
            {noteCounts.map(({ code, count }) => (
              <li key={code}>
                <span className="tabular">{formatCount(count, i18n.language)}</span>
                <span>{t(`importing.noteName.${code}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="report-actions">
        {!isUndone && (
          <Button
            look="primary"
            data-testid="import-open"
            onClick={() => goTo(accountId ? `accounts/${accountId}` : 'accounts')}
          >
            {t(accountId ? 'importing.report.openAccount' : 'importing.report.openAccounts')}
          </Button>
        )}
        <Button onClick={onAgain}>{t('importing.report.again')}</Button>
        {!isUndone && (
          <Button look="quiet" data-testid="undo-import" onClick={() => void takeBack()}>
            {t('importing.report.undo')}
          </Button>
        )}
      </div>
    </div>
  )
}
