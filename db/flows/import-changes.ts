import { insert, update } from '../entity'
import type { Change, CommandContext } from '../entity'
import { accountTable } from '../entities/account'
import { buyingRoleTable } from '../entities/buying-role'
import { lineTable } from '../entities/line'
import { occupancyTable } from '../entities/occupancy'
import { opportunityTable } from '../entities/opportunity'
import { personTable } from '../entities/person'
import { peersOf, seatTable } from '../entities/seat'
import { siteTable } from '../entities/site'
import { StoreError } from '../errors'
import type { ReadableDb } from '../handles'
import { newRefPrefix } from '../import/plan-model'
import type { ImportPlan, PersonStep, PlanRef, SeatStep } from '../import/plan-model'
import { opinionChanges } from './opinions'

/** The ids that the new rows of a plan get; known before anything is written. */
export type IdsByRef = ReadonlyMap<PlanRef, string>

/** One fresh id for each row that the plan makes. */
export function makeIds(plan: ImportPlan, newId: () => string): IdsByRef {
  const ids = new Map<PlanRef, string>()
  for (const steps of [plan.accounts, plan.sites, plan.people, plan.seats, plan.opportunities])
    for (const { ref } of steps) if (ref.startsWith(newRefPrefix)) ids.set(ref, newId())
  return ids
}

/** How many steps `planChanges` goes through, for the progress. */
export function countSteps(plan: ImportPlan): number {
  const { accounts, sites, people, seats, occupancies, lines, opportunities } = plan
  const lists = [accounts, sites, people, seats, occupancies, lines, opportunities]
  return lists.reduce((sum, list) => sum + list.length, 0)
}

/**
 * The changes of a plan, step by step, in an order in which every reference exists already.
 * `today` ('YYYY-MM-DD') ends the occupancies that the plan ends.
 */
export function* planChanges(
  db: ReadableDb,
  plan: ImportPlan,
  ids: IdsByRef,
  context: CommandContext,
  today: string,
): Generator<readonly Change[], void, undefined> {
  const { nowMs, memberId, newId, stableId } = context
  const idOf = (ref: PlanRef) => requireId(ids, ref)
  const createdAtMs = nowMs
  for (const { ref, action, values } of plan.accounts) {
    const id = idOf(ref)
    const { parentAccountId, ...rest } = values
    const parent =
      parentAccountId === undefined
        ? {}
        : { parentAccountId: parentAccountId === null ? null : idOf(parentAccountId) }
    if (action === 'update') yield [update(accountTable, id, { ...rest, ...parent })]
    else {
      const ownerMemberId = values.ownerMemberId ?? memberId
      const row = { ...rest, ...parent, name: requireName(values.name), ownerMemberId }
      yield [insert(accountTable, { ...row, id, createdAtMs })]
    }
  }
  for (const { ref, accountRef, values } of plan.sites)
    yield [
      insert(siteTable, { ...values, id: idOf(ref), accountId: idOf(accountRef), createdAtMs }),
    ]
  for (const step of plan.people) yield personChanges(step, idOf, context)
  const nextRank = makeRanks(db, ids, context)
  for (const step of plan.seats) yield [seatChange(step, idOf, nextRank, createdAtMs)]
  for (const step of plan.occupancies) {
    if (step.action === 'end') yield [update(occupancyTable, step.id, { toDate: today })]
    else {
      const { accountRef, seatRef, personRef } = step
      const places = { accountId: idOf(accountRef), seatId: idOf(seatRef) }
      const row = { ...places, personId: idOf(personRef), id: newId(), createdAtMs }
      yield [insert(occupancyTable, row)]
    }
  }
  for (const { accountRef, kind, fromSeatRef, toSeatRef } of plan.lines) {
    const [fromSeatId, toSeatId] = [idOf(fromSeatRef), idOf(toSeatRef)]
    const id = stableId(fromSeatId, `line:${kind}:${toSeatId}`)
    const ends = { accountId: idOf(accountRef), fromSeatId, toSeatId }
    yield [insert(lineTable, { ...ends, id, kind, createdAtMs })]
  }
  for (const { ref, action, accountRef, values } of plan.opportunities) {
    const id = idOf(ref)
    if (action === 'update') yield [update(opportunityTable, id, values)]
    else {
      const ownerMemberId = values.ownerMemberId ?? memberId
      const row = { ...values, name: requireName(values.name), ownerMemberId }
      yield [insert(opportunityTable, { ...row, id, accountId: idOf(accountRef), createdAtMs })]
    }
  }
}

