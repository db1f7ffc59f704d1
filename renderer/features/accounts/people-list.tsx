import { IconStarFilled } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { daysFromNow, formatRelativeDays } from '../../ui/format'
import { HeatDot } from '../../ui/heat-dot'
import { Initial } from '../../ui/initial'
import { StanceMark } from '../../ui/stance-mark'
import { useNowMs } from '../../ui/use-now'
import { heatOf } from './heat'
import type { PersonRow } from './people-rows'

const rowHeight = 48

/** People, one line each; arrows move, Enter and a click choose. */
export function PeopleList({
  rows,
  chosenId,
  onChoose,
}: {
  readonly rows: readonly PersonRow[]
  readonly chosenId: string | null
  onChoose(id: string | null): void
}) {
  const { t } = useTranslation()
  const nowMs = useNowMs()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  const chosenIndex = rows.findIndex((row) => row.person.id === chosenId)
  useEffect(() => {
    if (chosenIndex >= 0) virtual.scrollToIndex(chosenIndex)
  }, [chosenIndex, virtual])
  function onKeyDown(event: KeyboardEvent): void {
    const last = rows.length - 1
    const to = {
      ArrowDown: Math.min(last, chosenIndex + 1),
      ArrowUp: Math.max(0, chosenIndex - 1),
      Home: 0,
      End: last,
    }[event.key]
    if (event.key === 'Escape' && chosenId) onChoose(null)
    else if (to !== undefined) onChoose(rows[to]!.person.id)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className="people-scroller"
      role="listbox"
      tabIndex={0}
      aria-label={t('accounts.tab.people')}
      aria-activedescendant={chosenIndex >= 0 ? `person-${chosenId}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!
          const { id } = row.person
          return (
            // The list above has the keys for all of its rows.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={id}
              id={`person-${id}`}
              role="option"
              tabIndex={-1}
              aria-selected={id === chosenId}
              className="person-row"
              data-testid="person-row"
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => onChoose(id)}
            >
              <PersonLine row={row} nowMs={nowMs} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function PersonLine({ row, nowMs }: { readonly row: PersonRow; readonly nowMs: number }) {
  const { t, i18n } = useTranslation()
  const { person, seat, contact } = row
  const role = [seat?.title, seat?.department].filter(Boolean).join(' · ')
  const marks = [
    ['left', person.status === 'left'],
    ['optedOut', person.isOptedOut === 1],
    ['competitorMet', person.isCompetitorMet === 1],
    ['partner', person.isPartner === 1],
    ['advocate', person.isAdvocate === 1],
  ] as const
  return (
    <>
      <StanceMark stance={person.stance} label={t(`term.stance.${person.stance}`)} />
      <Initial name={person.name} isRound size={30} />
      <span className="person-words">
        <strong>
          <bdi>{person.name}</bdi>
          {person.isTopFive === 1 && (
            <IconStarFilled
              size={12}
              className="top-star"
              aria-label={t('accounts.person.topFive')}
            />
          )}
        </strong>
        <span>
          <bdi>{role || t('accounts.people.noTitle')}</bdi>
        </span>
      </span>
      <span className="person-marks">
        {marks.map(
          ([name, has]) =>
            has && (
              <span key={name} className={`chip ${markTones[name]}`}>
                {t(`accounts.mark.${name}`)}
              </span>
            ),
        )}
      </span>
      <span className="person-contact">
        <HeatDot heat={heatOf(contact?.atMs ?? null, nowMs)} />
        {contact
          ? formatRelativeDays(daysFromNow(contact.atMs, nowMs), i18n.language, 'short')
          : t('accounts.list.never')}
      </span>
    </>
  )
}

const markTones = {
  left: '',
  optedOut: 'warn',
  competitorMet: 'danger',
  partner: '',
  advocate: 'ok',
} as const
