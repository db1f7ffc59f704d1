import { makeKeyIndex, matchKey } from './match'
import { findBosses, topDown } from './people-bosses'
import { indexAccounts, matchNamedPosts, matchPlacedPosts } from './people-match'
import { groupPosts } from './people-posts'
import type { PeopleRow } from './people-rows'
import { makePeopleSteps, type Outcome } from './people-steps'
import { newRefPrefix, type ImportPlan, type PlanRef, type SiteStep } from './plan-model'
import type { ImportSnapshot } from './snapshot'

export type PeoplePlan = Pick<ImportPlan, 'sites' | 'people' | 'seats' | 'occupancies'> & {
  readonly outcomes: ReadonlyMap<PeopleRow, Outcome>
}

/** Most people of an account that may be marked as top five (methods 0.13). */
const topFiveMax = 5

/**
 * Plans the rows about people of all files together, account by account: a junior file finds its
 * bosses in the senior file, and keys of different organisations do not get mixed up.
 */
export function planPeople(
  rows: readonly PeopleRow[],
  accountRefOf: (row: PeopleRow) => PlanRef | null,
  snapshot: ImportSnapshot,
): PeoplePlan {
  const plan = {
    sites: [] as SiteStep[],
    people: [] as ImportPlan['people'][number][],
    seats: [] as ImportPlan['seats'][number][],
    occupancies: [] as ImportPlan['occupancies'][number][],
    outcomes: new Map<PeopleRow, Outcome>(),
  }
  const indexOf = indexAccounts(snapshot)
  const roles = new Map<string, Set<string>>()
  for (const { personId, role } of snapshot.buyingRoles)
    roles.set(personId, (roles.get(personId) ?? new Set()).add(role))
  let newCount = 0
  let postCount = 0
  const newRef = (kind: string) => `${newRefPrefix}${kind}:${(newCount += 1)}`

  for (const [accountRef, accountRows] of groupByAccount(rows, accountRefOf, plan.outcomes)) {
    const index = indexOf(accountRef)
    const { posts, leftOut } = groupPosts(accountRows, postCount)
    postCount += posts.length
    for (const { row, reason, otherRow } of leftOut)
      plan.outcomes.set(row, {
        action: 'skip',
        reason,
        otherRow,
        ref: null,
        accountRef,
        changes: [],
      })
    const taken = matchNamedPosts(posts, index)
    findBosses(posts, leftOut, index)
    const sorted = topDown(posts)
    matchPlacedPosts(sorted, index, taken)
    const marked = snapshot.people.filter(
      (person) => person.accountId === accountRef && person.isTopFive === 1,
    )
    const steps = makePeopleSteps(sorted, {
      accountRef,
      index,
      siteRef: siteFinder(accountRef, snapshot, plan.sites, newRef),
      rolesOf: (personId) => roles.get(personId) ?? new Set(),
      newRef,
      topFiveLeft: topFiveMax - marked.length,
      known: new Map(),
      claimed: new Set(),
    })
    for (const person of steps.people) plan.people.push(person)
    for (const seat of steps.seats) plan.seats.push(seat)
    for (const occupancy of steps.occupancies) plan.occupancies.push(occupancy)
    for (const [row, outcome] of steps.outcomes) plan.outcomes.set(row, outcome)
  }
  return plan
}

function groupByAccount(
  rows: readonly PeopleRow[],
  accountRefOf: (row: PeopleRow) => PlanRef | null,
  outcomes: Map<PeopleRow, Outcome>,
): Map<PlanRef, PeopleRow[]> {
  const groups = new Map<PlanRef, PeopleRow[]>()
  for (const row of rows) {
    const accountRef = accountRefOf(row)
    if (accountRef === null) {
      const skip = {
        action: 'skip',
        otherRow: 0,
        ref: null,
        accountRef: null,
        changes: [],
      } as const
      const isNothing = row.name === '' && row.title === ''
      outcomes.set(row, { ...skip, reason: isNothing ? 'nothing' : 'no_account' })
      continue
    }
    const group = groups.get(accountRef)
    if (group) group.push(row)
    else groups.set(accountRef, [row])
  }
  return groups
}

function siteFinder(
  accountRef: PlanRef,
  snapshot: ImportSnapshot,
  made: SiteStep[],
  newRef: (kind: string) => PlanRef,
): (name: string, city: string, country: string) => PlanRef {
  const byName = makeKeyIndex<PlanRef>()
  for (const site of snapshot.sites)
    if (site.accountId === accountRef) byName.add(matchKey(site.name), site.id)
  return (name, city, country) => {
    const known = byName.first(matchKey(name))
    if (known) return known
    const ref = newRef('site')
    byName.add(matchKey(name), ref)
    made.push({ ref, accountRef, values: { name, city, country } })
    return ref
  }
}
