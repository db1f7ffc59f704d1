import ICAL from 'ical.js'
import { DateTime, IANAZone } from 'luxon'
import { StoreError } from '../../errors'
import type { Language } from '../../terms'
import { readAddress, toMailto } from './address'
import { writeDescription } from './agenda-text'
import { foldCalendar } from './fold'
import type { Invitation, Invitee } from './invitation'
import { checkInvitation, isAsked } from './invitation'
import { isUtcZone } from './known-zone'
import { cleanLine, cleanName, shorten } from './text'
import { mailWords } from './words'
import { buildVtimezone } from './zone'

const productId = '-//Jetway//Jetway//EN'
const hourMs = 3_600_000

export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/**
 * The invitation or its update (RFC 5546 3.2.2) in one language: every invitee is an ATTENDEE of it,
 * whoever it is sent to. `sentAtMs` = the moment the user pressed send (DTSTAMP).
 */
export function buildRequest(invitation: Invitation, language: Language, sentAtMs: number): string {
  requireSendable(invitation)
  const event = startEvent(invitation, sentAtMs)
  addTimes(event, invitation)
  addWords(event, invitation, language)
  addText(event, 'status', invitation.status)
  addText(event, 'transp', 'OPAQUE')
  addOrganizer(event, invitation)
  addAttendees(event, invitation, invitation.invitees)
  return writeCalendar('REQUEST', invitation, event)
}

/**
 * The cancellation of the whole visit (RFC 5546 3.2.5): SEQUENCE one higher than the version that was
 * sent last (which is what `invitation` holds), STATUS:CANCELLED and all attendees.
 */
export function buildCancelAll(
  invitation: Invitation,
  language: Language,
  sentAtMs: number,
): string {
  requireSendable(invitation)
  const cancelled = { ...invitation, sequence: invitation.sequence + 1 }
  const event = startEvent(cancelled, sentAtMs)
  addTimes(event, cancelled)
  addWords(event, cancelled, language)
  addText(event, 'status', 'CANCELLED')
  addOrganizer(event, cancelled)
  addAttendees(event, cancelled, cancelled.invitees)
  return writeCalendar('CANCEL', cancelled, event)
}

/**
 * Takes one person out of the visit: goes to that person only, names nobody else and has no STATUS
 * (with one, the receiver would take the whole meeting as off).
 */
export function buildCancelOne(
  invitation: Invitation,
  invitee: Invitee,
  language: Language,
  sentAtMs: number,
): string {
  requireSendable({ ...invitation, invitees: [invitee] })
  const cancelled = { ...invitation, sequence: invitation.sequence + 1 }
  const event = startEvent(cancelled, sentAtMs)
  addTimes(event, cancelled)
  addWords(event, { ...cancelled, agenda: [] }, language)
  addOrganizer(event, cancelled)
  event.addProperty(attendeeProperty(invitee))
  return writeCalendar('CANCEL', cancelled, event)
}

/**
 * The file for somebody's own calendar (RFC 5546 3.2.1): METHOD:PUBLISH and no ATTENDEE, so opening it
 * invites nobody again and Outlook does not take it for an invitation to somebody else.
 */
export function buildPublish(invitation: Invitation, language: Language, sentAtMs: number): string {
  requireSendable(invitation)
  const event = startEvent(invitation, sentAtMs)
  addTimes(event, invitation)
  addWords(event, invitation, language)
  addText(event, 'status', invitation.status)
  addText(event, 'transp', 'OPAQUE')
  addOrganizer(event, invitation)
  return writeCalendar('PUBLISH', invitation, event)
}

function requireSendable(invitation: Invitation): void {
  const problem = checkInvitation(invitation).find(({ code }) => code !== 'address_twice')
  if (problem) throw new StoreError('needs_words', { why: problem.code })
}

function startEvent(invitation: Invitation, sentAtMs: number): ICAL.Component {
  const event = new ICAL.Component('vevent')
  addText(event, 'uid', invitation.uid)
  event.addPropertyWithValue('dtstamp', utcTime(sentAtMs))
  event.addPropertyWithValue('sequence', invitation.sequence)
  return event
}

function addTimes(event: ICAL.Component, { startAtMs, endAtMs, zone }: Invitation): void {
  const inUtc = writesUtc({ startAtMs, endAtMs, zone })
  for (const [name, ms] of [
    ['dtstart', startAtMs],
    ['dtend', endAtMs],
  ] as const) {
    const property = new ICAL.Property(name)
    if (!inUtc) property.setParameter('tzid', zone)
    property.setValue(inUtc ? utcTime(ms) : wallTime(ms, zone))
    event.addProperty(property)
  }
}

/**
 * Whether both times are written in UTC: where the zone is UTC, and where a time falls into an hour that
 * the clock runs twice. RFC 5545 3.3.5 says such a local time means the first pass, libical and ical.js
 * take the second; UTC means the same to all.
 */
