import { describe, expect, it } from 'vitest'
import {
  buildCancelAll,
  buildCancelOne,
  buildPublish,
  buildRequest,
} from '../../../../../db/formats/itip/calendar'
import { makeUid } from '../../../../../db/formats/itip/invitation'
import { planRevision } from '../../../../../db/formats/itip/revision'
import {
  contentLines,
  eventLines,
  hourMs,
  linesOf,
  makeInvitation,
  makeInvitee,
  sentAtMs,
} from './invitation-fixtures'

const many = makeInvitation({
  invitees: Array.from({ length: 30 }, (_, n) =>
    makeInvitee({ id: `i${n}`, name: `Person ${n}`, address: `p${n}@acme.example` }),
  ),
})

/** The row names of standards 7: bugs of others that must not be ours. */
const excludedBugs: readonly { row: string; holds: () => void }[] = [
  {
    row: 'EspoCRM #3089: every invitee is an ATTENDEE line in every REQUEST',
    holds: () => {
      for (const sequence of [0, 1, 7]) {
        const lines = linesOf(buildRequest({ ...many, sequence }, 'en', sentAtMs), 'ATTENDEE')
        const addresses = lines.map((line) => line.slice(line.lastIndexOf('mailto:')))
        expect(addresses).toEqual([
          'mailto:eva@vendor.example',
          ...many.invitees.map(({ person }) => `mailto:${person.address}`),
        ])
      }
    },
  },
  {
    row: 'SuiteCRM #7327: cancel produces METHOD:CANCEL, STATUS:CANCELLED, SEQUENCE+1',
    holds: () => {
      const text = buildCancelAll({ ...many, sequence: 4 }, 'en', sentAtMs)
      expect(linesOf(text, 'METHOD')).toEqual(['METHOD:CANCEL'])
      expect(linesOf(text, 'STATUS')).toEqual(['STATUS:CANCELLED'])
      expect(linesOf(text, 'SEQUENCE')).toEqual(['SEQUENCE:5'])
      expect(linesOf(text, 'ATTENDEE')).toHaveLength(31)
      expect(linesOf(text, 'UID')).toEqual([`UID:${many.uid}`])
    },
  },
  {
    row: 'SuiteCRM #10065, #4675: a duplicate is a new UID, SEQUENCE 0 and no state from the other',
    holds: () => {
      const first = makeUid('0198c2a6-0000-7000-8000-000000000001', 'jetway.example')
      const second = makeUid('0198c2a6-0000-7000-8000-000000000002', 'jetway.example')
      const copy = makeInvitation({ uid: second, invitees: [makeInvitee()] })
      const text = buildRequest(copy, 'en', sentAtMs)
      expect(first).not.toBe(second)
      expect(linesOf(text, 'UID')).toEqual([`UID:${second}`])
      expect(linesOf(text, 'SEQUENCE')).toEqual(['SEQUENCE:0'])
      expect(linesOf(text, 'ATTENDEE')).toHaveLength(2)
    },
  },
  {
    row: 'cal.com #28884, PR #8010: one UID for the life of the meeting',
    holds: () => {
      const visit = makeInvitation()
      const texts = [
        buildRequest(visit, 'en', sentAtMs),
        buildRequest({ ...visit, sequence: 1 }, 'pl', sentAtMs + 1),
        buildCancelOne(visit, visit.invitees[0]!, 'de', sentAtMs),
        buildCancelAll(visit, 'nl', sentAtMs),
        buildPublish(visit, 'en', sentAtMs),
      ]
      expect(new Set(texts.flatMap((text) => linesOf(text, 'UID')))).toEqual(
        new Set([`UID:${visit.uid}`]),
      )
    },
  },
  {
    row: 'ics.js #37: UID always',
    holds: () => {
      expect(linesOf(buildRequest(makeInvitation(), 'en', sentAtMs), 'UID')).toHaveLength(1)
      expect(() => buildRequest(makeInvitation({ uid: '' }), 'en', sentAtMs)).toThrow('needs_words')
    },
  },
  {
    row: 'OpenMeet #257, spreed #18039, F-RevoCRM #121: TZID + VTIMEZONE, DST-edge cases, Sao Paulo (nextcloud #4429)',
    holds: () => {
      const wall = [
        ['Europe/Warsaw', '2026-03-29T00:30:00Z', '20260329T013000'],
        ['Europe/Warsaw', '2026-03-29T01:00:00Z', '20260329T030000'],
        ['America/Sao_Paulo', '2026-11-05T12:00:00Z', '20261105T090000'],
        ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '20261004T023000'],
        ['Asia/Kolkata', '2026-06-01T03:30:00Z', '20260601T090000'],
      ] as const
      for (const [zone, utc, local] of wall) {
        const startAtMs = Date.parse(utc)
        const visit = makeInvitation({ zone, startAtMs, endAtMs: startAtMs + hourMs, agenda: [] })
        const text = buildRequest(visit, 'en', sentAtMs)
        const lines = contentLines(text)
        expect(lines).toContain(`DTSTART;TZID=${zone}:${local}`)
        const block = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))
        expect(block).toContain(`TZID:${zone}`)
        const starts = block.filter((line) => line.startsWith('DTSTART'))
        const offsets = block.filter((line) => line.startsWith('TZOFFSET'))
        expect(starts.length).toBeGreaterThan(0)
        expect(offsets).toHaveLength(starts.length * 2)
        expect(lines.filter((line) => /^DT(START|END).*Z$/.test(line))).toEqual([])
      }
    },
  },
  {
    row: 'cozy #383: ORGANIZER with mailto; the file for the own calendar uses PUBLISH',
    holds: () => {
      const visit = makeInvitation()
      const organizer = ['ORGANIZER;CN=Eva Vendor:mailto:eva@vendor.example']
      expect(linesOf(buildRequest(visit, 'en', sentAtMs), 'ORGANIZER')).toEqual(organizer)
      const own = buildPublish(visit, 'en', sentAtMs)
      expect(linesOf(own, 'METHOD')).toEqual(['METHOD:PUBLISH'])
      expect(linesOf(own, 'ORGANIZER')).toEqual(organizer)
    },
  },
  {
    row: 'dotnet wg #64: "add to calendar" is a file of its own without attendees',
    holds: () => {
      expect(linesOf(buildPublish(makeInvitation(), 'en', sentAtMs), 'ATTENDEE')).toEqual([])
    },
  },
]

