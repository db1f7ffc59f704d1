import { newRefPrefix, type ImportPlan } from '../../../../db/import/plan-model'
import {
  emptySnapshot,
  type ExistingAccount,
  type ExistingOpportunity,
  type ExistingPerson,
  type ExistingSeat,
  type ImportSnapshot,
} from '../../../../db/import/snapshot'

/** What the store would hold after a plan: every new key gets an id of its own. */
export function applyPlan(before: ImportSnapshot, plan: ImportPlan): ImportSnapshot {
  const ids = new Map<string, string>()
  let count = before.accounts.length + before.seats.length + before.people.length
  function idOf(ref: string): string {
    if (!ref.startsWith(newRefPrefix)) return ref
    const known = ids.get(ref)
    if (known) return known
    count += 1
    const id = `id-${count}`
    ids.set(ref, id)
    return id
  }
  const refOrNull = (ref: string | null | undefined) => (ref ? idOf(ref) : null)
  const accounts = new Map(before.accounts.map((row) => [row.id, row]))
  for (const { ref, values } of plan.accounts) {
    const row = { ...(accounts.get(ref) ?? emptyAccount), ...values, id: idOf(ref) }
    const parent =
      values.parentAccountId === undefined ? row.parentAccountId : refOrNull(values.parentAccountId)
    accounts.set(row.id, { ...row, parentAccountId: parent })
  }
  const seats = new Map(before.seats.map((row) => [row.id, row]))
  for (const { ref, accountRef, values } of plan.seats) {
    const old = seats.get(ref) ?? emptySeat
    const row = { ...old, ...values, id: idOf(ref), accountId: idOf(accountRef) }
    const bossId = values.bossId === undefined ? old.bossId : refOrNull(values.bossId)
    const siteId = values.siteId === undefined ? old.siteId : refOrNull(values.siteId)
    if (bossId !== null && !seats.has(bossId))
      throw new Error(`boss ${bossId} comes after its report`)
    seats.set(row.id, { ...row, bossId, siteId })
  }
  const people = new Map(before.people.map((row) => [row.id, row]))
  const buyingRoles = [...before.buyingRoles]
  for (const { ref, accountRef, values, stance, influence, roles } of plan.people) {
    const { siteId: _site, ...others } = values
    const row = {
      ...(people.get(ref) ?? emptyPerson),
      ...others,
      id: idOf(ref),
      accountId: idOf(accountRef),
    }
    people.set(row.id, { ...row, ...(stance && { stance }), ...(influence && { influence }) })
    for (const role of roles) buyingRoles.push({ personId: row.id, role })
  }
  const occupancies = new Map(before.occupancies.map((row) => [row.id, row]))
  for (const step of plan.occupancies) {
    if (step.action === 'end') {
      occupancies.delete(step.id)
      continue
    }
    const seatId = idOf(step.seatRef)
    const personId = idOf(step.personRef)
    if (!seats.has(seatId) || !people.has(personId)) throw new Error('an occupancy of nothing')
    const id = `${seatId} ${personId}`
    occupancies.set(id, { id, seatId, personId })
  }
  const opportunities = new Map(before.opportunities.map((row) => [row.id, row]))
  for (const { ref, accountRef, values } of plan.opportunities) {
    const row = {
      ...(opportunities.get(ref) ?? emptyOpportunity),
      ...values,
      id: idOf(ref),
      accountId: idOf(accountRef),
    }
    opportunities.set(row.id, row)
  }
  return {
    ...before,
    accounts: [...accounts.values()],
    sites: [
      ...before.sites,
      ...plan.sites.map(({ ref, accountRef, values }) => ({
        id: idOf(ref),
        accountId: idOf(accountRef),
        name: values.name,
      })),
    ],
    seats: [...seats.values()],
    people: [...people.values()],
    occupancies: [...occupancies.values()],
    buyingRoles,
    lines: [
      ...before.lines,
      ...plan.lines.map(({ kind, fromSeatRef, toSeatRef }) => ({
        kind,
        fromSeatId: idOf(fromSeatRef),
        toSeatId: idOf(toSeatRef),
      })),
    ],
    opportunities: [...opportunities.values()],
  }
}

export function account(fields: Partial<ExistingAccount>): ExistingAccount {
  return { ...emptyAccount, ...fields }
}

const emptyAccount: ExistingAccount = {
  id: '',
  name: '',
  status: 'prospect',
  segment: 'unknown',
  industry: '',
  region: '',
  country: '',
  city: '',
  website: '',
  phone: '',
  ownerMemberId: null,
  parentAccountId: null,
  valueNowMinor: null,
  potentialValueMinor: null,
  currency: 'EUR',
  employees: null,
  customerSince: null,
  renewalDate: null,
  about: '',
  externalId: '',
}
const emptySeat: ExistingSeat = {
  id: '',
  accountId: '',
  bossId: null,
  title: '',
  department: '',
  level: 'unknown',
  siteId: null,
  headcount: 1,
  remark: '',
  externalId: '',
}
const emptyPerson: ExistingPerson = {
  id: '',
  accountId: '',
  name: '',
  email: '',
  phone: '',
  mobile: '',
  language: '',
  stance: 'unknown',
  influence: 'unknown',
  isTopFive: 0,
  about: '',
  externalId: '',
}
const emptyOpportunity: ExistingOpportunity = {
  id: '',
  accountId: '',
  name: '',
  kind: 'new',
  stage: 'open',
  valueMinor: null,
  currency: 'EUR',
  closeDate: null,
  nextStep: '',
  outcomeReason: '',
  ownerMemberId: null,
  externalId: '',
}

/** A store with one account and nothing in it. */
export const anAccount: ImportSnapshot = {
  ...emptySnapshot,
  accounts: [account({ id: 'acme', name: 'Acme' })],
}
