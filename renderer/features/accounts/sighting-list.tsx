import { useTranslation } from 'react-i18next'
import type { CompetitorSighting } from '../../../db/entities/competitor-sighting'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { DraftField } from '../../ui/draft-field'
import { formatDay } from '../../ui/format'
import { NameField } from './name-field'
import { RowList } from './row-list'

/** Where a competitor was seen: whom they met, what they said, what we answer. */
export function SightingList({
  accountId,
  people,
}: {
  readonly accountId: string
  readonly people: readonly (readonly [string, string])[]
}) {
  const { t } = useTranslation()
  const rows = useLive(store.competitorSighting.byAccount, { accountId })
  if (!rows) return null
  return (
    <RowList
      testId="sightings"
      rows={[...rows].sort((left, right) => right.atMs - left.atMs)}
      nameOf={(row) => row.competitorName}
      addWords={t('accounts.sighting.add')}
      nameWords={t('accounts.sighting.name')}
      emptyWords={t('accounts.sighting.none')}
      renderRow={(row) => <SightingRow row={row} people={people} />}
      add={async (competitorName) => {
        const id = await run(store.competitorSighting.create({ accountId, competitorName }))
        if (id) toastDone(t('accounts.added', { name: competitorName }))
        return id !== undefined
      }}
      remove={(row) =>
        void run(store.competitorSighting.remove({ id: row.id })).then(
          (answer) =>
            answer !== undefined && toastDone(t('accounts.removed', { name: row.competitorName })),
        )
      }
    />
  )
}

function SightingRow({
  row,
  people,
}: {
  readonly row: CompetitorSighting
  readonly people: readonly (readonly [string, string])[]
}) {
  const { t, i18n } = useTranslation()
  const { id } = row
  const word = (name: string) => t(`accounts.sighting.${name}`)
  async function set(
    fields: Parameters<typeof store.competitorSighting.set>[0]['fields'],
  ): Promise<void> {
    await store.competitorSighting.set({ id, fields })
    toastDone(t('accounts.saved', { what: row.competitorName }))
  }
  return (
    <div className="row-fields">
      <DraftField
        label={word('name')}
        maxLength={400}
        hint={formatDay(row.atMs, i18n.language)}
        draftKey={`sighting.${id}.name`}
        saved={row.competitorName}
        save={(text) => set({ competitorName: text.trim() })}
      />
      <NameField
        label={word('person')}
        draftKey={`sighting.${id}.person`}
        value={row.personId}
        options={people}
        onPick={(personId) => set({ personId })}
      />
      {(['pitch', 'ourAnswer', 'productRequest'] as const).map((column) => (
        <DraftField
          key={column}
          label={word(column)}
          isLong
          draftKey={`sighting.${id}.${column}`}
          saved={row[column]}
          save={(text) => set({ [column]: text })}
        />
      ))}
    </div>
  )
}
