import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../data/live'
import { goTo, usePlace } from '../../data/place'
import { useRemembered } from '../../data/remembered'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { formatCount } from '../../ui/format'
import { ScreenSkeleton } from '../../ui/skeleton'
import { usePageKeys } from '../../ui/use-page-keys'
import { AddPersonDialog } from './add-person-dialog'
import { PeopleList } from './people-list'
import { joinPeople, listPeople, peopleKinds, peopleSorts } from './people-rows'
import type { PeopleKind, PeopleSort, PersonRow } from './people-rows'
import './people.css'
import { PersonInspector } from './person-inspector'

/** The people of an account: a list to find them in, and everything about the chosen one. */
export function PeopleTab({ accountId }: { readonly accountId: string }) {
  const { t, i18n } = useTranslation()
  const rows = usePeopleRows(accountId)
  const seats = useLive(store.seat.byAccount, { accountId })?.length ?? 0
  const [text, setText] = useState('')
  const [kind, setKind] = useState<PeopleKind>('active')
  const [sort, setSort] = useRemembered<PeopleSort>('people.sort', 'name')
  const [isAdding, setAdding] = useState(false)
  const chosenId = useChosenPerson()
  const filter = useRef<HTMLInputElement>(null)
  usePageKeys({ '/': () => filter.current?.select(), n: () => setAdding(true) })
  const choose = (id: string | null) =>
    goTo(`accounts/${accountId}/people${id ? `?person=${id}` : ''}`, { replace: true })

  const collator = useMemo(() => new Intl.Collator(i18n.language), [i18n.language])
  const listed = useMemo(
    () => (rows ? listPeople(rows, { text, kind, sort }, collator) : []),
    [rows, text, kind, sort, collator],
  )
  const counts = useMemo(
    () =>
      new Map(
        peopleKinds.map((each) => [
          each,
          listPeople(rows ?? [], { text: '', kind: each, sort: 'name' }, collator).length,
        ]),
      ),
    [rows, collator],
  )
  if (!rows) return <ScreenSkeleton />
  const chosen = rows.find((row) => row.person.id === chosenId) ?? null
  const dialog = isAdding && (
    <AddPersonDialog accountId={accountId} onClose={() => setAdding(false)} onAdded={choose} />
  )
  if (rows.length === 0)
    return (
      <>
        <EmptyState
          testId="people-empty"
          title={t('accounts.people.empty')}
          actions={
            <>
              <Button look="primary" shortcut="N" onClick={() => setAdding(true)}>
                {t('accounts.people.add')}
              </Button>
              <Button onClick={() => goTo(`import?account=${accountId}`)}>
                {t('accounts.people.import')}
              </Button>
            </>
          }
        >
          {seats > 0
            ? t('accounts.people.seatsOnly', { n: formatCount(seats, i18n.language) })
            : t('accounts.people.emptyText')}
        </EmptyState>
        {dialog}
      </>
    )
  return (
    <div className={chosen ? 'people with-inspector' : 'people'}>
      <div className="people-main">
        <div className="list-toolbar">
          <div className="filter">
            <IconSearch size={15} aria-hidden="true" />
            <input
              ref={filter}
              className="input"
              role="searchbox"
              data-testid="people-filter"
              aria-label={t('accounts.people.filter')}
              placeholder={t('accounts.people.filter')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && setText('')}
            />
            {text === '' && <kbd className="key">/</kbd>}
          </div>
          <div className="kinds" role="group" aria-label={t('accounts.people.show')}>
            {peopleKinds.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={kind === each}
                onClick={() => setKind(each)}
              >
                {t(`accounts.people.kind.${each}`)}
                <span className="tabular">{counts.get(each)}</span>
              </button>
            ))}
          </div>
          <select
            className="input pick"
            aria-label={t('accounts.people.order')}
            value={sort}
            onChange={(event) => setSort(event.target.value as PeopleSort)}
          >
            {peopleSorts.map((each) => (
              <option key={each} value={each}>
                {t(`accounts.people.sort.${each}`)}
              </option>
            ))}
          </select>
          <span className="toolbar-end">
            <Button
              icon={<IconPlus size={16} />}
              shortcut="N"
              data-testid="add-person"
              title={t('accounts.people.add')}
              onClick={() => setAdding(true)}
            >
              {t('accounts.people.add')}
            </Button>
          </span>
        </div>
        {listed.length === 0 ? (
          <EmptyState title={t('accounts.people.noMatch')} />
        ) : (
          <PeopleList rows={listed} chosenId={chosenId} onChoose={choose} />
        )}
      </div>
      {chosen && (
        <PersonInspector key={chosen.person.id} row={chosen} onClose={() => choose(null)} />
      )}
      {dialog}
    </div>
  )
}

/** Undefined until everything the rows are made of is there. */
function usePeopleRows(accountId: string): PersonRow[] | undefined {
  const people = useLive(store.person.byAccount, { accountId })
  const seats = useLive(store.seat.byAccount, { accountId })
  const occupancies = useLive(store.occupancy.byAccount, { accountId })
  const contacts = useLive(store.view.lastContacts, { accountId })
  return useMemo(
    () =>
      people && seats && occupancies && contacts
        ? joinPeople(people, seats, occupancies, contacts)
        : undefined,
    [people, seats, occupancies, contacts],
  )
}

/** The person named in the address, so that a link leads to them. */
function useChosenPerson(): string | null {
  const place = usePlace()
  const chosenId = /[?&]person=([^&]+)/.exec(place)?.[1] ?? null
  useEffect(() => {
    if (chosenId)
      document.getElementById(`person-${chosenId}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return chosenId
}
