import { insert } from '../entity'
import type { Change } from '../entity'
import { buyingRoleTable } from '../entities/buying-role'
import { lineTable } from '../entities/line'
import { occupancyTable } from '../entities/occupancy'
import { opinionTable } from '../entities/opinion'
import { personTable, topFiveMax } from '../entities/person'
import { seatTable } from '../entities/seat'
import type { BuyingRole, Influence, LineKind, SeatLevel, Stance } from '../terms'
import { dateOf, dayMs } from './cast'
import type { DemoAccount, DemoParts, DemoPerson } from './cast'
import type { DemoCompany } from './companies'
import { makeName } from './names'
import { pickEvidence, pickLineRemark, pickNeed, pickTrait } from './phrases'
import type { DemoSeat } from './structures'
import type { FunctionName } from './titles'

type PersonValues = typeof personTable.$inferInsert

const moods: Readonly<Record<DemoCompany['mood'], Readonly<Partial<Record<Stance, number>>>>> = {
  warm: { champion: 3, supporter: 8, neutral: 3 },
  mixed: { champion: 2, supporter: 6, neutral: 6, non_supporter: 2, opponent: 1 },
  cool: { champion: 1, supporter: 3, neutral: 6, non_supporter: 3, opponent: 1 },
  cold: { champion: 1, supporter: 2, neutral: 5, non_supporter: 4, opponent: 3 },
}

const relevanceByLevel: Readonly<Record<SeatLevel, number>> = {
  executive: 0.85,
  vice_president: 0.7,
  director: 0.5,
  manager: 0.25,
  staff: 0.08,
  unknown: 0.3,
}
/** Who buys, runs and checks a tool like ours. */
const closeWork: readonly FunctionName[] = ['it', 'operations', 'procurement', 'data', 'security']

const roleByWork: Readonly<Partial<Record<FunctionName, BuyingRole>>> = {
  finance: 'economic_buyer',
  it: 'technical_buyer',
  data: 'evaluator',
  security: 'security',
  procurement: 'procurement',
  legal: 'legal',
  operations: 'user_buyer',
  production: 'end_user',
  engineering: 'evaluator',
  hr: 'influencer',
}

