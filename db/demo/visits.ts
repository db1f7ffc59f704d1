import { insert } from '../entity'
import type { Change } from '../entity'
import { agendaItemTable } from '../entities/agenda-item'
import { agendaNeedTable } from '../entities/agenda-need'
import { attendeeTable } from '../entities/attendee'
import { visitTable } from '../entities/visit'
import type { Partstat, VisitType } from '../terms'
import { toInstant, toLocalDate } from '../visit/wall-time'
import { dayMs, minuteMs } from './cast'
import type { DemoAccount, DemoParts, DemoPerson } from './cast'

export interface DemoVisit {
  readonly id: string
  readonly title: string
  readonly startAtMs: number
  readonly endAtMs: number
  readonly timeZone: string
  /** Whom the visit invites; everybody else is on its list with the reason. */
  readonly invited: readonly DemoPerson[]
}

interface PlannedItem {
  readonly title: string
  readonly durationMinutes: number
  readonly kind?: 'break' | 'travel'
  readonly objective?: string
  readonly isNoSell?: boolean
  readonly isOurs?: boolean
}

/** Bigger maps are not invited whole: the rest stays listed with a reason (methods 0.20). */
const invitedMax = 90

const agendas: Readonly<Record<'review' | 'discovery' | 'executive', readonly PlannedItem[]>> = {
  review: [
    { title: 'Arrival and coffee', durationMinutes: 20, kind: 'break' },
    {
      title: 'What changed since last time',
      durationMinutes: 30,
      objective: 'Hear it from the shifts first',
      isNoSell: true,
    },
    { title: 'Walk through the hall', durationMinutes: 60, objective: 'See the plan in use' },
    {
      title: 'Figures of the quarter',
      durationMinutes: 45,
      objective: 'Agree on what counts',
      isOurs: true,
    },
    { title: 'Lunch', durationMinutes: 60, kind: 'break' },
    { title: 'Open points and gaps', durationMinutes: 45, objective: 'An owner for each point' },
    { title: 'Next quarter', durationMinutes: 30, objective: 'Date and owner of the second site' },
  ],
  discovery: [
    { title: 'Welcome and round of names', durationMinutes: 15 },
    {
      title: 'How a day is planned today',
      durationMinutes: 60,
      objective: 'Who plans, with what, for whom',
    },
    { title: 'Tour of the site', durationMinutes: 45 },
    { title: 'Lunch', durationMinutes: 60, kind: 'break' },
    {
      title: 'What a good year would look like',
      durationMinutes: 45,
      objective: 'Three results in their words',
      isNoSell: true,
    },
    { title: 'A first picture of the way there', durationMinutes: 30, isOurs: true },
  ],
  executive: [
    { title: 'Drive from the station', durationMinutes: 40, kind: 'travel' },
    {
      title: 'Talk of the executives',
      durationMinutes: 60,
      objective: 'Priorities of the coming year',
      isNoSell: true,
    },
    { title: 'Lunch with the project team', durationMinutes: 75, kind: 'break' },
    { title: 'State of the programme', durationMinutes: 45, isOurs: true },
    {
      title: 'Sign-offs that are missing',
      durationMinutes: 30,
      objective: 'Name and date for each gate',
    },
  ],
}
const agendaOfType: Readonly<Record<VisitType, keyof typeof agendas>> = {
  discovery: 'discovery',
  win_back: 'discovery',
  training: 'discovery',
  pilot_review: 'review',
  qbr: 'review',
  renewal: 'review',
  ebr: 'executive',
  executive_visit: 'executive',
}
const titleOfType: Readonly<Record<VisitType, string>> = {
  discovery: 'First day on site',
  win_back: 'A new look',
  training: 'Training of the shift leads',
  pilot_review: 'Review of the pilot',
  qbr: 'Quarterly review',
  renewal: 'Renewal talk',
  ebr: 'Yearly review with the board',
  executive_visit: 'Visit of our executives',
}

