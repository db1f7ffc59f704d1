import { changesOf, pickChanged } from './changes'
import type { Holding } from './people-match'
import { makePersonStep, type PlannedPerson, type PersonContext } from './people-persons'
import { seatKey, type Post } from './people-posts'
import { addNote, type PeopleRow } from './people-rows'
import {
  newRefPrefix,
  type FieldChange,
  type OccupancyStep,
  type PersonStep,
  type PlanReason,
  type PlanRef,
  type SeatStep,
  type SeatValues,
  type SiteStep,
} from './plan-model'

/** What the rows of one account come to. */
export interface PeopleSteps {
  readonly sites: SiteStep[]
  readonly people: PersonStep[]
  readonly seats: SeatStep[]
  readonly occupancies: OccupancyStep[]
  readonly outcomes: Map<PeopleRow, Outcome>
}

export interface Outcome {
  readonly action: 'create' | 'update' | 'skip'
  readonly reason: PlanReason
  readonly otherRow: number
  readonly ref: PlanRef | null
  readonly accountRef: PlanRef | null
  readonly changes: readonly FieldChange[]
}

/** The reference of a post's seat. */
export function seatRefOf(post: Post): PlanRef {
  return post.existing?.id ?? `${newRefPrefix}seat:${post.number}`
}

/** Makes the steps of posts that are matched and placed, bosses first. */
export function makePeopleSteps(posts: readonly Post[], context: PersonContext): PeopleSteps {
  const steps: PeopleSteps = {
    sites: [],
    people: [],
    seats: [],
    occupancies: [],
    outcomes: new Map(),
  }
  for (const post of posts) {
    const seat = makeSeatStep(post, context)
    if (seat.step) steps.seats.push(seat.step)
    const holders = post.existing ? context.index.holdersOf(post.existing) : []
    const staying = new Set<Holding>()
    for (const row of post.rows) {
      const isLead = row === post.lead
      const person = row.name === '' ? null : makePersonStep(row, post.hasKey, holders, context)
      if (person?.step) steps.people.push(person.step)
      const holding = person ? holders.find((each) => each.person.id === person.ref) : undefined
      if (holding) staying.add(holding)
      if (person && !holding) steps.occupancies.push(beginning(post, person.ref, context))
      steps.outcomes.set(
        row,
        outcomeOf(post, isLead ? seat.changes : [], person, {
          isLead,
          isSeated: person !== null && !holding,
          hadHolders: holders.length > 0,
          accountRef: context.accountRef,
        }),
      )
    }
    endHoldings(post, holders, staying, steps)
  }
  return steps
}

/** Who no longer holds a post goes, when the file knows the post by its key and says who or nobody. */
function endHoldings(
  post: Post,
  holders: readonly Holding[],
  staying: ReadonlySet<Holding>,
  steps: PeopleSteps,
): void {
  const isSaid = post.rows.some((row) => row.name !== '') || post.lead.holder === 'vacant'
  if (!post.isFoundByKey || !isSaid) return
  const leaving = holders.filter((holding) => !staying.has(holding))
  if (leaving.length === 0) return
  for (const { occupancy } of leaving) steps.occupancies.push({ action: 'end', id: occupancy.id })
  const outcome = steps.outcomes.get(post.lead)!
  const before = leaving.map(({ person }) => person.name).join(', ')
  const isVacant = post.lead.holder === 'vacant'
  steps.outcomes.set(post.lead, {
    ...outcome,
    action: 'update',
    reason: isVacant ? 'holder_left' : 'holder_changed',
    changes: [...outcome.changes, { field: 'holder', before, after: post.lead.name }],
  })
}

function outcomeOf(
  post: Post,
  seatChanges: readonly FieldChange[],
  person: PlannedPerson | null,
  is: {
    readonly isLead: boolean
    readonly isSeated: boolean
    readonly hadHolders: boolean
    readonly accountRef: PlanRef
  },
): Outcome {
  const otherRow = is.isLead ? 0 : post.lead.row
  const base = { otherRow, ref: seatRefOf(post), accountRef: is.accountRef }
  if (is.isLead && !post.existing) return { ...base, action: 'create', reason: 'new', changes: [] }
  if (!is.isLead && is.isSeated)
    return { ...base, action: 'create', reason: 'joins_post', changes: [] }
  const seated: FieldChange[] =
    is.isSeated && !is.hadHolders ? [{ field: 'holder', before: '', after: person!.name }] : []
  const changes = [...seatChanges, ...(person?.changes ?? []), ...seated]
  if (changes.length > 0 || is.isSeated)
    return {
      ...base,
      action: 'update',
      reason: is.isSeated ? 'holder_changed' : 'changed',
      changes,
    }
  return { ...base, action: 'skip', reason: 'unchanged', changes: [] }
}

function makeSeatStep(
  post: Post,
  context: PersonContext,
): { readonly step: SeatStep | null; readonly changes: readonly FieldChange[] } {
  const { lead, existing } = post
  const site = lead.site || lead.city
  const siteId = site === '' ? null : context.siteRef(site, lead.city, lead.country)
  const bossId = bossRef(post)
  const key = lead.areIdsLocal || !post.hasKey ? '' : seatKey(lead)
  const ref = seatRefOf(post)
  const { accountRef } = context
  if (!existing) {
    const values: SeatValues = {
      bossId,
      title: lead.title,
      department: lead.department,
      level: lead.level,
      siteId,
      headcount: post.headcount ?? 1,
      remark: lead.vacantWord,
      externalId: key,
    }
    if (lead.holder === 'vacant') addNote(lead.notes, 'vacant', lead.vacantWord)
    return { step: { ref, action: 'create', accountRef, values }, changes: [] }
  }
  const isLevelNews = lead.isLevelSaid || existing.level === 'unknown'
  const wanted: Partial<SeatValues> = {
    ...(bossId !== null && { bossId }),
    ...(lead.title !== '' && { title: lead.title }),
    ...(lead.department !== '' && { department: lead.department }),
    ...(lead.level !== 'unknown' && isLevelNews && { level: lead.level }),
    ...(siteId !== null && { siteId }),
    ...(post.headcount !== null && { headcount: post.headcount }),
    ...(lead.vacantWord !== '' && existing.remark === '' && { remark: lead.vacantWord }),
    ...(key !== '' && { externalId: key }),
  }
  const changes = changesOf(existing, wanted)
  if (changes.length === 0) return { step: null, changes }
  const values = pickChanged(wanted, changes)
  return { step: { ref, action: 'update', accountRef, values }, changes }
}

function bossRef({ boss }: Post): PlanRef | null {
  if (boss === null) return null
  return 'post' in boss ? seatRefOf(boss.post) : boss.seat.id
}

function beginning(post: Post, personRef: PlanRef, { accountRef }: PersonContext): OccupancyStep {
  return { action: 'begin', accountRef, seatRef: seatRefOf(post), personRef }
}
