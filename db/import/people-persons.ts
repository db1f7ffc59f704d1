import { changesOf, pickChanged } from './changes'
import { jointKey, matchKey } from './match'
import type { AccountIndex, Holding } from './people-match'
import { addNote, type PeopleRow } from './people-rows'
import type { FieldChange, PersonStep, PersonValues, PlanRef } from './plan-model'
import type { ExistingPerson } from './snapshot'

export interface PersonContext {
  readonly accountRef: PlanRef
  readonly index: AccountIndex
  /** The site with this name, made when it is not there. */
  siteRef(name: string, city: string, country: string): PlanRef
  rolesOf(personId: string): ReadonlySet<string>
  /** A key for a new row. */
  newRef(kind: string): PlanRef
  /** How many more people of the account may be marked as top five. */
  topFiveLeft: number
  /** People of this import by key and name: one person may hold several posts. */
  readonly known: Map<string, PlanRef>
  /** People of the store that a row has found; nobody is found twice. */
  readonly claimed: Set<ExistingPerson>
}

export interface PlannedPerson {
  readonly ref: PlanRef
  readonly name: string
  readonly step: PersonStep | null
  readonly changes: readonly FieldChange[]
}

/** The person of a named row: one of the store, one that an earlier row made, or a new one. */
export function makePersonStep(
  row: PeopleRow,
  hasKey: boolean,
  holders: readonly Holding[],
  context: PersonContext,
): PlannedPerson {
  const { known, claimed } = context
  const key = hasKey && !row.areIdsLocal ? row.personId : ''
  const identity = key === '' ? '' : jointKey(key, row.name)
  const again = identity === '' ? undefined : known.get(identity)
  if (again) return { ref: again, name: row.name, step: null, changes: [] }
  const existing = findPerson(row, key, holders, claimed, context.index)
  if (existing) claimed.add(existing)
  const ref = existing?.id ?? context.newRef('person')
  if (identity !== '') known.set(identity, ref)
  const isTopFive = existing?.isTopFive !== 1 && row.isTopFive && takeTopFive(row, context)
  const site = row.site || row.city
  const wanted: Partial<PersonValues> = {
    name: row.name,
    ...(row.email !== '' && { email: row.email }),
    ...(row.phone !== '' && { phone: row.phone }),
    ...(row.mobile !== '' && { mobile: row.mobile }),
    ...(row.language !== '' && { language: row.language }),
    ...(row.note !== '' && (!existing || existing.about === '') && { about: row.note }),
    ...(key !== '' && { externalId: key }),
    ...(!existing && site !== '' && { siteId: context.siteRef(site, row.city, row.country) }),
    ...(isTopFive && { isTopFive: 1 as const }),
  }
  const had = existing ? context.rolesOf(existing.id) : new Set<string>()
  const opinions = {
    stance:
      row.stance !== null && row.stance !== (existing?.stance ?? 'unknown') ? row.stance : null,
    influence:
      row.influence !== null && row.influence !== (existing?.influence ?? 'unknown')
        ? row.influence
        : null,
    roles: row.roles.filter((role) => !had.has(role)),
  }
  const base = { ref, accountRef: context.accountRef, ...opinions }
  if (!existing) return made(row, { ...base, action: 'create', values: wanted })
  const changes = [
    ...changesOf(existing, wanted),
    ...opinionChange('stance', existing.stance, opinions.stance),
    ...opinionChange('influence', existing.influence, opinions.influence),
    ...(opinions.roles.length > 0
      ? [{ field: 'roles', before: '', after: opinions.roles.join(', ') }]
      : []),
  ]
  if (changes.length === 0) return { ref, name: row.name, step: null, changes }
  const values = pickChanged(wanted, changes)
  return { ref, name: row.name, step: { ...base, action: 'update', values }, changes }
}

function made(row: PeopleRow, step: PersonStep): PlannedPerson {
  return { ref: step.ref, name: row.name, step, changes: [] }
}

function findPerson(
  row: PeopleRow,
  key: string,
  holders: readonly Holding[],
  claimed: ReadonlySet<ExistingPerson>,
  index: AccountIndex,
): ExistingPerson | undefined {
  const held = holders.map(({ person }) => person)
  const candidates = [
    index.personByKey(key),
    held.find((person) => matchKey(person.name) === matchKey(row.name)),
    ...(row.email === '' ? [] : [index.personByEmail(row.email)]),
    index.personByName(row.name),
  ]
  return candidates.find(
    (person) => person && !claimed.has(person) && isKeyCompatible(person, key, row),
  )
}

/** Somebody with another key is somebody else; with the same address only when the name fits too. */
function isKeyCompatible(person: ExistingPerson, key: string, row: PeopleRow): boolean {
  if (key !== '' && person.externalId !== '') return matchKey(key) === matchKey(person.externalId)
  const isSameName = matchKey(person.name) === matchKey(row.name)
  return isSameName || shareWord(person.name, row.name)
}

/** `Anna Berg` and `Anna Maria Berg-Kowalska` may be one; `Anna Berg` and `Jan Kowalski` are not. */
function shareWord(left: string, right: string): boolean {
  const words = new Set(matchKey(left).split(/[\s-]+/))
  return matchKey(right)
    .split(/[\s-]+/)
    .some((word) => word.length > 1 && words.has(word))
}

function takeTopFive(row: PeopleRow, context: PersonContext): boolean {
  if (context.topFiveLeft > 0) {
    context.topFiveLeft -= 1
    return true
  }
  addNote(row.notes, 'top_five_full', row.name)
  return false
}

function opinionChange(field: string, before: string, after: string | null): FieldChange[] {
  return after === null ? [] : [{ field, before, after }]
}