/** A visit `days` from now (negative = past), with agenda, everybody's invitation and answers. */
export function makeVisit(
  parts: DemoParts,
  account: DemoAccount,
  days: number,
): { visit: DemoVisit; changes: Change[] } {
  const { random, context, team } = parts
  const { newId, stableId, nowMs } = context
  const { id: accountId, company } = account
  const id = newId()
  const siteIndex = random.whole(0, company.sites.length - 1)
  const { timeZone } = company.sites[siteIndex]!
  const startLocal = `${workday(nowMs + days * dayMs, timeZone)}T09:00`
  const startAtMs = toInstant(startLocal, timeZone)!.atMs
  const type = typeOf(parts, account)
  const items = agendas[agendaOfType[type]]
  const minutes = items.reduce((sum, item) => sum + item.durationMinutes, 0)
  const endAtMs = startAtMs + minutes * minuteMs
  const isPast = days < 0
  const isInvited = isPast || days < 30
  const title = `${titleOfType[type]}, ${company.name}`
  const visit = { id, title, startAtMs, endAtMs, timeZone }
  const changes: Change[] = [
    insert(visitTable, {
      ...visit,
      accountId,
      type,
      status: isPast ? 'done' : isInvited ? 'invited' : 'draft',
      siteId: account.siteIds[siteIndex]!,
      room: random.pick(['Room 2.14', 'Hafenblick', 'Board room', 'Training room', '']),
      startLocal,
      objective: random.pick([
        'Win the second site and an owner for it.',
        'Meet everybody who can still say no.',
        'Turn the pilot into a plan with dates.',
      ]),
      welcome: 'We look forward to the day with you. Please tell us what you would like to see.',
      preparation:
        'Read the notes of the last meeting. Who of the top five was not met this quarter?',
      uid: `${newId()}@jetway.app`,
      sequence: isInvited ? 0 : null,
      ownerMemberId: team.ae,
      createdAtMs: nowMs,
    }),
  ]
  const invited: DemoPerson[] = []
  for (const person of account.people) {
    if (person.isOptedOut) continue
    const isIn =
      invited.length < invitedMax && (account.people.length <= invitedMax || isKnown(person))
    if (isIn) invited.push(person)
    changes.push(inviteOf(person, isIn))
  }
  for (const [role, memberId] of [
    ['CHAIR', team.ae],
    ['REQ-PARTICIPANT', random.pick([team.se, team.csm, team.executive])],
  ] as const) {
    const row = { id: stableId(id, `attendee:${memberId}`), accountId, visitId: id, memberId, role }
    changes.push(insert(attendeeTable, { ...row, partstat: 'ACCEPTED', createdAtMs: nowMs }))
  }
  changes.push(...agendaRows())
  return { visit: { ...visit, invited }, changes }

  function inviteOf(person: DemoPerson, isIn: boolean): Change {
    const partstat = isIn && isInvited ? answerOf(parts, isPast) : 'NEEDS-ACTION'
    const hasAnswer = partstat !== 'NEEDS-ACTION'
    return insert(attendeeTable, {
      id: stableId(id, `attendee:${person.id}`),
      accountId,
      visitId: id,
      personId: person.id,
      isInvited: isIn ? 1 : 0,
      leftOutReason: isIn ? '' : 'Not part of this round; meets us in the department',
      modality: random.chance(0.12) ? 'video' : 'on_site',
      role: random.chance(0.15) ? 'OPT-PARTICIPANT' : 'REQ-PARTICIPANT',
      partstat,
      answerSequence: hasAnswer ? 0 : null,
      answerStampAtMs: hasAnswer ? Math.min(nowMs, startAtMs) - random.whole(1, 9) * dayMs : null,
      answerComment: partstat === 'DECLINED' && random.chance(0.5) ? 'On leave that week' : '',
      createdAtMs: nowMs,
    })
  }

  function agendaRows(): Change[] {
    let rank: string | null = null
    return items.flatMap((item, index) => {
      rank = context.rankBetween(rank, null)
      const itemId = newId()
      const row = {
        id: itemId,
        accountId,
        visitId: id,
        rank,
        kind: item.kind ?? ('item' as const),
        title: item.title,
        durationMinutes: item.durationMinutes,
        objective: item.objective ?? '',
        ownerMemberId: item.kind ? null : random.pick([team.ae, team.se, team.csm]),
        isCustomerValue: item.isOurs ? 0 : 1,
        isNoSell: item.isNoSell ? 1 : 0,
        preparation: index === 1 ? 'Let them talk first.' : '',
        createdAtMs: nowMs,
      }
      const needed = item.kind ? [] : random.some(invited.slice(0, 8), random.whole(0, 3))
      return [
        insert(agendaItemTable, row),
        ...needed.map((person) =>
          insert(agendaNeedTable, {
            id: stableId(itemId, `agenda_need:${person.id}`),
            accountId,
            visitId: id,
            agendaItemId: itemId,
            personId: person.id,
            createdAtMs: nowMs,
          }),
        ),
      ]
    })
  }
}

function isKnown({ stance, seat }: DemoPerson): boolean {
  return stance !== 'unknown' || seat.level === 'executive' || seat.level === 'vice_president'
}

function answerOf({ random }: DemoParts, isPast: boolean): Partstat {
  return random.weighted<Partstat>(
    isPast
      ? { ACCEPTED: 7, DECLINED: 2, TENTATIVE: 1, 'NEEDS-ACTION': 1 }
      : { ACCEPTED: 4, DECLINED: 1, TENTATIVE: 1, 'NEEDS-ACTION': 4 },
  )
}

function typeOf({ random }: DemoParts, { company }: DemoAccount): VisitType {
  if (company.status === 'lost') return 'win_back'
  if (company.status !== 'customer') return 'discovery'
  return random.weighted<VisitType>({ qbr: 4, pilot_review: 3, executive_visit: 2, renewal: 1 })
}

/** The date in the zone, moved on from a Saturday or Sunday to Monday. */
function workday(atMs: number, timeZone: string): string {
  const date = toLocalDate(atMs, timeZone)
  const weekday = new Date(`${date}T12:00Z`).getUTCDay()
  const shiftDays = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  return toLocalDate(atMs + shiftDays * dayMs, timeZone)
}
