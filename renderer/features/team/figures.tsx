import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TeamFigures } from '../../../db/views/team-figures'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { formatCount, formatDay, formatDays, formatMoney } from '../../ui/format'
import { QuietSelect } from '../../ui/quiet-select'
import { ScreenSkeleton } from '../../ui/skeleton'
import { figuresCsv } from './figures-csv'

const faceTimeShown = 12

/** Few figures, each with the accounts or people behind it. */
export function Figures() {
  const { t, i18n } = useTranslation()
  const [owner, setOwner] = useState('all')
  const figures = useLive(store.view.teamFigures, owner === 'all' ? {} : { ownerMemberId: owner })
  const members = useLive(store.member.all, {})
  if (!figures) return <ScreenSkeleton />
  if (figures.accounts === 0)
    return <EmptyState title={t('team.none.title')}>{t('team.none.text')}</EmptyState>
  const named = (members ?? []).filter((member) => member.name !== '')
  const language = i18n.language
  const percent = (share: number | null) =>
    share === null
      ? t('team.figure.noData')
      : new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  return (
    <div className="figures" data-testid="figures">
      <div className="feed-filters">
        <QuietSelect
          label={t('team.filter.author')}
          value={owner}
          options={[
            ['all', t('team.filter.everybody')] as const,
            ...named.map((member) => [member.id, member.name] as const),
          ]}
          onPick={setOwner}
        />
        <Button
          look="quiet"
          data-testid="figures-csv"
          onClick={() =>
            void window.shell.saveFile('jetway-team.csv', figuresCsv(figures, t, language))
          }
        >
          {t('team.figure.saveCsv')}
        </Button>
      </div>
      <dl className="figure-row">
        <Figure
          name={t('team.figure.coverage')}
          value={percent(figures.coverage)}
          note={t('team.figure.coverageNote', {
            met: formatCount(figures.peopleMet, language),
            all: formatCount(figures.peopleActive, language),
          })}
        />
        <Figure
          name={t('team.figure.penetration')}
          value={percent(figures.penetration)}
          note={t('team.figure.penetrationNote')}
        />
        <Figure
          name={t('team.figure.nps')}
          value={
            figures.nps.value === null
              ? t('team.figure.noData')
              : new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(
                  figures.nps.value,
                )
          }
          note={t('team.figure.npsNote', { count: figures.nps.answers })}
        />
        <Figure
          name={t('team.figure.overdue')}
          value={formatCount(
            figures.faceTime.filter((entry) => entry.light === 'red').length,
            language,
          )}
          note={t('team.figure.overdueNote', { count: figures.faceTime.length })}
        />
      </dl>
      <section>
        <h2>{t('team.figure.visits')}</h2>
        <Months months={figures.months} />
      </section>
      <div className="figure-columns">
        <section>
          <h2>{t('team.figure.faceTime')}</h2>
          <p className="figure-rule">{t('team.figure.faceTimeRule')}</p>
          <ul className="figure-list">
            {figures.faceTime.slice(0, faceTimeShown).map((entry) => (
              <li key={`${entry.accountId}-${entry.who}`}>
                <a href={`#/accounts/${entry.accountId}/map`} title={entry.name}>
                  {entry.name}
                </a>
                <span className={`light ${entry.light}`}>
                  {entry.lastAtMs === null
                    ? t('team.figure.neverVisited')
                    : entry.light === 'red'
                      ? t('team.figure.overdueBy', {
                          days: formatDays(entry.overdueDays, language),
                        })
                      : t('team.figure.dueOn', { day: formatDay(entry.dueAtMs, language) })}
                </span>
              </li>
            ))}
            {figures.faceTime.length === 0 && <li>{t('team.figure.nobodyDue')}</li>}
          </ul>
        </section>
        <section>
          <h2>{t('team.figure.whitespace')}</h2>
          <p className="figure-rule">{t('team.figure.whitespaceRule')}</p>
          <ul className="figure-list">
            {figures.penetrationByAccount.map((entry) => (
              <li key={entry.id}>
                <a href={`#/accounts/${entry.id}/map`} title={entry.name}>
                  {entry.name}
                </a>
                <meter min={0} max={entry.potential} value={entry.now} aria-label={entry.name} />
                <span className="tabular">
                  {formatMoney(entry.now, entry.currency, language)} /{' '}
                  {formatMoney(entry.potential, entry.currency, language)}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('team.figure.sightings')}</h2>
          <ul className="figure-list">
            {figures.sightings.map((entry) => (
              <li key={entry.competitor}>
                <span>{entry.competitor}</span>
                <span className="tabular">
                  {t('team.figure.sightingNote', { count: entry.count, accounts: entry.accounts })}
                </span>
              </li>
            ))}
            {figures.sightings.length === 0 && <li>{t('team.figure.noSightings')}</li>}
          </ul>
        </section>
        <section>
          <h2>{t('team.figure.pilots')}</h2>
          <ul className="figure-list">
            {figures.pilots.map((entry) => (
              <li key={entry.id}>
                <a href={`#/accounts/${entry.accountId}/facts`} title={entry.name}>
                  {entry.accountName}: {entry.name}
                </a>
                <span>{t(`term.opportunityStage.${entry.stage}`)}</span>
              </li>
            ))}
            {figures.pilots.length === 0 && <li>{t('team.figure.noPilots')}</li>}
          </ul>
        </section>
      </div>
    </div>
  )
}

function Figure({
  name,
  value,
  note,
}: {
  readonly name: string
  readonly value: string
  readonly note: string
}) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd className="tabular">{value}</dd>
      <dd className="figure-note">{note}</dd>
    </div>
  )
}

/** Visits on site and contacts by other ways, month by month. */
function Months({ months }: { readonly months: TeamFigures['months'] }) {
  const { t, i18n } = useTranslation()
  const most = Math.max(1, ...months.map((entry) => entry.onSite + entry.remote))
  const name = (month: string) =>
    new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' }).format(
      new Date(`${month}-15T00:00:00Z`),
    )
  return (
    <figure className="months">
      <ol>
        {months.map(({ month, onSite, remote }) => (
          <li key={month} title={t('team.figure.monthNote', { onSite, remote })}>
            <span className="month-bar" style={{ height: `${((onSite + remote) / most) * 100}%` }}>
              <span className="remote" style={{ flexGrow: remote }} />
              <span className="on-site" style={{ flexGrow: onSite }} />
            </span>
            <span className="month-count tabular">{onSite + remote}</span>
            <span className="month-name">{name(month)}</span>
          </li>
        ))}
      </ol>
      <figcaption>
        <span className="key-mark on-site" /> {t('term.modality.on_site')}
        <span className="key-mark remote" /> {t('team.figure.otherWays')}
      </figcaption>
    </figure>
  )
}
