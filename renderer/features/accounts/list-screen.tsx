import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo, usePlace } from '../../data/place'
import { useRemembered } from '../../data/remembered'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { formatCount } from '../../ui/format'
import { ScreenSkeleton } from '../../ui/skeleton'
import { useNowMs } from '../../ui/use-now'
import './accounts.css'
import { ListHead } from './list-head'
import { filterRows, firstChoice, foldRows, groupRows, sortRows, valuesOf } from './list-order'
import type { GroupKey, ListChoice, ListItem } from './list-order'
import { ListRow } from './list-row'
import { useListState } from './list-state'
import { ListToolbar } from './list-toolbar'
import { NewAccountDialog } from './new-account-dialog'
import { usePageKeys } from '../../ui/use-page-keys'

const rowHeight = 46
const groupHeight = 34
const fromTheTop = { chosenId: null, scrollTop: 0 } as const

/** The portfolio: one line per account, filtered while one types. */
export function ListScreen() {
  const { t, i18n } = useTranslation()
  const rows = useLive(store.view.accountList, {})
  const members = useLive(store.member.all, {})
  const [choice, setChoice, isReady] = useRemembered<ListChoice>('accounts.list', firstChoice)
  const { text } = useListState()
  const place = usePlace()
  const [isAdding, setNew] = useState(false)
  // The palette and the first screen lead here by the address.
  const isNew = isAdding || place.includes('?new')
  const collator = useMemo(
    () => new Intl.Collator(i18n.language, { numeric: true }),
    [i18n.language],
  )
  const folded = useMemo(() => foldRows(rows ?? []), [rows])
  const sorted = useMemo(
    () => sortRows(folded, choice.sort, choice.isDescending, collator),
    [folded, choice.sort, choice.isDescending, collator],
  )
  const filtered = useMemo(() => filterRows(sorted, text, choice), [sorted, text, choice])
  const names = useMemo(
    () => new Map((members ?? []).map((member) => [member.id, member.name])),
    [members],
  )
  const wordsOf = useGroupWords(choice.group, names)
  const items = useMemo(
    () => groupRows(filtered, choice.group, wordsOf, collator),
    [filtered, choice.group, wordsOf, collator],
  )
  const countries = useMemo(
    () => valuesOf(rows ?? [], 'country').sort(collator.compare),
    [rows, collator],
  )
  const owners = useMemo(
    () =>
      valuesOf(rows ?? [], 'ownerMemberId')
        .map((id) => [id, names.get(id) ?? t('ui.unknown')] as const)
        .sort((left, right) => collator.compare(left[1], right[1])),
    [rows, names, collator, t],
  )
  const filter = useRef<HTMLInputElement>(null)
  usePageKeys({ '/': () => filter.current?.select(), n: () => setNew(true) })
  const list = useListKeys(items)

  if (!rows || !isReady) return <ScreenSkeleton />
  function closeNew(): void {
    setNew(false)
    if (place.includes('?new')) goTo('accounts', { replace: true })
  }
  /** Another order or group begins at its top. */
  function choose(next: ListChoice): void {
    useListState.setState(fromTheTop)
    setChoice(next)
  }
  const clear = () => {
    useListState.setState({ text: '', ...fromTheTop })
    setChoice({ ...firstChoice, sort: choice.sort, isDescending: choice.isDescending })
  }
  return (
    <div className="accounts-screen">
      {rows.length === 0 ? (
        <NoAccounts onNew={() => setNew(true)} />
      ) : (
        <>
          <ListToolbar
            text={text}
            choice={choice}
            countries={countries}
            owners={owners}
            shown={filtered.length}
            total={rows.length}
            inputRef={filter}
            onText={(next) => useListState.setState({ text: next, ...fromTheTop })}
            onChoice={choose}
            onKeyDown={list.onKeyDown}
            onNew={() => setNew(true)}
          />
          {filtered.length === 0 ? (
            <EmptyState
              title={t('accounts.list.noMatch')}
              actions={<Button onClick={clear}>{t('accounts.list.showAll')}</Button>}
            />
          ) : (
            <AccountGrid
              items={items}
              choice={choice}
              onChoice={choose}
              wordsOf={wordsOf}
              chosenId={list.chosenId}
              onKeyDown={list.onKeyDown}
            />
          )}
        </>
      )}
      {isNew && <NewAccountDialog rows={rows} onClose={closeNew} />}
    </div>
  )
}