function requireId(ids: IdsByRef, ref: PlanRef): string {
  if (!ref.startsWith(newRefPrefix)) return ref
  const id = ids.get(ref)
  if (id === undefined) throw new StoreError('internal', { detail: 'reference to no row' })
  return id
}

function requireName(name: string | undefined): string {
  if (name === undefined) throw new StoreError('internal', { detail: 'row without a name' })
  return name
}

function personChanges(
  { ref, action, accountRef, values, stance, influence, roles }: PersonStep,
  idOf: (ref: PlanRef) => string,
  context: CommandContext,
): Change[] {
  const id = idOf(ref)
  const accountId = idOf(accountRef)
  const createdAtMs = context.nowMs
  const fields = { ...values, ...siteOf(values.siteId, idOf) }
  const changes: Change[] = []
  if (action === 'create') {
    const row = { ...fields, name: requireName(values.name), id, accountId, personKey: id }
    changes.push(insert(personTable, { ...row, createdAtMs }))
  } else if (Object.keys(fields).length > 0) changes.push(update(personTable, id, fields))
  const person = { id, accountId }
  if (stance) changes.push(...opinionChanges(person, { kind: 'stance', value: stance }, context))
  if (influence)
    changes.push(...opinionChanges(person, { kind: 'influence', value: influence }, context))
  for (const role of roles) {
    const roleId = context.stableId(id, `buying_role:${role}`)
    const row = { id: roleId, accountId, personId: id, role, createdAtMs }
    changes.push(insert(buyingRoleTable, row))
  }
  return changes
}

type NextRank = (accountId: string, bossId: string | null) => string

function seatChange(
  { ref, action, accountRef, values }: SeatStep,
  idOf: (ref: PlanRef) => string,
  nextRank: NextRank,
  createdAtMs: number,
): Change {
  const id = idOf(ref)
  const accountId = idOf(accountRef)
  const { bossId: bossRef, siteId, ...rest } = values
  const fields = { ...rest, ...siteOf(siteId, idOf) }
  if (action === 'update' && bossRef === undefined) return update(seatTable, id, fields)
  const bossId = bossRef == null ? null : idOf(bossRef)
  const placed = { ...fields, bossId, rank: nextRank(accountId, bossId) }
  return action === 'update'
    ? update(seatTable, id, placed)
    : insert(seatTable, { ...placed, id, accountId, createdAtMs })
}

function siteOf(
  siteRef: PlanRef | null | undefined,
  idOf: (ref: PlanRef) => string,
): { siteId?: string | null } {
  if (siteRef === undefined) return {}
  return { siteId: siteRef === null ? null : idOf(siteRef) }
}

/** Ranks one after the other under each boss, after the reports that are there already. */
function makeRanks(db: ReadableDb, ids: IdsByRef, context: CommandContext): NextRank {
  const newIds = new Set(ids.values())
  const lastByPlace = new Map<string, string | null>()
  return (accountId, bossId) => {
    const place = bossId ?? `top of ${accountId}`
    if (!lastByPlace.has(place)) {
      const isNew = newIds.has(bossId ?? accountId)
      const last = isNew ? null : (peersOf(db, accountId, bossId).at(-1)?.rank ?? null)
      lastByPlace.set(place, last || null)
    }
    const rank = context.rankBetween(lastByPlace.get(place)!, null)
    lastByPlace.set(place, rank)
    return rank
  }
}