describe('bugs of others (standards 7)', () => {
  it.each(excludedBugs)('$row', ({ holds }) => holds())
})

describe('the object (standards 1)', () => {
  it('is the whole of a REQUEST, line by line', () => {
    const text = buildRequest(makeInvitation(), 'en', sentAtMs)
    expect(contentLines(text).slice(0, 6)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Jetway//Jetway//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
    ])
    expect(eventLines(text)).toEqual([
      'UID:0198c2a6-6d1e-7000-8000-000000000001@jetway.example',
      'DTSTAMP:20260220T103015Z',
      'SEQUENCE:0',
      'DTSTART;TZID=Europe/Warsaw:20260312T090000',
      'DTEND;TZID=Europe/Warsaw:20260312T120000',
      'SUMMARY;LANGUAGE=en:Pilot review',
      'LOCATION:Acme\\, ul. Prosta 1\\, Warszawa\\, R 4',
      'DESCRIPTION;LANGUAGE=en:Agenda\\n09:00  Your goals\\, Anna Berg · 45 min\\n09:45  Break\\, 15 min',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'ORGANIZER;CN=Eva Vendor:mailto:eva@vendor.example',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=Eva Vendor:mailto:eva@vendor.example',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Jan Kowalski:mailto:jan@acme.example',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Anna Berg:mailto:anna@acme.example',
    ])
    expect(text).not.toMatch(/^X-/m)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('has CRLF line ends only, at most 75 octets a line, and never cuts a character', () => {
    const title = 'Zażółć gęślą jaźń 🛫👨‍👩‍👧‍👦 会議 '.repeat(12)
    const text = buildRequest(makeInvitation({ title }), 'pl', sentAtMs)
    const lines = text.split('\r\n')
    const bytes = lines.map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75)
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(line).not.toMatch(/[\ud800-\udbff]$|^ ?[\udc00-\udfff]/)
    expect(linesOf(text, 'SUMMARY')[0]).toContain('👨‍👩‍👧‍👦 会議')
  })

  it('escapes backslash, semicolon, comma and line break in text and leaves the colon', () => {
    const text = buildRequest(makeInvitation({ place: 'a\\b; c, d: e', room: '' }), 'en', sentAtMs)
    expect(linesOf(text, 'LOCATION')).toEqual(['LOCATION:a\\\\b\\; c\\, d: e'])
  })

  it('quotes a name with : ; or , and replaces the double quote that a parameter must not hold', () => {
    const invitees = [makeInvitee({ name: 'Jan "the boss"; Kowalski, CIO: IT ^n' })]
    const text = buildRequest(makeInvitation({ invitees }), 'en', sentAtMs)
    expect(linesOf(text, 'ATTENDEE')[1]).toContain(
      `CN="Jan 'the boss'; Kowalski, CIO: IT  n":mailto:jan@acme.example`,
    )
  })

  it('gives each kind of invitee its role and asks answers only of people', () => {
    const invitees = (['required', 'optional', 'informed', 'room'] as const).map((kind) =>
      makeInvitee({ kind, name: kind, address: `${kind}@acme.example` }),
    )
    const lines = linesOf(buildRequest(makeInvitation({ invitees }), 'en', sentAtMs), 'ATTENDEE')
    expect(lines.slice(1).map((line) => line.replace(/:mailto.*/, ''))).toEqual([
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=required',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=optional',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=informed',
      'ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=room',
    ])
  })

  it('names the assistant who sends as SENT-BY', () => {
    const text = buildRequest(makeInvitation({ sentBy: 'assist@vendor.example' }), 'en', sentAtMs)
    expect(linesOf(text, 'ORGANIZER')).toEqual([
      'ORGANIZER;CN=Eva Vendor;SENT-BY="mailto:assist@vendor.example":mailto:eva@vendor.example',
    ])
  })

  it('takes one person out with a CANCEL that names only that person and has no STATUS', () => {
    const visit = makeInvitation({ sequence: 2 })
    const text = buildCancelOne(visit, visit.invitees[1]!, 'de', sentAtMs)
    expect(linesOf(text, 'METHOD')).toEqual(['METHOD:CANCEL'])
    expect(linesOf(text, 'STATUS')).toEqual([])
    expect(linesOf(text, 'SEQUENCE')).toEqual(['SEQUENCE:3'])
    expect(linesOf(text, 'ATTENDEE')).toEqual([
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Anna Berg:mailto:anna@acme.example',
    ])
    expect(text).not.toMatch(/VALARM|REQUEST-STATUS|jan@acme/)
  })

  it('writes UTC times where the clock runs an hour twice, in both passes', () => {
    const startAtMs = Date.parse('2026-10-25T01:30:00Z')
    const second = makeInvitation({ startAtMs, endAtMs: startAtMs + hourMs, agenda: [] })
    const first = { ...second, startAtMs: startAtMs - hourMs, endAtMs: startAtMs + hourMs / 2 }
    const times = (visit: typeof second) =>
      eventLines(buildRequest(visit, 'en', sentAtMs)).filter((line) => /^DT(START|END)/.test(line))
    expect(times(second)).toEqual(['DTSTART:20261025T013000Z', 'DTEND:20261025T023000Z'])
    expect(times(first)).toEqual(['DTSTART:20261025T003000Z', 'DTEND:20261025T020000Z'])
    expect(buildRequest(first, 'en', sentAtMs)).not.toContain('VTIMEZONE')
  })

  it('writes the language of its reader on the words and keeps everything else the same', () => {
    const visit = makeInvitation()
    const strip = (language: 'en' | 'pl') =>
      contentLines(buildRequest(visit, language, sentAtMs)).filter(
        (line) => !/^(SUMMARY|DESCRIPTION)/.test(line),
      )
    expect(strip('pl')).toEqual(strip('en'))
    expect(linesOf(buildRequest(visit, 'pl', sentAtMs), 'DESCRIPTION')[0]).toContain('Przerwa')
  })

  it.each([
    ['no_uid', { uid: 'no at sign' }],
    ['ends_before_start', { endAtMs: 0 }],
    ['no_time', { startAtMs: Number.NaN }],
    ['zone_unknown', { zone: 'Mars/Olympus' }],
    ['zone_unknown', { zone: 'Europe/Warsaw\r\nX-A:1' }],
    ['no_invitees', { invitees: [] }],
    ['organizer_address', { organizer: { name: 'E', address: 'eva' } }],
    [
      'invitee_address',
      { invitees: [makeInvitee({ address: 'jan@acme.example, eve@x.example' })] },
    ],
  ] as const)('refuses to be written with %s', (why, changes) => {
    let fields: unknown
    try {
      buildRequest(makeInvitation(changes), 'en', sentAtMs)
    } catch (thrown) {
      fields = (thrown as { fields: unknown }).fields
    }
    expect(fields).toEqual({ why })
  })
})

