import ICAL from 'ical.js'
import { DateTime } from 'luxon'
import type { Partstat } from '../../terms'
import { partstats } from '../../terms'
import { fromMailto } from './address'
import type { RefusalCode } from './refusals'
import { cleanLine, cleanText, shorten } from './text'

/** What every message about a meeting says (RFC 5546). */
export interface MessageHead {
  readonly uid: string
  readonly sequence: number
  /** When this message was made, UTC milliseconds. */
  readonly dtstampMs: number
  readonly organizer: string
  readonly title: string
  readonly comment: string
  /** UTC milliseconds, or null where the message names no time or one without a zone. */
  readonly startAtMs: number | null
  readonly endAtMs: number | null
}

export interface Replier {
  readonly name: string
  readonly address: string
  readonly partstat: Partstat
  readonly delegatedTo: string | null
  readonly delegatedFrom: string | null
  readonly sentBy: string | null
}

export type ItipMessage =
  | (MessageHead & { readonly kind: 'reply'; readonly replier: Replier })
  | (MessageHead & { readonly kind: 'counter'; readonly replier: Replier | null })
  | (MessageHead & {
      readonly kind: 'request' | 'cancel' | 'refresh' | 'add' | 'publish' | 'decline_counter'
      readonly attendees: readonly string[]
    })
  | { readonly kind: 'refused'; readonly code: RefusalCode }

/** Larger calendar text than this is refused unread, in characters. */
const maxChars = 4_000_000
const maxComponents = 2000

/**
 * Reads calendar text into the messages it holds, at least one. Never throws: what cannot be used is
 * `refused` with a code (`refusals.ts` has the sentences).
 */
export function readItip(text: string): ItipMessage[] {
  if (text.length > maxChars) return [{ kind: 'refused', code: 'too_large' }]
  if (!/BEGIN:VCALENDAR/i.test(text)) return [{ kind: 'refused', code: 'not_calendar' }]
  const messages = cutCalendars(text).flatMap(readCalendar)
  return messages.length > 0 ? messages : [{ kind: 'refused', code: 'not_calendar' }]
}

/** The calendar objects of a text, each on its own, so that one damaged one does not hide the others. */
function cutCalendars(text: string): string[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?|\u2028/g, '\n')
  const starts = [...plain.matchAll(/^BEGIN:VCALENDAR[ \t]*$/gim)].map((match) => match.index)
  return starts.slice(0, maxComponents).map((start, index) => plain.slice(start, starts[index + 1]))
}

function readCalendar(text: string): ItipMessage[] {
  const end = /^END:VCALENDAR[ \t]*$/im.exec(text)
  const body = end ? text.slice(0, end.index + end[0].length) : text
  for (const readable of [body, keepNeededLines(body)]) {
    try {
      return readComponents(new ICAL.Component(ICAL.parse(readable.trim().replace(/\n/g, '\r\n'))))
    } catch {
      // The second pass is without the lines that an answer does not need; then it is refused.
    }
  }
  return [{ kind: 'refused', code: 'broken_calendar' }]
}

/** A damaged line that an answer does not need (a bad DTEND, a broken X- line) must not lose the answer. */
function keepNeededLines(text: string): string {
  const needed =
    /^(BEGIN|END|METHOD|VERSION|UID|DTSTAMP|SEQUENCE|ORGANIZER|ATTENDEE|SUMMARY|COMMENT|RECURRENCE-ID|RRULE|RDATE)[;:]/i
  const lines = text.replace(/\n[ \t]/g, '').split('\n')
  return lines.filter((line) => needed.test(line)).join('\n')
}

function readComponents(calendar: ICAL.Component): ItipMessage[] {
  const method = firstText(calendar, 'method').trim().toUpperCase()
  const kind = kinds[method]
  if (method === '') return [{ kind: 'refused', code: 'no_method' }]
  if (!kind) return [{ kind: 'refused', code: 'method_unknown' }]
  const events = calendar.getAllSubcomponents('vevent')
  if (events.length === 0) return [{ kind: 'refused', code: 'not_a_meeting' }]
  if (events.length > maxComponents) return [{ kind: 'refused', code: 'too_large' }]
  return events.map((event) => readEvent(kind, calendar, event))
}

const kinds: Readonly<Record<string, Exclude<ItipMessage['kind'], 'refused'>>> = {
  REPLY: 'reply',
  COUNTER: 'counter',
  REQUEST: 'request',
  CANCEL: 'cancel',
  REFRESH: 'refresh',
  ADD: 'add',
  PUBLISH: 'publish',
  DECLINECOUNTER: 'decline_counter',
}

function readEvent(
  kind: Exclude<ItipMessage['kind'], 'refused'>,
  calendar: ICAL.Component,
  event: ICAL.Component,
): ItipMessage {
  const head = readHead(calendar, event)
  if ('code' in head) return { kind: 'refused', code: head.code }
  const repeats = ['recurrence-id', 'rrule', 'rdate'].some((name) => event.hasProperty(name))
  if (repeats && (kind === 'reply' || kind === 'counter')) {
    return { kind: 'refused', code: 'whole_series' }
  }
  const attendees = event.getAllProperties('attendee')
  if (kind !== 'reply' && kind !== 'counter') {
    const addresses = attendees.map(readPerson)
    return { ...head, kind, attendees: addresses.filter((address) => address !== null) }
  }
  if (kind === 'counter') {
    const replier = attendees.length === 1 ? readReplier(attendees[0]!) : null
    return { ...head, kind, replier: replier && 'code' in replier ? null : replier }
  }
  if (attendees.length === 0) return { kind: 'refused', code: 'reply_without_attendee' }
  if (attendees.length > 1) return { kind: 'refused', code: 'reply_with_several' }
  const replier = readReplier(attendees[0]!)
  if ('code' in replier) return { kind: 'refused', code: replier.code }
  return { ...head, kind, replier }
}

