import { jointKey, makeKeyIndex, matchKey } from './match'
import { seatKey, unnamedKey, type Post } from './people-posts'
import { addNote, type PeopleRow } from './people-rows'
import type { ExistingOccupancy, ExistingPerson, ExistingSeat, ImportSnapshot } from './snapshot'

/** The seats and people of one account in the store, found by whatever a file may say of them. */
export interface AccountIndex {
  /** The seat with this key of its own. */
  seatByKey(key: string): ExistingSeat | undefined
  /** The same, or the seat of the person with this key. */
  seatByAnyKey(key: string): ExistingSeat | undefined
  seatByEmail(email: string): ExistingSeat | undefined
  /** The seat of the only person with this name. */
  seatByName(name: string): ExistingSeat | undefined
  seatsByNameTitle(name: string, title: string): readonly ExistingSeat[]
  seatAbove(seat: ExistingSeat | null): ExistingSeat | null
  hasReports(seat: ExistingSeat): boolean
  /** Seats with this title, department (empty = any) and boss (null = top). */
  seatsInPlace(title: string, department: string, bossId: string | null): readonly ExistingSeat[]
  personByKey(key: string): ExistingPerson | undefined
  personByEmail(email: string): ExistingPerson | undefined
  personByName(name: string): ExistingPerson | undefined
  /** What a file may call the seat when it names it as a boss. */
  namesOf(seat: ExistingSeat): readonly string[]
  holdersOf(seat: ExistingSeat): readonly Holding[]
  seatsOf(person: ExistingPerson): readonly ExistingSeat[]
}

export interface Holding {
  readonly occupancy: ExistingOccupancy
  readonly person: ExistingPerson
}

/** One index per account of the snapshot; an account without rows has an empty one. */
export function indexAccounts(snapshot: ImportSnapshot): (accountId: string) => AccountIndex {
  const seats = groupBy(snapshot.seats, (seat) => seat.accountId)
  const people = groupBy(snapshot.people, (person) => person.accountId)
  const held = groupBy(snapshot.occupancies, (occupancy) => occupancy.seatId)
  const indexes = new Map<string, AccountIndex>()
  return (accountId) => {
    const known = indexes.get(accountId)
    if (known) return known
    const index = indexAccount(seats.get(accountId) ?? [], people.get(accountId) ?? [], held)
    indexes.set(accountId, index)
    return index
  }
}

function indexAccount(
  seats: readonly ExistingSeat[],
  people: readonly ExistingPerson[],
  held: ReadonlyMap<string, readonly ExistingOccupancy[]>,
): AccountIndex {
  const seatsById = new Map(seats.map((seat) => [seat.id, seat]))
  const bossIds = new Set(seats.map((seat) => seat.bossId))
  const peopleById = new Map(people.map((person) => [person.id, person]))
  const seatByKey = makeKeyIndex<ExistingSeat>()
  const seatInPlace = makeKeyIndex<ExistingSeat>()
  const seatByNameTitle = makeKeyIndex<ExistingSeat>()
  const personByKey = makeKeyIndex<ExistingPerson>()
  const personByEmail = makeKeyIndex<ExistingPerson>()
  const personByName = makeKeyIndex<ExistingPerson>()
  const holdings = new Map<string, Holding[]>()
  const seatsOf = new Map<string, ExistingSeat[]>()
  for (const seat of seats) {
    seatByKey.add(matchKey(seat.externalId), seat)
    for (const department of new Set([seat.department, '']))
      seatInPlace.add(placeKey(seat.title, department, seat.bossId), seat)
    for (const occupancy of held.get(seat.id) ?? []) {
      const person = peopleById.get(occupancy.personId)
      if (!person) continue
      push(holdings, seat.id, { occupancy, person })
      push(seatsOf, person.id, seat)
      seatByNameTitle.add(jointKey(person.name, seat.title), seat)
    }
  }
  for (const person of people) {
    personByKey.add(matchKey(person.externalId), person)
    personByEmail.add(matchKey(person.email), person)
    personByName.add(matchKey(person.name), person)
  }
  const seatOf = (person: ExistingPerson | undefined) =>
    person ? seatsOf.get(person.id)?.[0] : undefined
  return {
    seatByKey: (key) => seatByKey.first(matchKey(key)),
    seatByAnyKey: (key) =>
      seatByKey.first(matchKey(key)) ??
      seatOf(personByKey.first(matchKey(key))) ??
      seatByKey.first(matchKey(unnamedKey(key))),
    seatByEmail: (email) => seatOf(personByEmail.only(matchKey(email))),
    seatByName: (name) => seatOf(personByName.only(matchKey(name))),
    seatsByNameTitle: (name, title) => seatByNameTitle.all(jointKey(name, title)),
    hasReports: (seat) => bossIds.has(seat.id),
    seatAbove: (seat) => (seat?.bossId ? (seatsById.get(seat.bossId) ?? null) : null),
    seatsInPlace: (title, department, bossId) =>
      seatInPlace.all(placeKey(title, department, bossId)),
    personByKey: (key) => personByKey.first(matchKey(key)),
    personByEmail: (email) => personByEmail.only(matchKey(email)),
    personByName: (name) => personByName.only(matchKey(name)),
    namesOf: (seat) => {
      const people = (holdings.get(seat.id) ?? []).map(({ person }) => person)
      const texts = people.flatMap(({ name, email, externalId }) => [name, email, externalId])
      return [...texts, seat.externalId, seat.title].map(matchKey).filter((key) => key !== '')
    },
    holdersOf: (seat) => holdings.get(seat.id) ?? [],
    seatsOf: (person) => seatsOf.get(person.id) ?? [],
  }
}