describe('SEQUENCE', () => {
  const sent = makeInvitation({ sequence: 3 })
  it.each([
    ['a later start', { startAtMs: sent.startAtMs + hourMs }, 'reschedule', 4],
    ['another end', { endAtMs: sent.endAtMs - hourMs }, 'reschedule', 4],
    ['another zone', { zone: 'Europe/London' }, 'reschedule', 4],
    ['tentative instead of confirmed', { status: 'TENTATIVE' }, 'reschedule', 4],
    ['another site', { place: 'Acme, Lodz' }, 'reschedule', 4],
    ['another room', { room: 'R 5' }, 'details', 3],
    ['another title', { title: 'Review' }, 'details', 3],
    ['another agenda', { agenda: [] }, 'details', 3],
    [
      'one more invitee',
      { invitees: [...sent.invitees, makeInvitee({ address: 'x@acme.example' })] },
      'details',
      3,
    ],
    [
      'an answer that came in',
      { invitees: sent.invitees.map((i) => ({ ...i, partstat: 'ACCEPTED' as const })) },
      'none',
      3,
    ],
    ['milliseconds', { startAtMs: sent.startAtMs + 1 }, 'none', 3],
    ['nothing', {}, 'none', 3],
  ] as const)('after %s', (_, changes, kind, sequence) => {
    expect(planRevision(sent, { ...sent, ...changes })).toMatchObject({ kind, sequence })
  })

  it('rises above the CANCEL of a person who is invited again', () => {
    expect(planRevision(sent, sent, 5)).toMatchObject({ kind: 'reschedule', sequence: 5 })
  })
})
