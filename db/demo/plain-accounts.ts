import { insert } from '../entity'
import type { Change } from '../entity'
import { accountTable } from '../entities/account'
import { actionItemTable } from '../entities/action-item'
import { meetingTable } from '../entities/meeting'
import { occupancyTable } from '../entities/occupancy'
import { participantTable } from '../entities/participant'
import { personTable } from '../entities/person'
import { seatTable } from '../entities/seat'
import { accountStatuses, stances } from '../terms'
import { dateOf, dayMs } from './cast'
import type { DemoParts } from './cast'
import { demoCompanies } from './companies'
import { makeName, toMailLetters } from './names'
import { rankSeats } from './people'
import { actionTitles } from './phrases'
import { makePlainStructure } from './structures'

/** The large demo: so many accounts with so many seats in all, the believable twelve included. */
export const largeAccounts = 10_000
/** A few more than 100,000, since some seats of the believable accounts are vacant. */
export const largePeople = 100_100

const believablePeople = demoCompanies.reduce((sum, company) => sum + company.people, 0)
const first = demoCompanies.length

const stems =
  'Alba Borea Cato Delta Ember Fjord Gamma Halden Ilion Jura Kestrel Lumen Marlow Nova Orion Polar Quarz Ravel Solis Tarn Umbra Vela Westra Xenia Yarrow Zephyr'.split(
    ' ',
  )
const trades =
  'Antriebe Bau Chemie Dental Elektro Foods Glas Handel Instruments Kabel Logistik Marine Optik Papier Robotics Stahl Textil Verpackung Werke Zement'.split(
    ' ',
  )
const forms = ['GmbH', 'AG', 'B.V.', 'S.A.', 'Ltd', 'sp. z o.o.']
const languages = ['de', 'nl', 'en', 'pl'] as const
const cities: Readonly<Record<(typeof languages)[number], readonly [string, string]>> = {
  de: ['Kassel', 'Germany'],
  nl: ['Utrecht', 'Netherlands'],
  en: ['Leeds', 'United Kingdom'],
  pl: ['Poznań', 'Poland'],
}

/** An account of the large demo: small, plain, with a little history, cheap to make. */
export function makePlainAccount({ random, context, team }: DemoParts, index: number): Change[] {
  const { newId, stableId, nowMs } = context
  const language = random.pick(languages)
  const [city, country] = cities[language]
  const stem = `${random.pick(stems)} ${random.pick(trades)}`
  const accountId = newId()
  const domain = `${toMailLetters(stem)}${index}.example`
  const changes: Change[] = [
    insert(accountTable, {
      id: accountId,
      name: `${stem} ${index} ${random.pick(forms)}`,
      status: random.pick(accountStatuses),
      segment: random.weighted({ vsb: 2, smb: 5, enterprise: 2 }),
      industry: stem.split(' ')[1]!,
      city,
      country,
      website: `https://www.${domain}`,
      ownerMemberId: team.ae,
      valueNowMinor: random.whole(0, 200) * 50_000,
      potentialValueMinor: random.whole(200, 2000) * 50_000,
      renewalDate: random.chance(0.5) ? dateOf(nowMs + random.whole(1, 400) * dayMs) : null,
      createdAtMs: nowMs,
    }),
  ]
  const seats = makePlainStructure(random, language, peopleOf(index))
  const ranks = rankSeats({ context }, seats)
  const seatIds = seats.map(() => newId())
  const personIds = seats.map((seat, at) => {
    const id = newId()
    const { shown, mailName } = makeName(random, language)
    const seatId = seatIds[at]!
    const placed = { bossId: seat.boss === null ? null : seatIds[seat.boss]!, rank: ranks[at]! }
    const { title, department, level } = seat
    changes.push(
      insert(seatTable, {
        id: seatId,
        accountId,
        ...placed,
        title,
        department,
        level,
        createdAtMs: nowMs,
      }),
      insert(personTable, {
        id,
        accountId,
        personKey: id,
        name: shown,
        email: `${mailName}@${domain}`,
        stance: random.chance(0.2) ? random.pick(stances) : 'unknown',
        isTopFive: at < 3 ? 1 : 0,
        createdAtMs: nowMs,
      }),
      insert(occupancyTable, { id: newId(), accountId, seatId, personId: id, createdAtMs: nowMs }),
    )
    return id
  })
  if (index % 5 !== 0) return changes
  const meetingId = newId()
  const startedAtMs = nowMs - random.whole(3, 300) * dayMs
  changes.push(
    insert(meetingTable, {
      id: meetingId,
      accountId,
      title: 'Call',
      modality: 'phone',
      status: 'done',
      startedAtMs,
      endedAtMs: startedAtMs,
      ownerMemberId: team.ae,
      createdAtMs: nowMs,
    }),
    insert(actionItemTable, {
      id: newId(),
      accountId,
      meetingId,
      title: random.pick(actionTitles),
      ownerMemberId: team.ae,
      dueDate: dateOf(nowMs + random.whole(-20, 60) * dayMs),
      createdAtMs: nowMs,
    }),
  )
  for (const personId of personIds.slice(0, 2))
    changes.push(
      insert(participantTable, {
        id: stableId(meetingId, `participant:${personId}`),
        accountId,
        meetingId,
        personId,
        attendance: 'attended',
        modality: 'phone',
        createdAtMs: nowMs,
      }),
    )
  return changes
}

/** Seats of one account, so that all together make `largePeople`. */
function peopleOf(index: number): number {
  const rest = largePeople - believablePeople
  const count = largeAccounts - first
  const upTo = (at: number) => Math.floor((rest * at) / count)
  return upTo(index - first + 1) - upTo(index - first)
}