/** Finds the seats of posts that name themselves: by key, by mail address, by name and title. */
export function matchNamedPosts(posts: readonly Post[], index: AccountIndex): Set<ExistingSeat> {
  const taken = new Set<ExistingSeat>()
  const emails = countKeys(posts.flatMap((post) => post.rows.map((row) => row.email)))
  const names = countKeys(posts.flatMap((post) => post.rows.map((row) => row.name)))
  const steps: readonly ((post: Post) => ExistingSeat | undefined)[] = [
    (post) => firstFree(post.hasKey ? byPostKey(post.lead, index) : [], taken),
    (post) => firstFree(post.hasKey ? byPersonKey(post.lead, index) : [], taken),
    (post) => pick(post, byEmail(post.lead, index, emails), index, taken),
    (post) => pick(post, index.seatsByNameTitle(post.lead.name, post.lead.title), index, taken),
    (post) => byNameOnly(post.lead, index, names, taken),
  ]
  for (const [at, find] of steps.entries())
    for (const post of posts) {
      if (post.existing || (at > 1 && post.lead.name === '')) continue
      const seat = find(post)
      if (!seat) continue
      post.existing = seat
      post.isFoundByKey = at === 0 && matchKey(post.lead.postId) === matchKey(seat.externalId)
      taken.add(seat)
    }
  return taken
}

/**
 * Finds the seats of the other posts by their place: title, department and boss. The posts come with
 * bosses first. A named post only takes a seat that nobody holds; unnamed ones prefer such a seat. A
 * seat that an earlier import had to leave at the top, without its boss, is found there.
 */
export function matchPlacedPosts(
  posts: readonly Post[],
  index: AccountIndex,
  taken: Set<ExistingSeat>,
): void {
  const bosses = new Set(
    posts.flatMap(({ boss }) => (boss && 'seat' in boss ? [boss.seat.id] : [])),
  )
  const poolOf = makePools(index, (seat) => index.hasReports(seat) || bosses.has(seat.id))
  for (const post of posts) {
    if (post.existing || post.lead.title === '') continue
    const bossId = existingBossId(post)
    const seat =
      (bossId === undefined ? undefined : takeFrom(poolOf(post, bossId), post, taken)) ??
      (bossId === null ? undefined : takeFrom(poolOf(post, 'top'), post, taken))
    if (!seat) continue
    post.existing = seat
    taken.add(seat)
  }
}

/** A pool per place; `top` = seats at the top that nobody reports to: moving them closes no loop. */
function makePools(
  index: AccountIndex,
  isBoss: (seat: ExistingSeat) => boolean,
): (post: Post, bossId: string | null) => SeatPool {
  const pools = new Map<string, SeatPool>()
  return ({ lead }, bossId) => {
    // A seat with another key is another post.
    const hasKey = lead.postId !== '' || lead.personId !== ''
    const key = `${hasKey}\n${jointKey(lead.title, lead.department)}\n${bossId ?? ''}`
    const known = pools.get(key)
    if (known) return known
    const isTop = bossId === 'top'
    const seats = index
      .seatsInPlace(lead.title, lead.department, isTop ? null : bossId)
      .filter((seat) => (!hasKey || seat.externalId === '') && !(isTop && isBoss(seat)))
    const pool = makeSeatPool(seats, index)
    pools.set(key, pool)
    return pool
  }
}

function takeFrom(
  pool: SeatPool,
  post: Post,
  taken: ReadonlySet<ExistingSeat>,
): ExistingSeat | undefined {
  return pool.take(post.headcount ?? 1, post.lead.name === '', taken)
}

/** Seats of one place, handed out one by one: empty before held, the wanted headcount before others. */
interface SeatPool {
  take(
    headcount: number,
    mayBeHeld: boolean,
    taken: ReadonlySet<ExistingSeat>,
  ): ExistingSeat | undefined
}

