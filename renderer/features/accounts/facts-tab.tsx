import { useTranslation } from 'react-i18next'
import type { Account } from '../../../db/entities/account'
import { useLive } from '../../data/live'
import { store } from '../../data/store'
import { ScreenSkeleton } from '../../ui/skeleton'
import { AccountFields } from './account-fields'
import { DeleteAccount } from './delete-account'
import './facts.css'
import { GateList } from './gate-list'
import { OpportunityList } from './opportunity-list'
import { SightingList } from './sighting-list'
import { SiteList } from './site-list'

/** Every fact about an account, grouped; saved as one leaves a field. */
export function FactsTab({ accountId }: { readonly accountId: string }) {
  const account = useLive(store.account.byId, { id: accountId })
  const people = useLive(store.person.byAccount, { accountId })
  if (!account || !people) return <ScreenSkeleton />
  return <Facts account={account} names={people.map((person) => [person.id, person.name])} />
}

function Facts({
  account,
  names,
}: {
  readonly account: Account
  readonly names: readonly (readonly [string, string])[]
}) {
  const { t } = useTranslation()
  const { id } = account
  return (
    <div className="facts" data-testid="facts">
      <AccountFields account={account} />
      <div className="facts-lists">
        <section aria-label={t('accounts.facts.gates')}>
          <h2>{t('accounts.facts.gates')}</h2>
          <p className="facts-hint">{t('accounts.facts.gatesHint')}</p>
          <GateList accountId={id} people={names} />
        </section>
        <section aria-label={t('accounts.facts.opportunities')}>
          <h2>{t('accounts.facts.opportunities')}</h2>
          <OpportunityList accountId={id} currency={account.currency} />
        </section>
        <section aria-label={t('accounts.facts.sites')}>
          <h2>{t('accounts.facts.sites')}</h2>
          <SiteList accountId={id} />
        </section>
        <section aria-label={t('accounts.facts.sightings')}>
          <h2>{t('accounts.facts.sightings')}</h2>
          <SightingList accountId={id} people={names} />
        </section>
        <DeleteAccount account={account} people={names.length} />
      </div>
    </div>
  )
}