function readHead(
  calendar: ICAL.Component,
  event: ICAL.Component,
): MessageHead | { code: RefusalCode } {
  const uid = firstText(event, 'uid').trim()
  if (uid === '' || uid.length > 1000) return { code: 'no_uid' }
  const organizerProperty = event.getFirstProperty('organizer')
  if (!organizerProperty) return { code: 'no_organizer' }
  const organizer = readPerson(organizerProperty)
  if (organizer === null) return { code: 'address_unreadable' }
  const dtstampMs = readStamp(event)
  if (dtstampMs === null) return { code: 'no_dtstamp' }
  const startAtMs = readInstant(calendar, event, 'dtstart')
  const sequence = Number(firstText(event, 'sequence') || 0)
  return {
    uid,
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0,
    dtstampMs,
    organizer,
    title: shorten(cleanLine(firstText(event, 'summary')), 300),
    comment: shorten(cleanText(firstText(event, 'comment')).trim(), 4000),
    startAtMs,
    endAtMs: readEnd(calendar, event, startAtMs),
  }
}

function readReplier(attendee: ICAL.Property): Replier | { code: RefusalCode } {
  const address = readPerson(attendee)
  if (address === null) return { code: 'address_unreadable' }
  const typed = parameter(attendee, 'partstat').toUpperCase()
  const partstat = partstats.find((name) => name === typed)
  if (!partstat || partstat === 'NEEDS-ACTION') return { code: 'no_answer' }
  return {
    name: shorten(cleanLine(parameter(attendee, 'cn').replace(/^"|"$/g, '')), 200),
    address,
    partstat,
    delegatedTo: readUri(attendee, 'delegated-to'),
    delegatedFrom: readUri(attendee, 'delegated-from'),
    sentBy: readUri(attendee, 'sent-by'),
  }
}

/** The mail address of a calendar user; some name the user by an id and give the address as EMAIL. */
function readPerson(property: ICAL.Property): string | null {
  return fromMailto(propertyText(property)) ?? readUri(property, 'email')
}

function readUri(attendee: ICAL.Property, name: string): string | null {
  const value = parameter(attendee, name)
  return value === '' ? null : fromMailto(value)
}

function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name)
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}

function firstText(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name)
  return property ? propertyText(property) : ''
}

function propertyText(property: ICAL.Property): string {
  const value: unknown = property.getFirstValue()
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function readInstant(calendar: ICAL.Component, event: ICAL.Component, name: string): number | null {
  const property = event.getFirstProperty(name)
  const time: unknown = property?.getFirstValue()
  if (!property || !(time instanceof ICAL.Time) || time.isDate) return null
  return toInstant(calendar, time, parameter(property, 'tzid'))
}

/** DTSTAMP is always UTC (RFC 5545 3.8.7.2), also where its writer forgot the `Z`. */
function readStamp(event: ICAL.Component): number | null {
  const time: unknown = event.getFirstPropertyValue('dtstamp')
  if (!(time instanceof ICAL.Time) || time.isDate) return null
  return finite(Date.parse(`${time.toString().replace(/Z$/, '')}Z`))
}

/** Local times by the zone they name, or by the VTIMEZONE that came along; floating ones are no instant. */
function toInstant(calendar: ICAL.Component, time: ICAL.Time, tzid: string): number | null {
  const wall = `${time.toString().replace(/Z$/, '')}`
  if (time.zone === ICAL.Timezone.utcTimezone || tzid === '') {
    const isUtc = time.zone === ICAL.Timezone.utcTimezone
    return isUtc ? finite(Date.parse(`${wall}Z`)) : null
  }
  const known = DateTime.fromISO(wall, { zone: tzid })
  if (known.isValid) return known.toMillis()
  const block = calendar
    .getAllSubcomponents('vtimezone')
    .find((candidate) => firstText(candidate, 'tzid') === tzid)
  if (!block || !isHarmlessZone(block)) return null
  const offsetSeconds = new ICAL.Timezone(block).utcOffset(time)
  return finite(Date.parse(`${wall}Z`) - offsetSeconds * 1000)
}

/** A foreign block is only computed with when it cannot keep the computer busy (`FREQ=SECONDLY`). */
function isHarmlessZone(block: ICAL.Component): boolean {
  const observances = block.getAllSubcomponents()
  if (observances.length > 200) return false
  return observances.every((observance) =>
    observance.getAllProperties('rrule').every((rule) => {
      const value: unknown = rule.getFirstValue()
      return value instanceof ICAL.Recur && value.freq === 'YEARLY'
    }),
  )
}

function readEnd(
  calendar: ICAL.Component,
  event: ICAL.Component,
  startAtMs: number | null,
): number | null {
  if (event.hasProperty('dtend')) return readInstant(calendar, event, 'dtend')
  const duration: unknown = event.getFirstPropertyValue('duration')
  if (startAtMs === null || !(duration instanceof ICAL.Duration)) return null
  return startAtMs + duration.toSeconds() * 1000
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null
}
