import { useTranslation } from 'react-i18next'
import type { Site } from '../../../db/entities/site'
import { toastDone } from '../../data/history'
import { useLive } from '../../data/live'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Check } from '../../ui/check'
import { DraftField } from '../../ui/draft-field'
import { RowList } from './row-list'

/** Where the account is: address, time zone for visits, directions. */
export function SiteList({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const sites = useLive(store.site.byAccount, { accountId })
  if (!sites) return null
  return (
    <RowList
      testId="sites"
      rows={sites}
      nameOf={(site) => site.name}
      addWords={t('accounts.site.add')}
      nameWords={t('accounts.site.name')}
      emptyWords={t('accounts.site.none')}
      renderRow={(site) => <SiteRow site={site} />}
      add={async (name) => {
        const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
        const isFirst = sites.length === 0
        const id = await run(
          store.site.create({ accountId, name, timeZone, isHeadquarters: isFirst ? 1 : 0 }),
        )
        if (id) toastDone(t('accounts.added', { name }))
        return id !== undefined
      }}
      remove={(site) =>
        void run(store.site.remove({ id: site.id })).then(
          (answer) => answer !== undefined && toastDone(t('accounts.removed', { name: site.name })),
        )
      }
    />
  )
}

function SiteRow({ site }: { readonly site: Site }) {
  const { t } = useTranslation()
  async function set(fields: Parameters<typeof store.site.set>[0]['fields']): Promise<void> {
    await store.site.set({ id: site.id, fields })
    toastDone(t('accounts.saved', { what: site.name }))
  }
  const field = (
    column: 'name' | 'street' | 'postalCode' | 'city' | 'region' | 'country' | 'timeZone',
    check?: (text: string) => string | null,
  ) => (
    <DraftField
      label={t(`accounts.site.${column}`)}
      maxLength={column === 'timeZone' ? 60 : 400}
      draftKey={`site.${site.id}.${column}`}
      saved={site[column]}
      list={column === 'timeZone' ? timeZones() : undefined}
      check={check}
      save={(text) => set({ [column]: text.trim() })}
    />
  )
  return (
    <div className="row-fields">
      {field('name', (text) => (text.trim() === '' ? t('accounts.nameNeeded') : null))}
      {field('street')}
      {field('postalCode')}
      {field('city')}
      {field('country')}
      {field('timeZone', (text) =>
        isTimeZone(text.trim()) ? null : t('accounts.site.zoneNeeded'),
      )}
      <DraftField
        label={t('accounts.site.directions')}
        isLong
        draftKey={`site.${site.id}.directions`}
        saved={site.directions}
        save={(text) => set({ directions: text })}
      />
      <Check
        label={t('accounts.site.isHeadquarters')}
        isOn={site.isHeadquarters === 1}
        onChange={(isOn) => void run(set({ isHeadquarters: isOn ? 1 : 0 }))}
      />
    </div>
  )
}

function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
}

function isTimeZone(name: string): boolean {
  try {
    return name !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