/** Seats, people, who sits where since when, what we think of them: everything on the map. */
export function makePeople(
  parts: DemoParts,
  company: DemoCompany,
  accountId: string,
  siteIds: readonly string[],
  seats: readonly DemoSeat[],
): { account: DemoAccount; changes: Change[] } {
  const { random, context } = parts
  const { newId, nowMs } = context
  const changes: Change[] = []
  const seatIds = seats.map(() => newId())
  const ranks = rankSeats(parts, seats)
  const mailNames = new Set<string>()
  const familyName = makeName(random, random.weighted(company.cultures)).family
  const found: DemoPerson[] = []
  const rows: PersonValues[] = []
  let topFive = 0
  for (const [index, seat] of seats.entries()) {
    const seatId = seatIds[index]!
    const isVacant = index > 2 && !seat.isFamily && random.chance(0.03)
    const sinceMs = nowMs - random.whole(60, 2600) * dayMs
    changes.push(
      insert(seatTable, {
        id: seatId,
        accountId,
        bossId: seat.boss === null ? null : seatIds[seat.boss]!,
        rank: ranks[index]!,
        title: seat.title,
        department: seat.department,
        level: seat.level,
        siteId: random.chance(0.8) ? siteIds[0]! : random.pick(siteIds),
        remark: isVacant ? `Vacant since ${dateOf(nowMs - random.whole(20, 200) * dayMs)}` : '',
        createdAtMs: nowMs,
      }),
    )
    if (!isVacant) {
      const person = addHolder(seat, seatId, dateOf(sinceMs), null)
      const { id, name, stance = 'unknown', influence = 'unknown' } = person.row
      const isOptedOut = person.row.isOptedOut === 1
      const isTopFive = person.row.isTopFive === 1
      const { relevance } = person
      found.push({ id, name, seatId, seat, relevance, stance, influence, isOptedOut, isTopFive })
    }
    if (index > 0 && random.chance(0.03))
      addHolder(seat, seatId, dateOf(sinceMs - 900 * dayMs), dateOf(sinceMs))
  }
  changes.push(...rows.map((row) => insert(personTable, row)))
  found.sort((left, right) => right.relevance - left.relevance)
  const account = { id: accountId, company, siteIds, seatIds, people: found }
  return { account, changes: [...changes, ...makeLines(parts, account, seats)] }

  function addHolder(seat: DemoSeat, seatId: string, fromDate: string, toDate: string | null) {
    const row = newPerson(seat, toDate !== null)
    const person = { row, relevance: relevanceOf(parts, seat) }
    rows.push(row)
    const term = { fromDate, toDate, createdAtMs: nowMs }
    const seated = { id: newId(), accountId, seatId, personId: row.id, ...term }
    changes.push(insert(occupancyTable, seated))
    if (toDate === null) changes.push(...addOpinions(person.row, person.relevance, seat))
    return person
  }

  function newPerson(seat: DemoSeat, hasLeft: boolean): PersonValues {
    const culture = random.weighted(company.cultures)
    let made = makeName(random, culture, seat.isFamily ? familyName : undefined)
    for (let again = 0; again < 9 && mailNames.has(made.mailName); again += 1)
      made = makeName(random, culture, seat.isFamily ? familyName : undefined)
    const { shown, mailName } = made
    const id = newId()
    let address = mailName
    for (let copy = 2; mailNames.has(address); copy += 1) address = `${mailName}${copy}`
    mailNames.add(address)
    return {
      id,
      accountId,
      personKey: id,
      name: shown,
      email: random.chance(0.8) ? `${address}@${company.mailDomain}.example` : '',
      phone: random.chance(0.3) ? `+000 555 01${random.whole(10, 99)}` : '',
      mobile: random.chance(0.2) ? `+000 555 02${random.whole(10, 99)}` : '',
      siteId: random.chance(0.3) ? random.pick(siteIds) : null,
      status: hasLeft ? 'left' : 'active',
      createdAtMs: nowMs,
    }
  }

  /** Opinions come with a history: what we thought first, what we think now, each with its date. */
  function addOpinions(row: PersonValues, relevance: number, seat: DemoSeat): Change[] {
    if (random.chance(0.01)) row.isOptedOut = 1
    if (!random.chance(relevance)) return []
    const { stance, influence } = thinkOf(parts, company, seat)
    const atMs = nowMs - random.whole(3, 420) * dayMs
    const memberId = random.chance(0.7) ? parts.team.ae : parts.team.csm
    const dated = { accountId, personId: row.id, memberId }
    const changes: Change[] = []
    const add = (kind: 'stance' | 'influence', value: string, whenMs: number, remark = '') =>
      changes.push(
        insert(opinionTable, { id: newId(), ...dated, kind, value, atMs: whenMs, remark }),
      )
    if (random.chance(0.35)) add('stance', 'neutral', atMs - random.whole(30, 300) * dayMs)
    add('stance', stance, atMs, random.chance(0.3) ? pickTrait(random) : '')
    add('influence', influence, atMs)
    Object.assign(row, {
      stance,
      stanceAtMs: atMs,
      stanceMemberId: memberId,
      influence,
      influenceAtMs: atMs,
      influenceMemberId: memberId,
      responseMode: random.weighted({ growth: 4, trouble: 3, even_keel: 4, overconfident: 1 }),
      coverage: random.weighted({ no_contact: 2, brief: 4, multiple: 4, in_depth: 2 }),
      relationshipLevel: random.weighted({ vendor: 5, credible_source: 4, problem_solver: 2 }),
      relationshipTarget: random.weighted({ problem_solver: 3, trusted_advisor: 2 }),
      ownerMemberId: memberId,
      about: random.chance(0.4) ? pickTrait(random) : '',
      needs: random.chance(0.4) ? pickNeed(random) : '',
      isAdvocate: stance === 'champion' && random.chance(0.5) ? 1 : 0,
      isCompetitorMet: random.chance(0.15) ? 1 : 0,
    } satisfies Partial<PersonValues>)
    if (random.chance(0.4)) {
      row.buyIn = random.weighted({ asked: 3, given: 3, refused: 1 })
      row.buyInAtMs = atMs + 2 * dayMs
      row.buyInEvidence = pickEvidence(random)
    }
    if (topFive < topFiveMax && relevance > 0.55 && random.chance(0.7)) {
      row.isTopFive = 1
      topFive += 1
    }
    changes.push(...addRoles(row, seat, stance))
    return changes
  }

  function addRoles(row: PersonValues, seat: DemoSeat, stance: Stance): Change[] {
    const roles = new Set<BuyingRole>()
    const byWork = roleByWork[seat.work]
    if (byWork && random.chance(0.6)) roles.add(byWork)
    if (seat.level === 'executive' && random.chance(0.5)) roles.add('decision_maker')
    if (stance === 'champion') roles.add('champion')
    if (stance === 'supporter' && random.chance(0.3)) roles.add('coach')
    return [...roles].map((role) => {
      const id = context.stableId(row.id, `buying_role:${role}`)
      return insert(buyingRoleTable, {
        id,
        accountId,
        personId: row.id,
        role,
        createdAtMs: nowMs,
      })
    })
  }
}

