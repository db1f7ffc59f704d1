import { describe, expect, it } from 'vitest'
import type { AgendaItem } from '../../../../db/entities/agenda-item'
import type { Attendee } from '../../../../db/entities/attendee'
import type { Member } from '../../../../db/entities/member'
import type { Person } from '../../../../db/entities/person'
import type { Site } from '../../../../db/entities/site'
import type { Visit } from '../../../../db/entities/visit'
import { checkInvitation } from '../../../../db/formats/itip/invitation'
import { makeInvitation } from '../../../../db/visit/make-invitation'
import { chooseLanguage } from '../../../../db/visit/planned-people'

const secret = 'PRIVATE-MARKER'
const startAtMs = Date.UTC(2026, 2, 12, 8)

/** A row whose every text is the marker, except for what the customer may see. */
function markedRow<R extends object>(shown: Partial<R>): R {
  const marked = new Proxy(shown, {
    get: (target, name) => (name in target ? target[name as keyof R] : secret),
  })
  return marked as R
}

const eva = markedRow<Member>({
  id: 'eva',
  name: 'Eva Vendor',
  email: 'eva@vendor.example',
  language: 'en',
})
const rows = {
  visit: markedRow<Visit>({
    id: 'v',
    uid: 'u@jetway.app',
    sequence: 2,
    title: 'Review',
    startAtMs,
    endAtMs: startAtMs + 7_200_000,
    timeZone: 'Europe/Warsaw',
    room: 'R 4',
  }),
  site: markedRow<Site>({
    name: 'HQ',
    street: 'Prosta 1',
    postalCode: '00-001',
    city: 'Warszawa',
    country: 'Polska',
  }),
  organizer: eva,
  members: [eva],
  people: [
    markedRow<Person>({ id: 'jan', name: 'Jan', email: 'jan@acme.example', language: '' }),
    markedRow<Person>({ id: 'ann', name: 'Ann', email: 'ann@acme.example', language: 'de-AT' }),
    markedRow<Person>({ id: 'out', name: 'Out', email: 'out@acme.example', language: '' }),
  ],
  attendees: [
    markedRow<Attendee>({
      id: 'a1',
      personId: 'jan',
      memberId: null,
      isInvited: 1,
      role: 'REQ-PARTICIPANT',
      partstat: 'ACCEPTED',
    }),
    markedRow<Attendee>({
      id: 'a2',
      personId: 'ann',
      memberId: null,
      isInvited: 1,
      role: 'OPT-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
    }),
    markedRow<Attendee>({
      id: 'a3',
      personId: 'out',
      memberId: null,
      isInvited: 0,
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
    }),
    markedRow<Attendee>({
      id: 'a4',
      personId: null,
      memberId: 'eva',
      isInvited: 1,
      role: 'CHAIR',
      partstat: 'ACCEPTED',
    }),
    markedRow<Attendee>({
      id: 'a5',
      personId: 'gone',
      memberId: null,
      isInvited: 1,
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
    }),
  ],
  items: [
    markedRow<AgendaItem>({
      id: 'i2',
      rank: 'b',
      kind: 'break',
      title: 'Coffee',
      durationMinutes: 15,
      gapMinutes: 5,
      ownerMemberId: null,
      room: '',
      isCustomerValue: 1,
    }),
    markedRow<AgendaItem>({
      id: 'i1',
      rank: 'a',
      kind: 'item',
      title: 'Goals',
      durationMinutes: 30,
      gapMinutes: 0,
      ownerMemberId: 'eva',
      room: 'R 5',
      isCustomerValue: 1,
    }),
  ],
}

describe('the one door from rows to an invitation', () => {
  it('lets out what the customer may see and nothing else', () => {
    const invitation = makeInvitation(rows)
    expect(invitation).toEqual({
      uid: 'u@jetway.app',
      sequence: 2,
      status: 'CONFIRMED',
      title: 'Review',
      startAtMs,
      endAtMs: startAtMs + 7_200_000,
      zone: 'Europe/Warsaw',
      place: 'HQ, Prosta 1, 00-001 Warszawa',
      room: 'R 4',
      videoLink: '',
      organizer: { name: 'Eva Vendor', address: 'eva@vendor.example' },
      sentBy: null,
      invitees: [
        {
          id: 'a1',
          person: { name: 'Jan', address: 'jan@acme.example' },
          kind: 'required',
          partstat: 'ACCEPTED',
          language: 'pl',
        },
        {
          id: 'a2',
          person: { name: 'Ann', address: 'ann@acme.example' },
          kind: 'optional',
          partstat: 'NEEDS-ACTION',
          language: 'de',
        },
      ],
      agenda: [
        {
          kind: 'item',
          title: 'Goals',
          startAtMs,
          minutes: 30,
          presenter: 'Eva Vendor',
          room: 'R 5',
        },
        {
          kind: 'break',
          title: 'Coffee',
          startAtMs: startAtMs + 35 * 60_000,
          minutes: 15,
          presenter: '',
          room: '',
        },
      ],
    })
    expect(JSON.stringify(invitation)).not.toContain(secret)
    expect(checkInvitation(invitation)).toEqual([])
  })

  it('says what is missing instead of making something up', () => {
    const bare = makeInvitation({ ...rows, organizer: null, site: null, attendees: [] })
    expect(checkInvitation(bare)).toEqual([
      { code: 'organizer_address', address: '' },
      { code: 'no_invitees' },
    ])
  })
})

describe('the language of an invitee', () => {
  it.each([
    ['pl', 'Germany', 'pl'],
    ['', 'Deutschland', 'de'],
    ['fr-FR', 'NL', 'nl'],
    ['', 'France', 'en'],
    ['', '', 'en'],
  ])('own "%s" in "%s" is %s', (own, country, expected) => {
    expect(chooseLanguage(own, country)).toBe(expected)
  })
})
