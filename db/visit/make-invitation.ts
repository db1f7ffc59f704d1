import type { AgendaItem } from '../entities/agenda-item'
import type { Attendee } from '../entities/attendee'
import type { Member } from '../entities/member'
import type { Person } from '../entities/person'
import type { Site } from '../entities/site'
import type { Visit } from '../entities/visit'
import type { Invitation, Invitee, PublicAgendaItem } from '../formats/itip/invitation'
import type { TimedPart } from './agenda'
import { layOutAgenda } from './agenda'
import { chooseLanguage } from './planned-people'

export interface InvitationRows {
  readonly visit: Visit
  readonly site: Site | null
  readonly organizer: Member | null
  readonly members: readonly Member[]
  readonly people: readonly Person[]
  readonly attendees: readonly Attendee[]
  readonly items: readonly AgendaItem[]
}

/**
 * What leaves the laptop of a visit, picked field by field from the rows. This is the one door from
 * private rows to an invitation: title, times, place, room, names and addresses of who is invited, and
 * of each agenda item its title, time, presenter and room. Objectives and preparation stay.
 */
export function makeInvitation(rows: InvitationRows): Invitation {
  const { visit, site, organizer } = rows
  return {
    uid: visit.uid,
    sequence: visit.sequence ?? 0,
    status: 'CONFIRMED',
    title: visit.title,
    startAtMs: visit.startAtMs,
    endAtMs: visit.endAtMs,
    zone: visit.timeZone,
    place: site ? writePlace(site) : '',
    room: visit.room,
    videoLink: '',
    organizer: { name: organizer?.name ?? '', address: organizer?.email ?? '' },
    sentBy: null,
    invitees: makeInvitees(rows),
    agenda: makePublicAgenda(rows),
  }
}

/** 'Headquarters, ul. Prosta 1, 00-001 Warszawa'. */
export function writePlace(site: Pick<Site, 'name' | 'street' | 'postalCode' | 'city'>): string {
  const town = [site.postalCode, site.city].filter(Boolean).join(' ')
  return [site.name, site.street, town].filter(Boolean).join(', ')
}

/** The agenda's items in their order with their times. */
export function timeItems(
  startAtMs: number,
  items: readonly AgendaItem[],
): (TimedPart & { readonly item: AgendaItem })[] {
  const inOrder = [...items].sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id))
  const parts = inOrder.map((item) => ({ ...item, isCustomerValue: item.isCustomerValue === 1 }))
  return layOutAgenda(startAtMs, parts).map((part, index) => ({
    id: part.id,
    kind: part.kind,
    durationMinutes: part.durationMinutes,
    gapMinutes: part.gapMinutes,
    isCustomerValue: part.isCustomerValue,
    startAtMs: part.startAtMs,
    endAtMs: part.endAtMs,
    item: inOrder[index]!,
  }))
}

function makeInvitees({ site, people, members, attendees }: InvitationRows): Invitee[] {
  const peopleById = new Map(people.map((person) => [person.id, person]))
  const membersById = new Map(members.map((member) => [member.id, member]))
  return attendees
    .filter(({ isInvited, role }) => isInvited === 1 && role !== 'CHAIR')
    .flatMap(({ id, personId, memberId, role, partstat }): Invitee[] => {
      const kind = inviteeKinds[role]
      const person = peopleById.get(personId ?? '')
      const member = membersById.get(memberId ?? '')
      const who = person ?? member
      if (!who) return []
      const language = chooseLanguage(who.language, person ? (site?.country ?? '') : '')
      return [{ id, person: { name: who.name, address: who.email }, kind, partstat, language }]
    })
}

const inviteeKinds = {
  CHAIR: 'required',
  'REQ-PARTICIPANT': 'required',
  'OPT-PARTICIPANT': 'optional',
  'NON-PARTICIPANT': 'informed',
} as const satisfies Record<Attendee['role'], Invitee['kind']>

function makePublicAgenda({ visit, items, members }: InvitationRows): PublicAgendaItem[] {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return timeItems(visit.startAtMs, items).map(({ item, startAtMs }) => ({
    kind: item.kind,
    title: item.title,
    startAtMs,
    minutes: item.durationMinutes,
    presenter: names.get(item.ownerMemberId ?? '') ?? '',
    room: item.room,
  }))
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
