import { insert, update } from '../entity'
import type { Change, CommandContext } from '../entity'
import { competitorTable } from '../entities/competitor'
import { memberTable } from '../entities/member'
import type { DemoParts, DemoTeam } from './cast'
import { demoCompanies } from './companies'
import { makeAccount, makeDeals } from './deals'
import { makeContact, makeVisitLog } from './meetings'
import { makePeople } from './people'
import { largeAccounts, makePlainAccount } from './plain-accounts'
import { createRandom } from './random'
import { makeStructure } from './structures'
import { makeVisit } from './visits'

export type DemoSize = 'usual' | 'large'

/** How many accounts a demo has. */
export function demoCount(size: DemoSize): number {
  return size === 'large' ? largeAccounts : demoCompanies.length
}

/**
 * The rows of a demo, account by account: what the seed says, around the time of the context.
 * Everything in it is made up; mail addresses end in the reserved `.example` (RFC 2606).
 */
export function* demoChanges(
  size: DemoSize,
  seed: number,
  context: CommandContext,
): Generator<readonly Change[]> {
  const { team, changes: first } = makeTeam(context)
  const competitors = competitorNames.map((name) => ({ id: context.newId(), name }))
  const rows = competitors.map(({ id, name }) =>
    insert(competitorTable, { id, name, about: '', createdAtMs: context.nowMs }),
  )
  let before = [...first, ...rows]
  const idsByName = new Map<string, string>()
  for (const [index, company] of demoCompanies.entries()) {
    const parts: DemoParts = { random: createRandom(seed + index), context, team }
    const parentId = company.parent ? (idsByName.get(company.parent) ?? null) : null
    const { id, siteIds, changes } = makeAccount(parts, company, parentId)
    idsByName.set(company.name, id)
    const seats = makeStructure(parts.random, company)
    const { account, changes: people } = makePeople(parts, company, id, siteIds, seats)
    const deals = makeDeals(parts, account, competitors)
    yield [...before, ...changes, ...people, ...deals, ...makeHistory(parts, account)]
    before = []
  }
  if (size === 'usual') return
  const parts: DemoParts = { random: createRandom(seed), context, team }
  for (let index = demoCompanies.length; index < largeAccounts; index += 1)
    yield makePlainAccount(parts, index)
}

const competitorNames = ['Planwerk', 'Shiftly', 'Korvus Suite', 'Ostara Planning']

function makeHistory(parts: DemoParts, account: Parameters<typeof makeVisit>[1]): Change[] {
  const { random } = parts
  const { company } = account
  const changes: Change[] = []
  const past = company.status === 'customer' ? random.whole(2, 4) : random.whole(0, 2)
  for (let index = past; index > 0; index -= 1) {
    const made = makeVisit(parts, account, -index * random.whole(35, 90))
    changes.push(...made.changes, ...makeVisitLog(parts, account, made.visit))
  }
  for (let index = random.whole(4, 11); index > 0; index -= 1)
    changes.push(...makeContact(parts, account, random.whole(2, 260)))
  if (company.nextVisitDays !== undefined)
    changes.push(...makeVisit(parts, account, company.nextVisitDays).changes)
  return changes
}

/** Our own people. The member of this device is the account executive. */
function makeTeam({ memberId, newId, nowMs }: CommandContext): {
  team: DemoTeam
  changes: Change[]
} {
  const [manager, se, csm, executive, ceo] = [newId(), newId(), newId(), newId(), newId()]
  const add = (
    id: string,
    name: string,
    title: string,
    teamRole: NonNullable<(typeof memberTable.$inferInsert)['teamRole']>,
    managerMemberId: string | null,
  ) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@jetway.example`
    const row = { id, name, title, teamRole, managerMemberId, email, createdAtMs: nowMs }
    return insert(memberTable, row)
  }
  const own = {
    name: 'Robin Ahlers',
    title: 'Account Executive',
    email: 'robin.ahlers@jetway.example',
  }
  return {
    team: { ae: memberId, se, csm, executive },
    changes: [
      update(memberTable, memberId, { ...own, teamRole: 'ae', managerMemberId: manager }),
      add(manager, 'Marta Lindqvist', 'Regional Manager', 'manager', executive),
      add(se, 'Tobias Reuter', 'Solution Engineer', 'se', manager),
      add(csm, 'Iga Nowicka', 'Customer Success Manager', 'csm', manager),
      add(executive, 'Helen Okafor', 'Chief Revenue Officer', 'exec_sponsor', ceo),
      add(ceo, 'Daan Verhoeven', 'Chief Executive Officer', 'ceo', null),
    ],
  }
}
