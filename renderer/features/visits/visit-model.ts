import type { Account } from '../../../db/entities/account'
import type { AgendaItem } from '../../../db/entities/agenda-item'
import type { AgendaNeed } from '../../../db/entities/agenda-need'
import type { Attendee } from '../../../db/entities/attendee'
import type { Gate } from '../../../db/entities/gate'
import type { OutgoingMailRow } from '../../../db/entities/outgoing-mail'
import type { Member } from '../../../db/entities/member'
import type { Site } from '../../../db/entities/site'
import type { Visit } from '../../../db/entities/visit'
import { checkInvitation } from '../../../db/formats/itip/invitation'
import type { Invitation, InvitationProblem } from '../../../db/formats/itip/invitation'
import type { SeatLevel } from '../../../db/terms'
import { measureShare } from '../../../db/visit/agenda'
import type { TimedPart } from '../../../db/visit/agenda'
import { measureCoverage } from '../../../db/visit/coverage'
import type { Coverage } from '../../../db/visit/coverage'
import { makeInvitation, timeItems, writePlace } from '../../../db/visit/make-invitation'
import type { AccountPeople } from '../../../db/visit/planned-people'
import { makePlannedPeople } from '../../../db/visit/planned-people'
import { isChampion } from '../../../db/visit/planned-person'
import type { PlannedPerson } from '../../../db/visit/planned-person'
import { compareForInvitation, isInvitable, levelOrder } from '../../../db/visit/select-attendees'
import type { VisitWarning } from '../../../db/visit/warnings'
import { findWarnings } from '../../../db/visit/warnings'

export interface VisitRows extends AccountPeople {
  readonly visit: Visit
  readonly account: Account
  readonly attendees: readonly Attendee[]
  readonly items: readonly AgendaItem[]
  readonly needs: readonly AgendaNeed[]
  readonly gates: readonly Gate[]
  readonly sites: readonly Site[]
  /** Every visit of the workspace and the attendees of this account, for times promised elsewhere. */
  readonly visits: readonly Visit[]
  readonly others: readonly Attendee[]
  readonly members: readonly Member[]
  readonly mails: readonly OutgoingMailRow[]
  readonly holidays: readonly { readonly date: string; readonly name: string }[]
}

/** A stakeholder beside the agenda: in, out with a reason, or not to be asked. */
export interface VisitPerson {
  readonly person: PlannedPerson
  readonly attendee: Attendee | null
  readonly state: 'in' | 'out' | 'left' | 'opted_out'
}

export interface PersonGroup {
  readonly level: SeatLevel
  readonly department: string
  readonly people: readonly VisitPerson[]
}

export type TimedItem = TimedPart & { readonly item: AgendaItem }

/** All a visit's screens show, computed from the rows. */
export interface VisitModel {
  readonly visit: Visit
  readonly account: Account
  readonly site: Site | null
  readonly sites: readonly Site[]
  readonly members: readonly Member[]
  readonly people: readonly VisitPerson[]
  readonly groups: readonly PersonGroup[]
  /** Left the company or asked not to be invited. */
  readonly notAsked: readonly VisitPerson[]
  readonly champion: PlannedPerson | null
  readonly invitedCount: number
  readonly timed: readonly TimedItem[]
  readonly neededByItem: ReadonlyMap<string, readonly string[]>
  readonly share: ReturnType<typeof measureShare>
  readonly coverage: Coverage
  readonly warnings: readonly VisitWarning[]
  readonly invitation: Invitation
  /** What keeps the invitation back; empty = it can be queued. */
  readonly problems: readonly InvitationProblem[]
  readonly mails: readonly OutgoingMailRow[]
}

