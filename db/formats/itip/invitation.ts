import type { Language, Partstat } from '../../terms'
import type { MailPerson } from './address'
import { addressKey, readAddress } from './address'
import { isKnownZone } from './known-zone'

/**
 * Everything of a visit that may leave the laptop. There is no field for anything private, and nothing
 * here takes a whole row: what a customer must not see cannot get into an invitation by accident.
 */
export interface Invitation {
  /** `<uuid>@<domain>`, made when the visit is made; never changes. */
  readonly uid: string
  /** The SEQUENCE of this version; `revision.ts` says when it grows. */
  readonly sequence: number
  readonly status: 'CONFIRMED' | 'TENTATIVE'
  /** The title as written for outside. */
  readonly title: string
  /** UTC milliseconds; whole seconds count. */
  readonly startAtMs: number
  readonly endAtMs: number
  /** IANA zone of the site; the invitation and its agenda speak in its time. */
  readonly zone: string
  /** Site and city: a change of it is a reschedule. */
  readonly place: string
  /** A change of room is a detail. */
  readonly room: string
  readonly videoLink: string
  readonly organizer: MailPerson
  /** The assistant who sends for the organizer, or null. */
  readonly sentBy: string | null
  readonly invitees: readonly Invitee[]
  readonly agenda: readonly PublicAgendaItem[]
}

export interface Invitee {
  readonly id: string
  readonly person: MailPerson
  /** `room` is a calendar of its own (CUTYPE=ROOM); `informed` is a copy for a manager, no answer asked. */
  readonly kind: 'required' | 'optional' | 'informed' | 'room'
  readonly partstat: Partstat
  readonly language: Language
}

export interface PublicAgendaItem {
  readonly kind: 'item' | 'break' | 'travel'
  readonly title: string
  readonly startAtMs: number
  readonly minutes: number
  /** Names of who leads it; may be empty. */
  readonly presenter: string
  readonly room: string
}

export type InvitationProblem =
  | { readonly code: 'no_uid' | 'no_time' | 'ends_before_start' | 'too_long' | 'no_invitees' }
  | { readonly code: 'zone_unknown'; readonly zone: string }
  | { readonly code: 'organizer_address'; readonly address: string }
  | { readonly code: 'invitee_address'; readonly name: string; readonly address: string }
  | { readonly code: 'address_twice'; readonly name: string; readonly address: string }

const maxVisitMs = 31 * 24 * 3_600_000
/** RFC 5545 wants at least 255 octets of a UID kept; longer ones may be cut by a receiver. */
const uidPattern = /^[A-Za-z0-9._-]{1,128}@[A-Za-z0-9.-]{1,126}$/

/** The UID of a new visit. A copy of a visit gets a new one (a repeated UID shows as one meeting). */
export function makeUid(uuid: string, domain: string): string {
  return `${uuid}@${domain}`
}

/** What keeps an invitation from being sent; empty when it can go. */
export function checkInvitation(invitation: Invitation): InvitationProblem[] {
  const problems: InvitationProblem[] = []
  const { uid, startAtMs, endAtMs, zone, organizer, sentBy, invitees } = invitation
  if (!uidPattern.test(uid)) problems.push({ code: 'no_uid' })
  if (!Number.isFinite(startAtMs) || !Number.isFinite(endAtMs)) problems.push({ code: 'no_time' })
  else if (endAtMs <= startAtMs) problems.push({ code: 'ends_before_start' })
  else if (endAtMs - startAtMs > maxVisitMs) problems.push({ code: 'too_long' })
  if (!isKnownZone(zone)) problems.push({ code: 'zone_unknown', zone })
  for (const address of [organizer.address, ...(sentBy === null ? [] : [sentBy])]) {
    if (readAddress(address) === null) problems.push({ code: 'organizer_address', address })
  }
  if (!invitees.some(isAsked)) problems.push({ code: 'no_invitees' })
  const seen = new Set<string>()
  for (const { person } of invitees) {
    const { name, address } = person
    if (readAddress(address) === null) problems.push({ code: 'invitee_address', name, address })
    else if (seen.has(addressKey(address))) problems.push({ code: 'address_twice', name, address })
    seen.add(addressKey(address))
  }
  return problems
}

/** Whether an answer is asked of this invitee. */
export function isAsked(invitee: Invitee): boolean {
  return invitee.kind === 'required' || invitee.kind === 'optional'
}
