import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '../../../db/coverage/gaps'
import type { Who } from '../../../db/map-diff/diff-maps'
import type { Stance } from '../../../db/terms'
import type { MapChanges } from '../../../db/views/map-diff'
import { StanceMark } from '../../ui/stance-mark'

/** Every change, in groups; the groups that matter to a deal come first. */
export function DiffList({ changes }: { readonly changes: MapChanges }) {
  const { t } = useTranslation()
  const { diff } = changes
  const name = ({ personId, title }: Who) =>
    (personId === null ? '' : (changes.names[personId] ?? '')) || title || t('mapHistory.somebody')
  const who = (each: Who) => <Name name={name(each)} title={each.title} />
  const gap = (each: Gap) =>
    each.kind === 'role'
      ? t('mapHistory.gapRole', { role: t(`term.buyingRole.${each.role}`) })
      : `${t(`term.seatLevel.${each.level}`)}, ${each.department}`
  if (changes.changes === 0) return <p className="history__none">{t('mapHistory.noneText')}</p>
  return (
    <div className="history__groups" data-testid="history-diff">
      <Group title={t('mapHistory.group.appeared')} list={diff.appeared} row={who} />
      <Group
        title={t('mapHistory.group.left')}
        list={diff.left}
        row={(each) => (
          <>
            {who(each)} <small>{t(`mapHistory.why.${each.why}`)}</small>
          </>
        )}
      />
      <Group
        title={t('mapHistory.group.opinions')}
        list={diff.opinions}
        row={({ field, from, to, ...each }) => (
          <>
            {who(each)}
            <span className="history__change">
              {field !== 'stance' && <small>{t(`mapHistory.field.${field}`)}: </small>}
              <Value field={field} value={from} /> → <Value field={field} value={to} />
            </span>
          </>
        )}
      />
      <Group
        title={t('mapHistory.group.gates')}
        list={diff.gates}
        row={({ kind, from, to }) => (
          <>
            <b>{t(`term.gateKind.${kind}`)}</b>
            <span className="history__change">
              {t(`term.gateStatus.${from}`)} → {t(`term.gateStatus.${to}`)}
            </span>
          </>
        )}
      />
      <Group title={t('mapHistory.group.gapsClosed')} list={diff.gapsClosed} row={gap} />
      <Group title={t('mapHistory.group.gapsOpened')} list={diff.gapsOpened} row={gap} />
      <Group
        title={t('mapHistory.group.roles')}
        list={diff.roles}
        row={({ added, removed, ...each }) => (
          <>
            {who(each)}
            <span className="history__change">
              {added.map((role) => `+ ${t(`term.buyingRole.${role}`)}`).join(', ')}{' '}
              {removed.map((role) => `− ${t(`term.buyingRole.${role}`)}`).join(', ')}
            </span>
          </>
        )}
      />
      <Group
        title={t('mapHistory.group.topFive')}
        list={diff.topFive}
        row={(each) => (
          <>
            {who(each)}{' '}
            <small>{t(each.isMarked ? 'mapHistory.marked' : 'mapHistory.unmarked')}</small>
          </>
        )}
      />
      <Group
        title={t('mapHistory.group.moved')}
        list={diff.moved}
        row={({ from, to, ...each }) => (
          <>
            {who(each)}
            <span className="history__change">
              {from ? name(from) : t('mapHistory.top')} → {to ? name(to) : t('mapHistory.top')}
            </span>
          </>
        )}
      />
      <Group
        title={t('mapHistory.group.changedSeat')}
        list={diff.changedSeat}
        row={({ fromTitle, ...each }) => (
          <>
            {who({ ...each, title: '' })}
            <span className="history__change">
              {fromTitle || '?'} → {each.title || '?'}
            </span>
          </>
        )}
      />
      <Group title={t('mapHistory.group.vacated')} list={diff.vacated} row={who} />
      <Group title={t('mapHistory.group.seatsAdded')} list={diff.seatsAdded} row={who} />
      <Group title={t('mapHistory.group.seatsRemoved')} list={diff.seatsRemoved} row={who} />
      <Group
        title={t('mapHistory.group.titles')}
        list={[...diff.titles, ...diff.departments]}
        row={({ from, to, ...each }) => (
          <>
            {who({ ...each, title: '' })}
            <span className="history__change">
              {from || '–'} → {to || '–'}
            </span>
          </>
        )}
      />
      {(['linesAdded', 'linesRemoved'] as const).map((list) => (
        <Group
          key={list}
          title={t(`mapHistory.group.${list}`)}
          list={diff[list]}
          row={({ kind, from, to }) => (
            <>
              <b>{name(from)}</b> {t(`mapHistory.line.${kind}`)} <b>{name(to)}</b>
            </>
          )}
        />
      ))}
    </div>
  )
}

const rowsMax = 60

function Group<T>({
  title,
  list,
  row,
}: {
  readonly title: string
  readonly list: readonly T[]
  row(entry: T): ReactNode
}) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="tabular">{list.length}</span>
      </h3>
      <ul>
        {list.slice(0, rowsMax).map((entry, at) => (
          <li key={at}>{row(entry)}</li>
        ))}
        {list.length > rowsMax && <li>{t('mapHistory.andMore', { n: list.length - rowsMax })}</li>}
      </ul>
    </section>
  )
}

function Name({ name, title }: { readonly name: string; readonly title: string }) {
  return (
    <span className="history__name">
      <b dir="auto">{name}</b>
      {title !== '' && title !== name && <small dir="auto">{title}</small>}
    </span>
  )
}

function Value({
  field,
  value,
}: {
  readonly field: 'stance' | 'influence' | 'buyIn'
  readonly value: string
}) {
  const { t } = useTranslation()
  return (
    <span className="history__value">
      {field === 'stance' && <StanceMark stance={value as Stance} size={13} />}
      {t(`term.${field}.${value}`)}
    </span>
  )
}