export function makeVisitModel(rows: VisitRows): VisitModel {
  const { visit, account, attendees, items, needs, sites, members } = rows
  const site = sites.find(({ id }) => id === visit.siteId) ?? null
  const planned = makePlannedPeople(rows).sort(compareForInvitation)
  const attendeeOf = new Map(attendees.map((row) => [row.personId, row]))
  const people = planned.map((person) => placePerson(person, attendeeOf.get(person.id) ?? null))
  const asked = people.filter(({ state }) => state === 'in' || state === 'out')
  const timed = timeItems(visit.startAtMs, items)
  const organizer = members.find(({ id }) => id === visit.ownerMemberId) ?? null
  const neededByItem = groupNeeds(needs)
  const invitation = makeInvitation({ ...rows, site, organizer })
  const states = attendees.flatMap(({ personId, isInvited, partstat }) =>
    personId === null ? [] : [{ personId, isInvited: isInvited === 1, partstat }],
  )
  return {
    visit,
    account,
    site,
    sites,
    members,
    people,
    groups: groupPeople(asked),
    notAsked: people.filter(({ state }) => state === 'left' || state === 'opted_out'),
    champion: asked.find(({ person }) => isChampion(person))?.person ?? null,
    invitedCount: people.filter(({ state }) => state === 'in').length,
    timed,
    neededByItem,
    share: measureShare(timed),
    coverage: measureCoverage({
      people: planned,
      attendees: states,
      openGates: rows.gates.filter(({ status }) => status !== 'passed'),
      neededPersonIds: new Set(needs.map(({ personId }) => personId)),
    }),
    warnings: findWarnings({
      id: visit.id,
      title: visit.title,
      startAtMs: visit.startAtMs,
      endAtMs: visit.endAtMs,
      zone: visit.timeZone,
      place: site ? writePlace(site) : '',
      timed,
      needed: needs.map(({ agendaItemId, personId }) => ({ itemId: agendaItemId, personId })),
      attendees: states,
      others: listCommitments(rows),
      holidays: rows.holidays,
    }),
    invitation,
    problems: checkInvitation(invitation),
    mails: rows.mails,
  }
}

function placePerson(person: PlannedPerson, attendee: Attendee | null): VisitPerson {
  if (attendee?.isInvited === 1) return { person, attendee, state: 'in' }
  if (isInvitable(person)) return { person, attendee, state: 'out' }
  return { person, attendee, state: person.status === 'left' ? 'left' : 'opted_out' }
}

function groupPeople(people: readonly VisitPerson[]): PersonGroup[] {
  const groups = new Map<string, PersonGroup & { people: VisitPerson[] }>()
  for (const entry of people) {
    const { level, department } = entry.person
    const key = `${level} ${department}`
    const group = groups.get(key) ?? { level, department, people: [] }
    group.people.push(entry)
    groups.set(key, group)
  }
  return [...groups.values()].sort(
    (a, b) =>
      levelOrder(a.level) - levelOrder(b.level) ||
      Number(a.department === '') - Number(b.department === '') ||
      a.department.localeCompare(b.department),
  )
}

function groupNeeds(needs: readonly AgendaNeed[]): ReadonlyMap<string, readonly string[]> {
  const byItem = new Map<string, string[]>()
  for (const { agendaItemId, personId } of needs) {
    byItem.set(agendaItemId, [...(byItem.get(agendaItemId) ?? []), personId])
  }
  return byItem
}

/** Other visits: of the same people of this account, and those of the same colleague anywhere. */
function listCommitments({ visit, visits, others, sites }: VisitRows) {
  const places = new Map(sites.map((site) => [site.id, writePlace(site)]))
  return visits
    .filter((other) => other.id !== visit.id && other.status !== 'cancelled')
    .filter(
      (other) => other.accountId === visit.accountId || other.ownerMemberId === visit.ownerMemberId,
    )
    .map((other) => ({
      id: other.id,
      title: other.title,
      startAtMs: other.startAtMs,
      endAtMs: other.endAtMs,
      place:
        other.modality === 'on_site' ? (places.get(other.siteId ?? '') ?? other.accountId) : '',
      personIds: others
        .filter((row) => row.visitId === other.id && row.isInvited === 1)
        .flatMap(({ personId }) => personId ?? []),
    }))
}
