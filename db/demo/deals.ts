import { insert } from '../entity'
import type { Change } from '../entity'
import { accountTable } from '../entities/account'
import { competitorSightingTable } from '../entities/competitor-sighting'
import { gateTable } from '../entities/gate'
import { opportunityTable } from '../entities/opportunity'
import { siteTable } from '../entities/site'
import { gateKinds } from '../terms'
import { dateOf, dayMs } from './cast'
import type { DemoAccount, DemoParts } from './cast'
import type { DemoCompany } from './companies'
import { pickEvidence, pitches } from './phrases'

/** The account and its sites. */
export function makeAccount(
  { random, context, team }: DemoParts,
  company: DemoCompany,
  parentAccountId: string | null,
): { id: string; siteIds: readonly string[]; changes: Change[] } {
  const { newId, nowMs } = context
  const id = newId()
  const isCustomer = company.status === 'customer'
  const startMs = nowMs - random.whole(60, 1000) * dayMs
  const endMs = nowMs + random.whole(20, 340) * dayMs
  const [headquarters] = company.sites
  const changes = [
    insert(accountTable, {
      id,
      name: company.name,
      status: company.status,
      segment: company.segment,
      origin: company.origin,
      industry: company.industry,
      region: company.region,
      country: headquarters!.country,
      city: headquarters!.city,
      website: `https://www.${company.mailDomain}.example`,
      phone: `+000 555 00${random.whole(10, 99)}`,
      ownerMemberId: team.ae,
      parentAccountId,
      valueNowMinor: company.valueNow * 100,
      potentialValueMinor: company.potentialValue * 100,
      currency: company.currency,
      employees: company.employees,
      seatsActual: isCustomer ? random.whole(10, 80) : null,
      seatsPotential: Math.round(company.employees * 0.4),
      customerSince: isCustomer ? dateOf(startMs) : null,
      contractTerm: isCustomer
        ? random.weighted({ annual: 3, multi_year: 2, monthly: 1 })
        : 'unknown',
      contractStart: isCustomer ? dateOf(startMs) : null,
      renewalDate: isCustomer ? dateOf(endMs) : null,
      noticeDate: isCustomer ? dateOf(endMs - 90 * dayMs) : null,
      programmeName: company.programme,
      programmeBudgetMinor: company.programme === '' ? null : company.potentialValue * 400,
      netRetention: isCustomer ? random.whole(92, 135) / 100 : null,
      isReference: isCustomer && random.chance(0.4) ? 1 : 0,
      about: company.about,
      createdAtMs: nowMs,
    }),
  ]
  const siteIds = company.sites.map((site, index) => {
    const siteId = newId()
    const row = { id: siteId, accountId: id, ...site, isHeadquarters: index === 0 ? 1 : 0 }
    const directions = random.chance(0.5) ? 'Bring an identity card; the gate closes at 17:00.' : ''
    changes.push(insert(siteTable, { ...row, directions, createdAtMs: nowMs }))
    return siteId
  })
  return { id, siteIds, changes }
}

/** Sign-offs, opportunities, and where competitors were seen. */
export function makeDeals(
  { random, context, team }: DemoParts,
  account: DemoAccount,
  competitors: readonly { readonly id: string; readonly name: string }[],
): Change[] {
  const { newId, stableId, nowMs } = context
  const { id: accountId, company } = account
  const changes: Change[] = []
  for (const kind of random.some(gateKinds, random.whole(3, 6))) {
    const status = random.weighted({ not_started: 3, in_progress: 3, passed: 3, blocked: 1 })
    const person = random.pick(account.people.slice(0, 20))
    const isDated = status === 'passed' || status === 'blocked'
    changes.push(
      insert(gateTable, {
        id: stableId(accountId, `gate:${kind}`),
        accountId,
        kind,
        status,
        personId: status === 'not_started' ? null : person.id,
        date: isDated ? dateOf(nowMs - random.whole(5, 300) * dayMs) : null,
        evidence: status === 'passed' ? pickEvidence(random) : '',
        createdAtMs: nowMs,
      }),
    )
  }
  const gap = Math.max(0, company.potentialValue - company.valueNow)
  const kinds =
    company.status === 'customer' ? (['expansion', 'renewal'] as const) : (['new'] as const)
  for (const kind of company.status === 'lost' ? (['new', 'win_back'] as const) : kinds) {
    const isLost = company.status === 'lost' && kind === 'new'
    const value =
      kind === 'renewal' ? company.valueNow : Math.round((gap * random.whole(2, 6)) / 10)
    const days = isLost ? -random.whole(60, 200) : random.whole(20, 250)
    changes.push(
      insert(opportunityTable, {
        id: newId(),
        accountId,
        name: company.programme || company.name,
        kind,
        stage: isLost ? 'lost' : random.weighted({ open: 3, qualified: 3, proposal: 2 }),
        valueMinor: value * 100,
        currency: company.currency,
        closeDate: dateOf(nowMs + days * dayMs),
        nextStep: isLost ? '' : 'Walk the gates with the sponsor',
        outcomeReason: isLost ? 'Price, and nobody above the plant knew us' : '',
        ownerMemberId: team.ae,
        createdAtMs: nowMs,
      }),
    )
  }
  for (let index = random.whole(0, 3); index > 0; index -= 1) {
    const seen = random.pick(competitors)
    changes.push(
      insert(competitorSightingTable, {
        id: newId(),
        accountId,
        competitorId: seen.id,
        competitorName: seen.name,
        personId: random.pick(account.people.slice(0, 12)).id,
        atMs: nowMs - random.whole(4, 200) * dayMs,
        pitch: random.pick(pitches),
        ourAnswer: random.chance(0.6) ? 'Two references of the same trade, and a day on site.' : '',
        productRequest: random.chance(0.3) ? 'A view over all sites' : '',
        authorMemberId: team.ae,
        createdAtMs: nowMs,
      }),
    )
  }
  return changes
}