function makeSeatPool(seats: readonly ExistingSeat[], index: AccountIndex): SeatPool {
  const queues = new Map<string, { readonly seats: ExistingSeat[]; next: number }>()
  for (const seat of seats) {
    const kind = index.holdersOf(seat).length === 0 ? 'empty' : 'held'
    for (const key of [`${kind} ${seat.headcount}`, kind]) {
      const queue = queues.get(key)
      if (queue) queue.seats.push(seat)
      else queues.set(key, { seats: [seat], next: 0 })
    }
  }
  return {
    take: (headcount, mayBeHeld, taken) => {
      const kinds = mayBeHeld ? ['empty', 'held'] : ['empty']
      for (const key of kinds.flatMap((kind) => [`${kind} ${headcount}`, kind])) {
        const queue = queues.get(key)
        while (queue && queue.next < queue.seats.length) {
          const seat = queue.seats[queue.next]!
          if (!taken.has(seat)) return seat
          queue.next += 1
        }
      }
      return undefined
    },
  }
}

/** The boss's id in the store; null = stands at the top, undefined = the boss is new. */
function existingBossId({ boss }: Post): string | null | undefined {
  if (boss === null) return null
  return 'seat' in boss ? boss.seat.id : boss.post.existing?.id
}

function byPostKey(row: PeopleRow, index: AccountIndex): readonly ExistingSeat[] {
  const seat = index.seatByKey(seatKey(row))
  return seat && !row.areIdsLocal ? [seat] : []
}

/** The seats of the person with the row's key, the one with the row's title first. */
function byPersonKey(row: PeopleRow, index: AccountIndex): readonly ExistingSeat[] {
  const person = row.areIdsLocal ? undefined : index.personByKey(row.personId)
  const seats = person ? index.seatsOf(person) : []
  const isTitled = (seat: ExistingSeat) => matchKey(seat.title) === matchKey(row.title)
  return [...seats.filter(isTitled), ...seats]
}

/** Shared mailboxes (info@) say nothing about who it is. */
function byEmail(
  row: PeopleRow,
  index: AccountIndex,
  emails: ReadonlyMap<string, number>,
): readonly ExistingSeat[] {
  if (row.email === '' || (emails.get(matchKey(row.email)) ?? 0) > 1) return []
  const person = index.personByEmail(row.email)
  return person ? index.seatsOf(person) : []
}

/** A name alone is enough where one of the two titles is missing and the name is unique. */
function byNameOnly(
  row: PeopleRow,
  index: AccountIndex,
  names: ReadonlyMap<string, number>,
  taken: ReadonlySet<ExistingSeat>,
): ExistingSeat | undefined {
  if (names.get(matchKey(row.name)) !== 1) return undefined
  const seat = index.seatByName(row.name)
  const fits = seat && !taken.has(seat) && (row.title === '' || seat.title === '')
  return fits ? seat : undefined
}

function firstFree(
  seats: readonly ExistingSeat[],
  taken: ReadonlySet<ExistingSeat>,
): ExistingSeat | undefined {
  return seats.find((seat) => !taken.has(seat))
}

/** Of several seats that fit: the one of the same boss and department. */
function pick(
  post: Post,
  seats: readonly ExistingSeat[],
  index: AccountIndex,
  taken: ReadonlySet<ExistingSeat>,
): ExistingSeat | undefined {
  const free = seats.filter((seat) => !taken.has(seat))
  if (free.length < 2) return free[0]
  const { lead } = post
  const bosses = new Set(lead.bossReferences.map(matchKey))
  const rated = free.map((seat) => {
    const boss = index.seatAbove(seat)
    const isSameBoss =
      boss === null ? bosses.size === 0 : index.namesOf(boss).some((name) => bosses.has(name))
    const isSameDepartment = matchKey(seat.department) === matchKey(lead.department)
    return { seat, fit: (isSameBoss ? 2 : 0) + (isSameDepartment ? 1 : 0) }
  })
  const best = rated.reduce((left, right) => (right.fit > left.fit ? right : left))
  if (rated.filter(({ fit }) => fit === best.fit).length > 1)
    addNote(lead.notes, 'match_ambiguous', lead.name)
  return best.seat
}

/** Each key with how often it comes. */
export function countKeys(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const key = matchKey(text)
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function placeKey(title: string, department: string, bossId: string | null): string {
  return `${jointKey(title, department)}\n${bossId ?? ''}`
}

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) push(groups, keyOf(thing), thing)
  return groups
}

function push<T>(groups: Map<string, T[]>, key: string, thing: T): void {
  const group = groups.get(key)
  if (group) group.push(thing)
  else groups.set(key, [thing])
}