function AccountGrid({
  items,
  choice,
  onChoice,
  wordsOf,
  chosenId,
  onKeyDown,
}: {
  readonly items: readonly ListItem[]
  readonly choice: ListChoice
  onChoice(choice: ListChoice): void
  wordsOf(key: string): string
  readonly chosenId: string | null
  onKeyDown(event: KeyboardEvent): void
}) {
  const { t, i18n } = useTranslation()
  const nowMs = useNowMs()
  const scroller = useRef<HTMLDivElement>(null)
  const largestMinor = useMemo(() => largestValue(items), [items])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]!.kind === 'row' ? rowHeight : groupHeight),
    overscan: 8,
    initialOffset: useListState.getState().scrollTop,
  })
  const chosenIndex = items.findIndex((item) => item.kind === 'row' && item.row.id === chosenId)
  useEffect(() => {
    if (chosenIndex >= 0) virtual.scrollToIndex(chosenIndex)
  }, [chosenIndex, virtual])
  useEffect(() => {
    virtual.measure()
    if (useListState.getState().scrollTop === 0) virtual.scrollToOffset(0)
  }, [items, virtual])
  return (
    <div
      className="account-list"
      role="grid"
      aria-label={t('accounts.title')}
      aria-rowcount={items.length}
      aria-activedescendant={chosenIndex >= 0 ? `account-${chosenId}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <ListHead choice={choice} onChoice={onChoice} />
      <div
        ref={scroller}
        className="account-scroller"
        role="rowgroup"
        onScroll={(event) => useListState.setState({ scrollTop: event.currentTarget.scrollTop })}
      >
        <div style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = items[index]!
            const style = { transform: `translateY(${start}px)` }
            if (item.kind === 'group')
              return (
                <div key={`group ${item.key}`} className="group-head" style={style} role="row">
                  <span role="gridcell">
                    {wordsOf(item.key)}{' '}
                    <span className="faint tabular">{formatCount(item.count, i18n.language)}</span>
                  </span>
                </div>
              )
            const { row } = item
            return (
              // The grid above has the keys for all of its rows.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={row.id}
                id={`account-${row.id}`}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={row.id === chosenId}
                className="account-row account-grid"
                data-testid="account-row"
                style={style}
                onClick={() => goTo(`accounts/${row.id}`)}
              >
                <ListRow row={row} nowMs={nowMs} largestMinor={largestMinor} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function NoAccounts({ onNew }: { onNew(): void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      testId="accounts-empty"
      title={t('accounts.empty.title')}
      actions={
        <>
          <Button look="primary" shortcut="N" data-testid="new-account" onClick={onNew}>
            {t('accounts.new.title')}
          </Button>
          <Button onClick={() => goTo('import')}>{t('accounts.list.import')}</Button>
        </>
      }
    >
      {t('accounts.empty.text')}
    </EmptyState>
  )
}

/** Words for the key of a group. */
function useGroupWords(group: GroupKey, names: ReadonlyMap<string, string>) {
  const { t } = useTranslation()
  return useMemo(
    () => (key: string) => {
      if (key === '') return t('accounts.list.without', { what: t(`accounts.field.${group}`) })
      if (group === 'status') return t(`term.accountStatus.${key}`)
      if (group === 'segment') return t(`term.segment.${key}`)
      return group === 'owner' ? (names.get(key) ?? t('ui.unknown')) : key
    },
    [group, names, t],
  )
}

/** Arrow keys move over the rows, Enter opens; they work from the filter too. */
function useListKeys(items: readonly ListItem[]) {
  const { chosenId } = useListState()
  const rows = useMemo(
    () => items.flatMap((item) => (item.kind === 'row' ? [item.row.id] : [])),
    [items],
  )
  const position = chosenId === null ? -1 : rows.indexOf(chosenId)
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const input = event.target instanceof HTMLInputElement ? event.target : null
    const to = targetOf(event.key, position, rows.length, input !== null)
    if (event.key === 'Enter' && rows.length > 0) {
      event.preventDefault()
      goTo(`accounts/${rows[Math.max(0, position)]}`)
    } else if (event.key === 'Escape' && input) {
      event.preventDefault()
      if (useListState.getState().text === '') input.blur()
      else useListState.setState({ text: '' })
    } else if (to !== null) {
      event.preventDefault()
      useListState.setState({ chosenId: rows[to] ?? null })
    }
  }
  return { chosenId: position === -1 ? null : chosenId, onKeyDown }
}

function targetOf(key: string, position: number, count: number, isInput: boolean): number | null {
  if (count === 0) return null
  const clamp = (index: number) => Math.max(0, Math.min(count - 1, index))
  switch (key) {
    case 'ArrowDown':
      return clamp(position + 1)
    case 'ArrowUp':
      return clamp(position - 1)
    case 'PageDown':
      return clamp(position + 12)
    case 'PageUp':
      return clamp(position - 12)
    case 'Home':
      return isInput ? null : 0
    case 'End':
      return isInput ? null : count - 1
    default:
      return null
  }
}

function largestValue(items: readonly ListItem[]): number {
  let largest = 0
  for (const item of items)
    if (item.kind === 'row')
      largest = Math.max(largest, item.row.potentialValueMinor ?? 0, item.row.valueNowMinor ?? 0)
  return largest
}