function writesUtc({
  startAtMs,
  endAtMs,
  zone,
}: Pick<Invitation, 'startAtMs' | 'endAtMs' | 'zone'>): boolean {
  return isUtcZone(zone) || isTwice(startAtMs, zone) || isTwice(endAtMs, zone)
}

/** Whether the wall clock of the zone shows this time a second time within four hours. */
function isTwice(ms: number, zone: string): boolean {
  const at = new IANAZone(zone)
  const offset = at.offset(ms)
  return [ms - 4 * hourMs, ms + 4 * hourMs].some((nearMs) => {
    const other = at.offset(nearMs)
    const twinMs = ms + (offset - other) * 60_000
    return other !== offset && at.offset(twinMs) === other
  })
}

function addWords(event: ICAL.Component, invitation: Invitation, language: Language): void {
  addText(
    event,
    'summary',
    shorten(cleanLine(invitation.title), 250) || mailWords[language].untitled,
    language,
  )
  const place = [invitation.place, invitation.room].map(cleanLine).filter(Boolean).join(', ')
  if (place) addText(event, 'location', shorten(place, 500))
  const description = writeDescription(invitation, language)
  if (description) addText(event, 'description', description, language)
}

function addOrganizer(event: ICAL.Component, { organizer, sentBy }: Invitation): void {
  const property = new ICAL.Property('organizer')
  const name = cleanName(organizer.name)
  if (name) property.setParameter('cn', name)
  if (sentBy !== null) property.setParameter('sent-by', toMailto(readAddress(sentBy)!))
  property.setValue(toMailto(readAddress(organizer.address)!))
  event.addProperty(property)
}

function addAttendees(
  event: ICAL.Component,
  invitation: Invitation,
  invitees: readonly Invitee[],
): void {
  const organizer = new ICAL.Property('attendee')
  organizer.setParameter('cutype', 'INDIVIDUAL')
  organizer.setParameter('role', 'CHAIR')
  organizer.setParameter('partstat', 'ACCEPTED')
  const name = cleanName(invitation.organizer.name)
  if (name) organizer.setParameter('cn', name)
  const organizerUri = toMailto(readAddress(invitation.organizer.address)!)
  organizer.setValue(organizerUri)
  event.addProperty(organizer)
  const written = new Set([organizerUri.toLowerCase()])
  for (const invitee of invitees) {
    const property = attendeeProperty(invitee)
    const key = String(property.getFirstValue()).toLowerCase()
    if (written.has(key)) continue
    written.add(key)
    event.addProperty(property)
  }
}

function attendeeProperty(invitee: Invitee): ICAL.Property {
  const property = new ICAL.Property('attendee')
  property.setParameter('cutype', invitee.kind === 'room' ? 'ROOM' : 'INDIVIDUAL')
  property.setParameter('role', attendeeRoles[invitee.kind])
  property.setParameter('partstat', invitee.partstat)
  property.setParameter('rsvp', isAsked(invitee) ? 'TRUE' : 'FALSE')
  const name = cleanName(invitee.person.name)
  if (name) property.setParameter('cn', name)
  property.setValue(toMailto(readAddress(invitee.person.address)!))
  return property
}

const attendeeRoles = {
  required: 'REQ-PARTICIPANT',
  optional: 'OPT-PARTICIPANT',
  informed: 'NON-PARTICIPANT',
  room: 'NON-PARTICIPANT',
} as const satisfies Record<Invitee['kind'], string>

function addText(event: ICAL.Component, name: string, value: string, language?: Language): void {
  const property = new ICAL.Property(name)
  if (language) property.setParameter('language', language)
  property.setValue(value)
  event.addProperty(property)
}

function utcTime(ms: number): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${new Date(ms).toISOString().slice(0, 19)}Z`)
}

function wallTime(ms: number, zone: string): ICAL.Time {
  const local = DateTime.fromMillis(ms, { zone })
  return ICAL.Time.fromDateTimeString(local.toFormat("yyyy-LL-dd'T'HH:mm:ss"))
}

function writeCalendar(
  method: CalendarMethod,
  invitation: Invitation,
  event: ICAL.Component,
): string {
  const calendar = new ICAL.Component('vcalendar')
  addText(calendar, 'version', '2.0')
  addText(calendar, 'prodid', productId)
  addText(calendar, 'calscale', 'GREGORIAN')
  addText(calendar, 'method', method)
  if (!writesUtc(invitation)) {
    const { zone, startAtMs, endAtMs } = invitation
    calendar.addSubcomponent(buildVtimezone(zone, startAtMs, endAtMs))
  }
  calendar.addSubcomponent(event)
  return foldCalendar(calendar.toString())
}