/** Ranks of seats among their peers, in the order of the list. */
export function rankSeats(
  { context }: Pick<DemoParts, 'context'>,
  seats: readonly DemoSeat[],
): readonly string[] {
  const last = new Map<number | null, string>()
  return seats.map(({ boss }) => {
    const rank = context.rankBetween(last.get(boss) ?? null, null)
    last.set(boss, rank)
    return rank
  })
}

function relevanceOf({ random }: DemoParts, seat: DemoSeat): number {
  const close = closeWork.includes(seat.work) ? 1.35 : 1
  return Math.min(1, relevanceByLevel[seat.level] * close * (0.7 + random.next() * 0.6))
}

function thinkOf(
  { random }: DemoParts,
  company: DemoCompany,
  seat: DemoSeat,
): { stance: Stance; influence: Influence } {
  const stance = random.weighted<Stance>(moods[company.mood])
  const isHigh = seat.level === 'executive' || seat.level === 'vice_president'
  const influence = random.weighted<Influence>(
    isHigh ? { high: 6, medium: 2, low: 1 } : { high: 1, medium: 4, low: 3 },
  )
  return { stance, influence }
}

/** Dotted lines of the structure, and who influences, opposes or backs whom. */
function makeLines(
  { random, context }: DemoParts,
  account: DemoAccount,
  seats: readonly DemoSeat[],
): Change[] {
  const { stableId, nowMs } = context
  const rows = new Map<string, Change>()
  const add = (fromSeatId: string, toSeatId: string, kind: LineKind, remark: string) => {
    if (fromSeatId === toSeatId) return
    const id = stableId(fromSeatId, `line:${kind}:${toSeatId}`)
    const strength = random.whole(1, 3)
    const ends = { id, accountId: account.id, fromSeatId, toSeatId }
    rows.set(id, insert(lineTable, { ...ends, kind, strength, remark, createdAtMs: nowMs }))
  }
  for (const [index, seat] of seats.entries())
    for (const other of seat.alsoFor)
      add(account.seatIds[index]!, account.seatIds[other]!, 'dotted', '')
  const known = account.people.filter(({ stance }) => stance !== 'unknown')
  const count = Math.min(14, Math.ceil(known.length / 4))
  for (let index = 0; index < count; index += 1) {
    const [from, to] = random.some(known, 2)
    if (!from || !to) break
    const kind = random.weighted({ influences: 5, conflicts: 2, peer: 2, dotted: 1 })
    add(from.seatId, to.seatId, kind, random.chance(0.5) ? pickLineRemark(random, kind) : '')
  }
  return [...rows.values()]
}
